import type { Json, JsonObject } from '../../shared/json';
import { readAmount, readReduction, readQuantity } from '../values/amount';
import { readGroupedNumber, readValidThru,
	readBusinessNumber,
	readCorporateNumber,
	readLicenseNumber,
	readPassportNumber,
	readPersonalNumber } from '../values/idNumbers';
import { readDate } from '../values/date';
import { readPhone } from '../values/phone';
import { readText } from '../values/printed';
import { readTime } from '../values/time';
import type { Leaf } from './leaf';

interface Kind {
	/** JSON Schema type of the value. */
	type: 'number' | 'string';
	/** @returns null where nothing of this kind can be read */
	read(text: string, formatted: JsonObject): Json;
}

/** The kinds of values that a field can have. */
export type FieldKind =
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
	amount: { type: 'number', read: readAmount },
	businessNumber: { type: 'string', read: readBusinessNumber },
	cardNumber: { type: 'string', read: readGroupedNumber },
	corporateNumber: { type: 'string', read: readCorporateNumber },
	date: { type: 'string', read: readDate },
	licenseNumber: { type: 'string', read: readLicenseNumber },
	passportNumber: { type: 'string', read: readPassportNumber },
	personalNumber: { type: 'string', read: readPersonalNumber },
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
