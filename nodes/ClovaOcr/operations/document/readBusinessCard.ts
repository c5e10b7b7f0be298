import type { Json, JsonObject } from '../../shared/json';
import type { Leaf } from '../../reading/document/leaf';
import { readField } from '../../reading/document/readField';
import type { PartlyRead, FieldTable, WireField } from '../../reading/document/table';
import { documentOperation } from './documentOperation';

const FIELDS: WireField[] = [
	{ key: 'name', path: 'name', kind: 'text' },
	{ key: 'nameReading', path: 'nameFurigana', kind: 'text' },
	{ key: 'company', path: 'company', kind: 'text' },
	{ key: 'department', path: 'department', kind: 'text' },
	{ key: 'position', path: 'position', kind: 'text' },
	{ key: 'mobile', path: 'mobile', kind: 'phone' },
	{ key: 'phone', path: 'tel', kind: 'phone' },
	{ key: 'fax', path: 'fax', kind: 'phone' },
	{ key: 'email', path: 'email', kind: 'text' },
	{ key: 'website', path: 'homepage', kind: 'text' },
	{ key: 'address', path: 'address', kind: 'text' },
];

const ALL_VALUES: JsonObject = {
	type: ['object', 'null'],
	properties: Object.fromEntries(
		FIELDS.map(({ key }) => [key, { type: 'array', items: { type: 'string' } }]),
	),
};

const CARD: FieldTable = {
	fields: [...FIELDS, { key: 'all', schema: ALL_VALUES, make: all }],
	essential: [
		['name', 'company'],
		['mobile', 'phone', 'email'],
	],
};

/** Business cards, printed in one language or several. */
export const readBusinessCard = documentOperation({
	resource: 'document',
	value: 'readBusinessCard',
	name: 'Read Business Card',
	action: 'Read business card',
	description: 'Read a business card into a contact: name, company, position, phones and e-mail',
	path: '/document/name-card',
	wrapper: 'nameCard',
	table: CARD,
});

/** Every value per key, since a card often prints name and address in two languages. */
function all({ leaves }: PartlyRead): { value: Json; shown?: Array<[string, Leaf]> } {
	if (leaves.length === 0) return { value: null };
	const read = FIELDS.map((field) => ({
		key: field.key,
		...readField(leaves, { ...field, key: `all.${field.key}`, take: 'all' }),
	}));
	return {
		value: Object.fromEntries(read.map(({ key, value }) => [key, value])),
		shown: read.flatMap(({ shown }) => shown),
	};
}
