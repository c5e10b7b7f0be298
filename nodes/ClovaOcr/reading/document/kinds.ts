import { asText, type Json } from '../json';
import type { Leaf } from './leaf';

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

interface Kind {
	/** JSON Schema type of the value. */
	type: 'number' | 'string';
	/** @returns null where the leaf holds no value of this kind */
	read(leaf: Leaf): Json;
}

const tmpText = (leaf: Leaf): Json => (asText(leaf.formatted.value) || leaf.text).normalize('NFC');
const tmpNum = (leaf: Leaf): Json => {
	const digits = (asText(leaf.formatted.value) || leaf.text).replace(/[^\d-]/g, '');
	return digits === '' ? null : Number(digits) + 0;
};
const tmpDate = (leaf: Leaf): Json => {
	const [year, month, day] = ['year', 'month', 'day'].map((part) => asText(leaf.formatted[part]));
	return year && month && day ? `${year}-${month}-${day}` : null;
};

export const KINDS: Record<FieldKind, Kind> = {
	amount: { type: 'number', read: tmpNum },
	businessNumber: { type: 'string', read: tmpText },
	cardNumber: { type: 'string', read: tmpText },
	corporateNumber: { type: 'string', read: tmpText },
	date: { type: 'string', read: tmpDate },
	licenseNumber: { type: 'string', read: tmpText },
	passportNumber: { type: 'string', read: tmpText },
	personalNumber: { type: 'string', read: tmpText },
	phone: { type: 'string', read: tmpText },
	quantity: { type: 'number', read: tmpNum },
	reduction: { type: 'number', read: tmpNum },
	text: { type: 'string', read: tmpText },
	time: { type: 'string', read: tmpText },
	validThru: { type: 'string', read: tmpText },
};

/** The value of a leaf read as one kind; null where it holds none. */
export function readKind(leaf: Leaf, kind: FieldKind): Json {
	return KINDS[kind].read(leaf);
}
