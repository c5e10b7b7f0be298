import { readRows } from '../../../../nodes/ClovaOcr/reading/document/readField';
import type { RowsField } from '../../../../nodes/ClovaOcr/reading/document/table';
import { takeApart } from '../../../../nodes/ClovaOcr/reading/document/walk';
import type { JsonObject } from '../../../../nodes/ClovaOcr/shared/json';

const ITEMS: RowsField = {
	key: 'items',
	path: 'items',
	columns: [
		{ key: 'name', path: 'name', kind: 'text' },
		{ key: 'price', path: 'price.price', kind: 'amount' },
	],
};

const rowsOf = (result: JsonObject) =>
	readRows(takeApart({ receipt: { result } }, 'receipt').leaves, ITEMS).value;

const item = (name: string, price: string) => ({
	name: { text: name },
	price: { price: { text: price } },
});

test.each<[string, JsonObject, JsonObject[]]>([
	[
		'every column is in every row',
		{ items: [item('a', '100'), { name: { text: 'b' } }] },
		[
			{ name: 'a', price: 100 },
			{ name: 'b', price: null },
		],
	],
	[
		'an element that cannot be read is no row',
		{ items: [item(' ', 'free'), item('b', '200')] },
		[{ name: 'b', price: 200 }],
	],
	[
		'rows keep their order, whatever stands in other lists',
		{ notes: [{ text: '' }, { text: 'x' }], items: [item('a', '100'), item('b', '200')] },
		[
			{ name: 'a', price: 100 },
			{ name: 'b', price: 200 },
		],
	],
])('%s', (_, result, rows) => {
	expect(rowsOf(result)).toEqual(rows);
});
