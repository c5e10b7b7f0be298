import type { IBinaryData, IDataObject } from 'n8n-workflow';

import { chooseBinaryFiles } from '../../../nodes/ClovaOcr/input/binaryFiles';

const file = (fileName: string, more: Partial<IBinaryData> = {}): IBinaryData => ({
	data: 'AAAA',
	mimeType: 'image/png',
	fileName,
	...more,
});

const [a, b] = [file('a.png'), file('b.png')];

/** Field and name of each chosen file, or what is said where there is none. */
function chosen(parameter: unknown, binary: Record<string, IBinaryData>, json: IDataObject = {}) {
	const found = chooseBinaryFiles({ json, binary }, parameter);
	return found.ok
		? found.files.map(({ field, data }) => [field, data.fileName])
		: `${found.problem.message}. ${found.problem.description}`;
}

/** A file as an item's json may hold it. */
const inJson = (data: object) => ({ ...data }) as IDataObject;

describe('the files that a name chooses', () => {
	test('are those of the item, in the order of the names, each once', () => {
		expect(chosen('second', { first: a, second: b })).toEqual([['second', 'b.png']]);
		expect(chosen('second, first,,second', { first: a, second: b })).toEqual([
			['second', 'b.png'],
			['first', 'a.png'],
		]);
	});

	test('may stand in the json of the item', () => {
		const json = { mail: { scan: inJson(b) }, list: [inJson(b)] };
		expect(chosen('mail.scan', { first: a }, json)).toEqual([['mail.scan', 'b.png']]);
		expect(chosen('mail', { first: a }, json)).toMatch(/no file in the field 'mail'/);
		expect(chosen('list.0', {}, json)).toMatch(/no file in the field 'list.0'/);
		expect(chosen('mail.scan.fileName.deep', {}, json)).toMatch(/no file/);
	});

	test('of the item go before those of its json', () => {
		expect(chosen('scan', { scan: a }, { scan: inJson(b) })).toEqual([['scan', 'a.png']]);
	});

	test('are those of the combined mode too', () => {
		const json = { _files: { scan: inJson(b), note: 'none', odd: null } };
		expect(chosen('scan', {}, json)).toEqual([['scan', 'b.png']]);
		expect(chosen('*', { first: a }, json)).toEqual([
			['first', 'a.png'],
			['scan', 'b.png'],
		]);
		expect(chosen('*', { first: a }, { _files: [inJson(b)] })).toEqual([['first', 'a.png']]);
		expect(chosen('*', { first: a }, { _files: 'b' })).toEqual([['first', 'a.png']]);
	});

	test('are none where no field has it, which names the fields there are', () => {
		const said = chosen('scan', { first: a, second: b });
		expect(said).toMatch(/no file in the field 'scan'\. .*first, second\. Put that name/);
		expect(chosen('scan', { first: a })).toMatch(/The item's files are in: first\. Put that name/);
		expect(chosen('first,scan', { first: a })).toMatch(/no file in the field 'scan'/);
		expect(chosen('scan', {})).toMatch(/no file in the field 'scan'\. Place a node/);
	});

	test.each([undefined, null, '', ' , '])('are none under %j', (parameter) => {
		expect(chosen(parameter, { first: a })).toMatch(/'Input Binary Field' is empty/);
	});
});

describe('the name that stands there unless it was changed', () => {
	test('chooses the only file of an item, whatever its field is called', () => {
		expect(chosen('data', { attachment_0: a })).toEqual([['attachment_0', 'a.png']]);
		expect(chosen(' data ', { attachment_0: a })).toEqual([['attachment_0', 'a.png']]);
	});

	test.each<[string, string, Record<string, IBinaryData>, IDataObject, unknown]>([
		['has a file itself', 'data', { data: b }, {}, [['data', 'b.png']]],
		['has one in the json', 'data', { other: a }, { data: inJson(b) }, [['data', 'b.png']]],
		['has one beside others', 'data', { other: a, data: b }, {}, [['data', 'b.png']]],
	])('means itself where it %s', (_, name, binary, json, expected) => {
		expect(chosen(name, binary, json)).toEqual(expected);
	});

	test('chooses none of several, nor does another name choose the only one', () => {
		expect(chosen('data', { first: a, second: b })).toMatch(/no file in the field 'data'/);
		expect(chosen('data', {})).toMatch(/no file in the field 'data'/);
		expect(chosen('scan', { first: a })).toMatch(/no file in the field 'scan'/);
		expect(chosen('data,scan', { first: a })).toMatch(/no file in the field 'data'/);
	});
});

test('a star alone takes every file, and none where there is none', () => {
	const item = { json: {}, binary: { first: a, second: b } };
	const everyFile = (parameter: unknown) => {
		const found = chooseBinaryFiles(item, parameter);
		return found.ok && found.everyFile;
	};
	expect(chosen('*', item.binary)).toEqual([
		['first', 'a.png'],
		['second', 'b.png'],
	]);
	expect(chosen('first, *', item.binary)).toHaveLength(2);
	expect(chosen('*', {})).toEqual([]);
	expect(everyFile('*')).toBe(true);
	expect(everyFile('first')).toBe(false);
	expect(everyFile(a)).toBe(false);
	expect(everyFile({ ...a, data: undefined })).toBe(false);
	expect(chooseBinaryFiles({ json: {}, binary: { other: a } }, 'data')).toMatchObject({ everyFile: false });
});

describe('an expression that gives an object', () => {
	const kept = file('kept.png', { data: 'filesystem-v2', id: 'filesystem-v2:1' });

	test.each<[string, object]>([
		['in memory', a],
		['in the store', kept],
		['by its id alone', { mimeType: 'image/png', id: 'filesystem-v2:1', fileName: 'by id' }],
	])('gives a file %s', (_, given) => {
		expect(chooseBinaryFiles({ json: {} }, given)).toMatchObject({
			ok: true,
			files: [{ field: 'expression', data: given }],
		});
	});

	test('without its content is the one file of the item with this description', () => {
		const described = { mimeType: b.mimeType, fileName: b.fileName };
		expect(chosen(described, { first: a, second: b })).toEqual([['second', 'b.png']]);
		expect(chosen({ mimeType: 'image/png' }, { first: a })).toEqual([['first', 'a.png']]);
	});

	test.each<[string, object, Record<string, IBinaryData>]>([
		['of several files', { mimeType: 'image/png' }, { first: a, second: b }],
		['of another file', { mimeType: 'image/png', fileName: 'c.png' }, { first: a, second: b }],
		['of another size', { mimeType: 'image/png', fileName: 'a.png', fileSize: '9 kB' }, { first: a }],
		['of another kind', { mimeType: 'image/gif', fileName: 'a.png' }, { first: a }],
		['without its kind', { fileName: 'a.png' }, { first: a }],
		['of nothing', {}, { first: a }],
		['in a list', [a], { first: a }],
		['with content of no kind', { data: 'AAAA' }, {}],
	])('gives none by a description %s', (_, given, binary) => {
		expect(chosen(given, binary)).toMatch(/gives no file/);
	});
});
