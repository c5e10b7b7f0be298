import {
	isMade,
	isRows,
	isWire,
	schemaOf,
	sensitivePaths,
	type Field,
} from '../../../../nodes/ClovaOcr/reading/document/table';

const fields: Field[] = [
	{ key: 'name', path: 'name', kind: 'text' },
	{ key: 'card', path: 'payment.card', kind: 'cardNumber' },
	{ key: 'code', path: 'code', kind: 'text', sensitive: 'barcode' },
	{ key: 'tags', path: 'tags', kind: 'text', take: 'all' },
	{
		key: 'items',
		path: 'sub.items',
		columns: [
			{ key: 'label', path: 'label', kind: 'text' },
			{ key: 'owner', path: 'owner', kind: 'personalNumber' },
		],
	},
	{ key: 'made', schema: { type: 'boolean' }, make: () => ({ value: true }) },
];

test('the places of numbers that have to be starred are those of a table that hold one', () => {
	expect(sensitivePaths(fields)).toEqual([
		{ path: '**.payment.card', kind: 'card' },
		{ path: '**.code', kind: 'barcode' },
		{ path: '**.sub.items.owner', kind: 'personal' },
	]);
});

test('a schema says of every key what it can hold', () => {
	expect(schemaOf({ fields })).toEqual({
		name: { type: ['string', 'null'] },
		card: { type: ['string', 'null'] },
		code: { type: ['string', 'null'] },
		tags: { type: 'array', items: { type: 'string' } },
		items: {
			type: 'array',
			items: {
				type: 'object',
				properties: { label: { type: ['string', 'null'] }, owner: { type: ['string', 'null'] } },
			},
		},
		made: { type: 'boolean' },
	});
});

test('every field is of one kind of three', () => {
	const keys = [isWire, isRows, isMade].map((is) => fields.filter(is).map(({ key }) => key));
	expect(keys).toEqual([['name', 'card', 'code', 'tags'], ['items'], ['made']]);
});
