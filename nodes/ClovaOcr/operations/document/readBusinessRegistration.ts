import { asObject, asText, type Json, type JsonObject } from '../../shared/json';
import type { Leaf } from '../../reading/document/leaf';
import { readKind } from '../../reading/document/kinds';
import { readField } from '../../reading/document/readField';
import type { PartlyRead, FieldTable } from '../../reading/document/table';
import { documentOperation } from './documentOperation';

const BUSINESS_TYPES: JsonObject = {
	type: 'array',
	items: {
		type: 'object',
		properties: { type: { type: ['string', 'null'] }, item: { type: ['string', 'null'] } },
	},
};

const TEXT: JsonObject = { type: ['string', 'null'] };
const TEXTS: JsonObject = { type: 'array', items: { type: 'string' } };

const CERTIFICATE: FieldTable = {
	fields: [
		{ key: 'certificateType', path: 'documentType', kind: 'text' },
		{
			key: 'businessNumber',
			path: 'registerNumber',
			kind: 'businessNumber',
			check: 'businessNumber',
		},
		{
			key: 'corporateNumber',
			path: 'corpRegisterNum',
			kind: 'corporateNumber',
			check: 'corporateNumber',
		},
		{ key: 'companyName', path: 'companyName', kind: 'text' },
		{ key: 'corporateName', path: 'corpName', kind: 'text' },
		{ key: 'representative', path: 'repName', kind: 'text' },
		{ key: 'representatives', schema: TEXTS, make: representatives },
		{ key: 'birthDate', path: 'birth', kind: 'date' },
		{
			key: 'residentNumber',
			path: 'socialNumber',
			kind: 'personalNumber',
			check: 'personalNumber',
		},
		{
			key: 'coRepresentativeResidentNumber',
			path: 'coRepSocialNum',
			kind: 'personalNumber',
		},
		{ key: 'openDate', path: 'openDate', kind: 'date' },
		{ key: 'address', path: 'bisAddress', kind: 'text' },
		{ key: 'headOfficeAddress', path: 'headAddress', kind: 'text' },
		{ key: 'businessTypes', schema: BUSINESS_TYPES, make: businessTypes },
		{ key: 'businessType', schema: TEXT, make: uniqueJoined('type') },
		{ key: 'businessItem', schema: TEXT, make: uniqueJoined('item') },
		{ key: 'businessArea', path: 'bisArea', kind: 'text' },
		{ key: 'taxType', path: 'taxType', kind: 'text' },
		{ key: 'issueDate', path: 'issuanceDate', kind: 'date' },
		{ key: 'issueReason', path: 'issuanceReason', kind: 'text' },
		{ key: 'ntsRequest', schema: TEXT, make: ntsRequest },
	],
	essential: ['businessNumber', ['companyName', 'corporateName'], 'representative'],
};

/** Business registration certificates and the certificates that the same model reads. */
export const readBusinessRegistration = documentOperation({
	resource: 'document',
	value: 'readBusinessRegistration',
	name: 'Read Business Registration',
	action: 'Read business registration',
	description:
		'Read a Korean business registration certificate, ready for the check at the tax office',
	path: '/document/biz-license',
	wrapper: 'bizLicense',
	table: CERTIFICATE,
});

/** Everybody who represents the business, co-representatives last, each name once. */
function representatives({ leaves }: PartlyRead) {
	const lists = ['repName', 'coRepName'].map((path) =>
		readField(leaves, { key: 'representatives', path, kind: 'text', take: 'all' }),
	);
	const found = lists.flatMap(({ shown }) => shown.map(([, leaf]) => leaf));
	return {
		value: [...new Set(lists.flatMap(({ value }) => (Array.isArray(value) ? value : [])))],
		shown: found.map((leaf, index): [string, Leaf] => [`representatives[${index}]`, leaf]),
	};
}

/** Kinds of business: CLOVA lists types and items apart, the same position belonging together. */
function businessTypes({ leaves }: PartlyRead) {
	const [types, items] = ['bisType', 'bisItem'].map((path) =>
		leaves.filter((leaf) => leaf.path === path),
	);
	const [typeAt, itemAt] = [byPosition(types), byPosition(items)];
	const positions = [...new Set([...typeAt.keys(), ...itemAt.keys()])].sort((a, b) => a - b);
	const rows = positions.map((position) => ({
		type: typeAt.get(position),
		item: itemAt.get(position),
	}));
	return {
		value: rows.map(({ type, item }) => ({ type: textOf(type), item: textOf(item) })),
		shown: rows.flatMap((row, index) =>
			Object.entries(row).flatMap(
				([part, leaf]): Array<[string, Leaf]> =>
					leaf === undefined ? [] : [[`businessTypes[${index}].${part}`, leaf]],
			),
		),
	};
}

/** The first leaf at each place of a list. */
function byPosition(leaves: Leaf[]): Map<number, Leaf> {
	const found = new Map<number, Leaf>();
	for (const leaf of leaves) {
		const position = leaf.place.at(-1) ?? 0;
		if (!found.has(position)) found.set(position, leaf);
	}
	return found;
}

function textOf(leaf: Leaf | undefined): Json {
	return leaf === undefined ? null : readKind(leaf, 'text');
}

function uniqueJoined(part: 'item' | 'type') {
	return ({ values }: PartlyRead): { value: Json } => {
		const pairs = Array.isArray(values.businessTypes) ? values.businessTypes : [];
		const texts = pairs.flatMap((pair) => asText(asObject(pair)[part]) ?? []);
		return { value: texts.length === 0 ? null : [...new Set(texts)].join(', ') };
	};
}

/**
 * The body of a request to the National Tax Service's validation API, as JSON text: number of ten digits,
 * day of opening YYYYMMDD, name of the representative. The API takes no entry without all three.
 */
function ntsRequest({ values }: PartlyRead): { value: Json } {
	const number = asText(values.businessNumber)?.replace(/\D/g, '') ?? '';
	const date = asText(values.openDate)?.replace(/\D/g, '') ?? '';
	const name = asText(values.representative);
	if (number.length !== 10 || date.length !== 8 || name === null) return { value: null };
	const business = { b_no: number, start_dt: date, p_nm: name };
	return { value: JSON.stringify({ businesses: [business] }) };
}
