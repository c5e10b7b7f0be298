import type { Json, JsonObject } from '../../shared/json';
import { readAmount, readReduction } from '../values/amount';
import { readCardNumber, readValidThru } from '../values/card';
import { readDate } from '../values/date';
import {
	readBusinessNumber,
	readCorporateNumber,
	readLicenseNumber,
	readPassportNumber,
	readPersonalNumber,
} from '../values/idNumbers';
import { readPhone } from '../values/phone';
import { readQuantity } from '../values/quantity';
import { readText } from '../values/text';
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
	cardNumber: { type: 'string', read: readCardNumber },
	corporateNumber: { type: 'string', read: readCorporateNumber },
	date: { type: 'string', read: (text, formatted) => readDate(text, formatted).value },
	licenseNumber: { type: 'string', read: readLicenseNumber },
	passportNumber: { type: 'string', read: readPassportNumber },
	personalNumber: { type: 'string', read: readPersonalNumber },
	phone: { type: 'string', read: readPhone },
	quantity: { type: 'number', read: readQuantity },
	reduction: { type: 'number', read: readReduction },
	text: { type: 'string', read: readText },
	time: { type: 'string', read: readTime },
	validThru: {
		type: 'string',
		read: (text, formatted) => readValidThru(text, formatted)?.text ?? null,
	},
};

/** The value of a leaf read as one kind; null where it holds none. */
export function readKind(leaf: Leaf, kind: FieldKind): Json {
	return KINDS[kind].read(leaf.text, leaf.formatted);
}
