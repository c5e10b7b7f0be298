import type { Json, JsonObject } from '../../shared/json';
import { readAmount, readReduction, readQuantity } from '../values/amount';
import {
	readGroupedNumber,
	readValidThru,
	readBusinessNumber,
	readCorporateNumber,
	readLicenseNumber,
	readPassportNumber,
	readPersonalNumber,
} from '../values/idNumbers';
import { readDate } from '../values/date';
import { readPhone } from '../values/phone';
import { readText } from '../values/printed';
import { readTime } from '../values/time';
import type { NumberKind } from '../masking/found';
import type { Leaf } from './leaf';

interface Kind {
	/** JSON Schema type of the value. */
	type: 'number' | 'string';
	/** The way in which such a number has to be starred, wherever a field holds one. */
	sensitive?: NumberKind;
	/** @returns null where nothing of this kind can be read */
	read(text: string, formatted: JsonObject): Json;
}

/** The kinds of values that a field can have. */
export type FieldKind =
	| 'accountNumber'
	| 'amount'
	| 'businessNumber'
	| 'cardNumber'
	| 'corporateNumber'
	| 'date'
	| 'licenseNumber'
	| 'passportNumber'
	| 'personalNumber'
	| 'phone'
	| 'quantity'
	| 'reduction'
	| 'text'
	| 'time'
	| 'validThru';

export const KINDS: Record<FieldKind, Kind> = {
	accountNumber: { type: 'string', sensitive: 'account', read: readGroupedNumber },
	amount: { type: 'number', read: readAmount },
	businessNumber: { type: 'string', read: readBusinessNumber },
	cardNumber: { type: 'string', sensitive: 'card', read: readGroupedNumber },
	// Of the same shape as a resident number (6-7), but public.
	corporateNumber: { type: 'string', sensitive: 'plain', read: readCorporateNumber },
	date: { type: 'string', read: readDate },
	licenseNumber: { type: 'string', sensitive: 'license', read: readLicenseNumber },
	passportNumber: { type: 'string', sensitive: 'passport', read: readPassportNumber },
	personalNumber: { type: 'string', sensitive: 'personal', read: readPersonalNumber },
	phone: { type: 'string', read: readPhone },
	quantity: { type: 'number', read: readQuantity },
	reduction: { type: 'number', read: readReduction },
	text: { type: 'string', read: readText },
	time: { type: 'string', read: readTime },
	validThru: { type: 'string', read: readValidThru },
};

/** The value of a leaf read as one kind; null where it holds none. */
export function readKind(leaf: Leaf, kind: FieldKind): Json {
	return KINDS[kind].read(leaf.text, leaf.formatted);
}
