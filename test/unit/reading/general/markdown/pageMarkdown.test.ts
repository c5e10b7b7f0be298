import { pagesMarkdown } from '../../../../../nodes/ClovaOcr/reading/general/markdown/pageMarkdown';
import { readTables } from '../../../../../nodes/ClovaOcr/reading/general/tables/tables';
import { readWords } from '../../../../../nodes/ClovaOcr/reading/general/text/words';
import type { JsonObject } from '../../../../../nodes/ClovaOcr/shared/json';
import { frame, printedField, type Print } from '../../../../support/printedWords';

interface Spans {
	rowSpan?: number;
	columnSpan?: number;
}

/** A cell with one word, at a place of its table. */
function cell(
	rowIndex: number,
	columnIndex: number,
	word: Print | null,
	spans: Spans = {},
): JsonObject {
	const cellTextLines = word === null ? [] : [{ cellWords: [printedField(word)] }];
	return { rowIndex, columnIndex, cellTextLines, ...spans };
}

/** A table from its top to 100 pixels below, on the left half of the page, with a header and a row. */
function tableAt(
	top: number,
	[head, value]: [string, string],
): { table: JsonObject; words: Print[] } {
	const words: Print[] = [
		[head, 50, top + 10, 20],
		[value, 50, top + 60, 20],
	];
	const cells = words.map((word, row) => cell(row, 0, word));
	return { table: { cells, boundingPoly: frame(0, top, 400, 100) }, words };
}

function blocksOf(prints: Print[], tables: JsonObject[]) {
	const image = { fields: prints.map(printedField), tables };
	return pagesMarkdown([{ words: readWords(image), tables: readTables(image) }])[0];
}

const textsOf = (prints: Print[], tables: JsonObject[]) =>
	blocksOf(prints, tables).map(({ text }) => text);

const written = (head: string, value: string) => `| ${head} |\n| --- |\n| ${value} |`;

describe('a table', () => {
	const { table, words } = tableAt(300, ['품목', '연필']);
	const before: Print = ['앞에 있는 글', 50, 100, 20];
	const after: Print = ['뒤에 오는 글', 50, 600, 20];

	it('stands where its first word stands in the text', () => {
		const expected = ['앞에 있는 글', written('품목', '연필'), '뒤에 오는 글'];
		expect(textsOf([before, ...words, after], [table])).toEqual(expected);
	});

	it('stands at the end where none of its words is in the text', () => {
		expect(textsOf([before, after], [table])).toEqual([
			'앞에 있는 글',
			'뒤에 오는 글',
			written('품목', '연필'),
		]);
	});

	it('stands beside others of the page', () => {
		const second = tableAt(450, ['이름', '홍길동']);
		const expected = [written('품목', '연필'), written('이름', '홍길동')];
		expect(textsOf([...words, ...second.words], [table, second.table])).toEqual(expected);
		expect(textsOf([...words, ...second.words], [second.table, table])).toEqual(expected);
	});

	it('leaves beside it what a line goes on with outside', () => {
		const line: Print[] = [
			['품목', 50, 310, 20, false],
			['옆글', 600, 310, 20],
		];
		expect(textsOf([before, ...line, words[1]], [table])).toEqual([
			'앞에 있는 글',
			written('품목', '연필'),
			'옆글',
		]);
	});

	it('takes each of its words once, and no word that only reads like one', () => {
		const twice: Print = ['연필', 200, 360, 20];
		const elsewhere: Print = ['연필', 50, 600, 20];
		const stranger: Print = ['도장', 300, 360, 20];
		expect(textsOf([...words, twice, stranger, elsewhere], [table])).toEqual([
			written('품목', '연필'),
			'연필\n도장',
			'연필',
		]);
	});

	it('takes a word as often as its cells have it', () => {
		const same = tableAt(300, ['합계', '합계']);
		expect(textsOf([...same.words, after], [same.table])).toEqual([
			written('합계', '합계'),
			'뒤에 오는 글',
		]);
	});

	it('holds the words of its cells', () => {
		const [first] = blocksOf(words, [table]);
		expect(first.words.map(({ text }) => text)).toEqual(['품목', '연필']);
		expect(first.heading).toBeNull();
	});

	it('writes each merged cell once, its header in one row and no row of blanks', () => {
		const at = (text: string): Print => [text, 0, 0, 20];
		const cells = [
			cell(0, 0, at('구분'), { rowSpan: 2 }),
			cell(0, 1, at('합계'), { columnSpan: 2 }),
			cell(1, 1, at('개수')),
			cell(1, 2, at('금|액')),
			cell(2, 0, at('문구')),
			cell(2, 1, at('2')),
			cell(3, 1, null),
			cell(4, 2, at('300')),
		];
		expect(textsOf([], [{ cells }])).toEqual([
			[
				'| 구분 | 합계 개수 | 금\\|액 |',
				'| --- | --- | --- |',
				'| 문구 | 2 |  |',
				'|  |  | 300 |',
			].join('\n'),
		]);
	});
});

it('a numbered list goes on from the number that it begins with', () => {
	const prints: Print[] = ['10) 사과', '11) 포도', '12) 귤'].map((text, index) => [
		text,
		50,
		100 + 30 * index,
		20,
	]);
	expect(textsOf(prints, [])).toEqual(['10) 사과\n11) 포도\n12) 귤']);
});

it('a heading has its level of all pages, and its text as printed', () => {
	const body = ['본문의 첫째 줄입니다', '본문의 둘째 줄입니다', '본문의 셋째 줄입니다'];
	const page = (heading: string, height: number) => {
		const lines = body.map((text, index): Print => [text, 50, 200 + 40 * index, 20]);
		const fields = [[heading, 50, 100, height] satisfies Print, ...lines].map(printedField);
		return { words: readWords({ fields }), tables: [] };
	};
	const pages = pagesMarkdown([page('작은 *제목*', 40), page('큰 제목', 60)]);
	expect(pages.map(([{ text, heading }]) => [text, heading])).toEqual([
		['## 작은 \\*제목\\*', { text: '작은 *제목*', level: 2 }],
		['# 큰 제목', { text: '큰 제목', level: 1 }],
	]);
});
