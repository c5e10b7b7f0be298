import { asObject, asText, type Json, type JsonObject } from '../../shared/json';
import type { Leaf } from '../../reading/document/leaf';
import { readKind } from '../../reading/document/kinds';
import { readField } from '../../reading/document/readField';
import type { PartlyRead, FieldTable } from '../../reading/document/table';
import { documentOperation } from './documentOperation';

const NTS_VALIDATION: JsonObject = {
	type: ['object', 'null'],
	properties: {
		b_no: { type: 'string' },
		start_dt: { type: 'string' },
		p_nm: { type: 'string' },
	},
};

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
			// Of the same shape as a resident number (6-7), but public.
			sensitive: 'plain',
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
			sensitive: 'personal',
			check: 'personalNumber',
		},
		{
			key: 'coRepresentativeResidentNumber',
			path: 'coRepSocialNum',
			kind: 'personalNumber',
			sensitive: 'personal',
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
		{ key: 'ntsValidation', schema: NTS_VALIDATION, make: ntsValidation },
	],
};

/** Business registration certificates and the certificates that the same model reads. */
export const readBusinessRegistration = documentOperation({
	resource: 'document',
	value: 'readBusinessRegistration',
	name: 'Read Business Registration',
	action: 'Read business registration',
	description:
		'Read a Korean business registration certificate: numbers, names, addresses, dates and kinds of business, ready for the tax office registry check',
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
	const at = (leaf: Leaf) => leaf.place.at(-1) ?? 0;
	const positions = [...new Set([...types, ...items].map(at))].sort((one, other) => one - other);
	const rows = positions.map((position) => ({
		type: types.find((leaf) => at(leaf) === position),
		item: items.find((leaf) => at(leaf) === position),
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
 * One entry of `businesses` in the body of the National Tax Service's validation API (`b_no` ten digits,
 * `start_dt` YYYYMMDD, `p_nm`); the API takes no entry without all three.
 */
function ntsValidation({ values }: PartlyRead): { value: Json } {
	const number = asText(values.businessNumber)?.replace(/\D/g, '') ?? '';
	const date = asText(values.openDate)?.replace(/\D/g, '') ?? '';
	const name = asText(values.representative);
	if (number.length !== 10 || date.length !== 8 || name === null) return { value: null };
	return { value: { b_no: number, start_dt: date, p_nm: name } };
}
