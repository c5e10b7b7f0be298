import { maskImage } from '../../../../nodes/ClovaOcr/reading/masking/maskImage';
import { asList, asObject, type Json, type JsonObject } from '../../../../nodes/ClovaOcr/shared/json';

const NUMBER = '900101-1234567';
const STARRED = '900101-*******';

/** A word in a box of a height of 10. */
function word(inferText: string, left = 0, top = 0): JsonObject {
	const right = left + inferText.length * 6;
	const vertices = [
		{ x: left, y: top },
		{ x: right, y: top },
		{ x: right, y: top + 10 },
		{ x: left, y: top + 10 },
	];
	return { inferText, boundingPoly: { vertices } };
}

const cell = (rowIndex: number, columnIndex: number, ...words: JsonObject[]): JsonObject => ({
	rowIndex,
	columnIndex,
	cellTextLines: [{ cellWords: words }],
});

const masked = (image: JsonObject) => maskImage(image, [], 'standard');

/** All texts of words, wherever they stand. */
function texts(value: Json): string[] {
	if (Array.isArray(value)) return value.flatMap(texts);
	return Object.entries(asObject(value)).flatMap(([key, member]) =>
		key === 'inferText' ? [String(member)] : texts(member),
	);
}

const textsOf = (image: JsonObject) => texts(masked(image).raw);

describe('the words of a page', () => {
	it('are starred, and what has no number stays the same object', () => {
		const fields = [word('HONG'), word(NUMBER, 100)];
		const { raw, found } = masked({ fields });
		expect(texts(raw)).toEqual(['HONG', STARRED]);
		expect(asList(raw.fields)[0]).toBe(fields[0]);
		expect(found).toEqual(['personal']);
		expect(masked({ fields: fields.slice(0, 1) }).raw.fields).toEqual(fields.slice(0, 1));
	});

	it('stay as they are under None', () => {
		const image = { fields: [word(NUMBER)] };
		expect(maskImage(image, [], 'none')).toEqual({ raw: image, found: [] });
	});

	it('are starred where the user’s patterns match, without digits too', () => {
		const image = { fields: [word('HONG')] };
		expect(texts(maskImage(image, [], 'standard', ['HONG']).raw)).toEqual(['****']);
	});

	it('may be one object instead of a list', () => {
		expect(textsOf({ fields: word(NUMBER) })).toEqual([STARRED]);
	});
});

describe('the words of a table', () => {
	it('are starred, whether cells, lines and words are lists or lone objects', () => {
		expect(textsOf({ tables: [{ cells: [cell(0, 0, word(NUMBER))] }] })).toEqual([STARRED]);
		const lone = { rowIndex: 0, columnIndex: 0, cellTextLines: { cellWords: word(NUMBER) } };
		expect(textsOf({ tables: { cells: lone } })).toEqual([STARRED]);
	});

	it('are starred over the words of one cell, and over neighbouring cells of a row', () => {
		expect(textsOf({ tables: [{ cells: [cell(0, 0, word('900101-'), word('1234567'))] }] })).toEqual([
			'900101-',
			'*******',
		]);
		const cells = [cell(0, 0, word('주민번호')), cell(0, 1, word('900101')), cell(0, 2, word('1234567'))];
		expect(textsOf({ tables: [{ cells }] })).toEqual(['주민번호', '900101', '*******']);
		expect(textsOf({ tables: [{ cells: [...cells].reverse() }] })).toEqual([
			'*******',
			'900101',
			'주민번호',
		]);
	});

	it('take their label from the head of their column', () => {
		const cells = (head: string, column: number) => [
			cell(0, column, word(head)),
			cell(1, 0, word('HONG')),
			cell(1, 1, word('9001019234567')),
		];
		expect(textsOf({ tables: [{ cells: cells('주민번호', 1) }] })[2]).toBe('900101*******');
		expect(textsOf({ tables: [{ cells: cells('주민번호', 0) }] })[2]).toBe('9001019234567');
	});

	it('take it from several words of the head', () => {
		const cells = [cell(0, 0, word('주'), word('민')), cell(1, 0, word('9001019234567'))];
		expect(textsOf({ tables: [{ cells }] })[2]).toBe('900101*******');
	});

	it('take it over the columns that a head spans', () => {
		const spanning = { ...cell(0, 0, word('주민번호')), columnSpan: 2 };
		const cells = [spanning, cell(1, 0, word('HONG')), cell(1, 1, word('9001019234567'))];
		expect(textsOf({ tables: [{ cells }] })[2]).toBe('900101*******');
	});

	it('and of the next row, if the head spans rows', () => {
		const spanning = { ...cell(0, 1, word('주민번호')), rowSpan: 3 };
		const cells = [spanning, cell(3, 1, word('9001019234567'))];
		expect(textsOf({ tables: [{ cells }] })[1]).toBe('900101*******');
	});
});

describe('what stands on the page and in a table', () => {
	const both = (left: number, top = 0, text = NUMBER): JsonObject => ({
		fields: [word(text, 100)],
		tables: [{ cells: [cell(0, 0, word(text, left, top))] }],
	});

	it('is counted once', () => {
		expect(masked(both(100)).found).toEqual(['personal']);
		expect(masked(both(105)).found).toEqual(['personal']);
		expect(masked(both(106)).found).toEqual(['personal', 'personal']);
		expect(masked(both(103, 4)).found).toEqual(['personal']);
		expect(masked(both(104, 4)).found).toEqual(['personal', 'personal']);
	});

	it('is counted once for each place that it stands at', () => {
		const twice = [word(NUMBER, 100), word(NUMBER, 400)];
		const tables = [{ cells: twice.map((each, column) => cell(0, column, each)) }];
		expect(masked({ fields: twice, tables }).found).toEqual(['personal', 'personal']);
	});

	it('is starred on the page where the table’s head names it', () => {
		const digits = '9001019234567';
		const table = [cell(0, 0, word('주민번호', 400, 0)), cell(1, 0, word(digits, 400, 300))];
		const image = (left: number) => ({ fields: [word(digits, left, 300)], tables: [{ cells: table }] });
		expect(textsOf(image(400))).toEqual(['900101*******', '주민번호', '900101*******']);
		expect(textsOf(image(500))[0]).toBe(digits);
	});

	it('is starred in the table where the words before it on the page name it', () => {
		const digits = '9001019234567';
		const image = (left: number) => ({
			fields: [word('주민번호', 0), word(digits, 60)],
			tables: [{ cells: [cell(0, 0, word(digits, left))] }],
		});
		expect(textsOf(image(60))).toEqual(['주민번호', '900101*******', '900101*******']);
		expect(textsOf(image(90))[2]).toBe(digits);
	});

	it('has no place without corners', () => {
		const table = [{ cells: [cell(0, 0, { inferText: NUMBER })] }];
		expect(masked({ fields: [word(NUMBER)], tables: table }).found).toHaveLength(2);
		const bare = { inferText: '9001019234567' };
		const fields = [word('주민번호', 0), word('9001019234567', 60)];
		expect(textsOf({ fields, tables: [{ cells: [cell(0, 0, bare)] }] })[2]).toBe('9001019234567');
	});
});
