import { asText, type Json, type JsonObject } from '../../shared/json';
import type { PartlyRead, FieldTable } from '../../reading/document/table';
import { documentOperation } from './documentOperation';

const NUMBER: JsonObject = { type: ['number', 'null'] };

const CARD: FieldTable = {
	fields: [
		{
			key: 'cardNumber',
			path: 'number',
			kind: 'cardNumber',
			check: 'cardNumber',
		},
		{ key: 'validThru', path: 'validThru', kind: 'validThru' },
		{ key: 'expiryMonth', schema: NUMBER, make: expiryMonth },
		{ key: 'expiryYear', schema: NUMBER, make: expiryYear },
		{ key: 'holderName', path: 'name', kind: 'text' },
	],
	essential: ['cardNumber'],
};

/** The face of payment cards. */
export const readCreditCard = documentOperation({
	resource: 'document',
	value: 'readCreditCard',
	name: 'Read Credit Card',
	action: 'Read credit card',
	description: 'Read number (starred unless masking is off), expiry and holder of a payment card',
	path: '/document/credit-card',
	wrapper: 'creditCard',
	table: CARD,
});

function expiryMonth({ values }: PartlyRead): { value: Json } {
	const [month] = asText(values.validThru)?.split('/') ?? [];
	return { value: month === undefined ? null : Number(month) };
}

/** Cards are valid for a few years only, so the century needs no guessing. */
function expiryYear({ values }: PartlyRead): { value: Json } {
	const [, year] = asText(values.validThru)?.split('/') ?? [];
	return { value: year === undefined ? null : 2000 + Number(year) };
}
