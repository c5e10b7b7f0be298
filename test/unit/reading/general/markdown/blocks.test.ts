import {
	blocksOf,
	type Block,
	type Piece,
} from '../../../../../nodes/ClovaOcr/reading/general/markdown/blocks';
import type { Line } from '../../../../../nodes/ClovaOcr/reading/general/markdown/lines';
import { sheetOf } from '../../../../../nodes/ClovaOcr/reading/general/tables/sheet';
import { gridOf } from '../../../../../nodes/ClovaOcr/reading/general/tables/grid';
import { wordsOf } from '../../../../../nodes/ClovaOcr/reading/general/text/words';

const BODY = 20;
/** Where the stretch of page begins and ends that the lines are printed in. */
const [LEFT, RIGHT] = [100, 500];

/** A line of print 20 pixels high whose letters are ten wide, with its middle at a height of the page. */
function line(text: string, middle: number, given: Partial<Line> = {}): Line {
	const { left = LEFT, height = BODY } = given;
	let x = left;
	const words = text.split(' ').map((inferText) => {
		const place = { left: x, right: x + 10 * inferText.length };
		x = place.right + 10;
		const [word] = wordsOf([{ inferText }]);
		return { word, line: 0, ...place, top: middle - height / 2, bottom: middle + height / 2 };
	});
	const edges = { left, right: x - 10, regionLeft: LEFT, regionRight: RIGHT };
	return { words, text, height, middle, region: 0, ...edges, ...given };
}

/** Lines that each end long before the edge, at usual distances or at those given. */
function below(texts: string[], distances: number[] = []): Line[] {
	let middle = 100;
	return texts.map((text, index) => {
		if (index > 0) middle += distances[index - 1] ?? 30;
		return line(text, middle);
	});
}

const blocks = (pieces: Piece[], headings = new Map<Line, number>()) =>
	blocksOf(pieces, { body: BODY, headings });

/** A block with its kind in front: lines parted by `/`, what flows on in one of them by `+`. */
function shown(block: Block): string {
	const flows = (all: string[][]) => all.map((flow) => flow.join(' + ')).join(' / ');
	switch (block.kind) {
		case 'heading':
			return `heading ${block.text}`;
		case 'list':
			return `list ${block.marker} ${flows(block.items)}`;
		case 'paragraph':
			return `paragraph ${flows(block.lines)}`;
		case 'table':
			return 'table';
	}
}

const shownOf = (pieces: Piece[], headings?: Map<Line, number>) =>
	blocks(pieces, headings).map(shown);

/** How many blocks lines at these distances make. */
const countAt = (distances: number[]) =>
	blocks(below(['하나', ...distances.map(() => '다음')], distances)).length;

describe('lines belong together', () => {
	it.each<[string, number[], number]>([
		['at the usual distance', [30, 30, 30, 30], 1],
		['a third further apart than usual', [40, 40, 40, 54], 1],
		['not half as far again as usual', [30, 30, 30, 45], 2],
		['by the distance of most, not of the nearest', [30, 30, 20, 20, 30, 40], 1],
		['by the distance of most, in whatever order', [30, 30, 30, 25, 25, 25, 40], 1],
		['by lines below each other, not by what stands half a letter higher', [10, 10, 10, 30, 30], 1],
		['by lines of one text, not by gaps of three letters', [30, 30, 60, 60, 60], 4],
		['on one height, even where there is no other line', [0], 1],
	])('%s', (_, distances, count) => {
		expect(countAt(distances)).toBe(count);
	});

	it('where the next stands a bit higher, as on a page askew, but not in another row', () => {
		expect(countAt([30, 30, 30, -19])).toBe(1);
		expect(countAt([30, 30, 30, -20])).toBe(2);
	});

	it('in print of one size', () => {
		const at = (height: number) =>
			blocks([line('가나', 100), line('다라', 130, { height })]).length;
		expect([16, 17, 20, 24, 25].map(at)).toEqual([2, 1, 1, 1, 2]);
	});

	it('in one stretch of the page', () => {
		expect(shownOf([line('가나', 100), line('다라', 130, { region: 1 })])).toEqual([
			'paragraph 가나',
			'paragraph 다라',
		]);
	});

	it('and to no table', () => {
		const words = wordsOf([{ inferText: '칸' }]);
		const table = { sheet: sheetOf(gridOf([]), true), words };
		const [first, second] = [line('가나', 100), line('다라', 130)];
		expect(shownOf([first, table, second])).toEqual(['paragraph 가나', 'table', 'paragraph 다라']);
		expect(blocks([first, table, second])[1].words).toBe(words);
	});
});

describe('a heading', () => {
	it('of two lines is one, as far apart as letters of its height stand', () => {
		const at = (distance: number) => {
			const [one, other] = [100, 100 + distance].map((middle) =>
				line('아주 긴 제목', middle, { height: 2 * BODY }),
			);
			const body = below(['하나', '둘', '셋', '넷']).map((each) => ({
				...each,
				middle: each.middle + 300,
			}));
			const ratios = new Map([
				[one, 2],
				[other, 2],
			]);
			return shownOf([one, other, ...body], ratios).filter((text) => text.startsWith('heading'));
		};
		expect(at(60)).toEqual(['heading 아주 긴 제목 아주 긴 제목']);
		expect(at(81)).toEqual(['heading 아주 긴 제목 아주 긴 제목']);
		expect(at(82)).toHaveLength(2);
	});

	const [one, other] = [line('첫째 장', 100, { height: 30 }), line('이야기', 140, { height: 30 })];
	const ratios = new Map([
		[one, 1.5],
		[other, 1.4],
	]);

	it('goes on in the next line', () => {
		const [heading, ...rest] = blocks([one, other], ratios);
		expect(heading).toMatchObject({ kind: 'heading', text: '첫째 장 이야기', ratio: 1.5 });
		expect(heading.words.map(({ text }) => text)).toEqual(['첫째', '장', '이야기']);
		expect(rest).toEqual([]);
	});

	it('is another one further below', () => {
		const apart = line('이야기', 400, { height: 30 });
		expect(shownOf([one, apart], new Map([...ratios, [apart, 1.5]]))).toEqual([
			'heading 첫째 장',
			'heading 이야기',
		]);
	});

	it('ends the text before it, and the text below it begins anew', () => {
		const text = [line('가나', 100), line('둘째 장', 130, { height: 24 }), line('다라', 160)];
		expect(shownOf(text, new Map([[text[1], 1.2]]))).toEqual([
			'paragraph 가나',
			'heading 둘째 장',
			'paragraph 다라',
		]);
	});
});

/** A line that fills its stretch, so that the next word had no room. */
const full = (middle: number, text = '꽉 찬 줄') => line(text, middle, { right: RIGHT });

describe('a list', () => {
	it.each<[string, string[], string[]]>([
		['by bullets of any kind', ['• 사과', '- 포도', '* 귤'], ['list - 사과 / 포도 / 귤']],
		['by numbers', ['1. 사과', '2. 포도', '3. 귤'], ['list 1. 사과 / 포도 / 귤']],
		['from any number on', ['9) 사과', '10) 포도'], ['list 9) 사과 / 포도']],
		['anew by another sign', ['• 사과', '1. 포도'], ['list - 사과', 'list 1. 포도']],
		['anew by a bullet', ['1. 사과', '• 포도'], ['list 1. 사과', 'list - 포도']],
		['of a line after text', ['과일', '• 포도'], ['paragraph 과일', 'list - 포도']],
		[
			'but not by a number that is left out',
			['1. 사과', '3. 귤'],
			['list 1. 사과', 'paragraph 3. 귤'],
		],
		['but not by another bracket', ['1. 사과', '2) 귤'], ['list 1. 사과', 'paragraph 2) 귤']],
		[
			'and ends with a line that it has room for',
			['• 사과', '끝'],
			['list - 사과', 'paragraph 끝'],
		],
	])('is made %s', (_, texts, expected) => {
		expect(shownOf(below(texts))).toEqual(expected);
	});

	it('holds the words of all its items, wherever they stand', () => {
		const [list] = blocks(below(['• 사과 배', '• 포도'], [200]));
		expect(list.words.map(({ text }) => text)).toEqual(['•', '사과', '배', '•', '포도']);
	});

	it('has items that flow on over the end of a full line', () => {
		const [list, ...rest] = blocks([full(100, '• 긴 줄'), full(130), line('끝', 160)]);
		expect(shown(list)).toBe('list - 긴 줄 + 꽉 찬 줄 + 끝');
		expect(list.words.map(({ text }) => text).join(' ')).toBe('• 긴 줄 꽉 찬 줄 끝');
		expect(rest).toEqual([]);
	});

	it('has no item that flows into a number', () => {
		expect(shownOf([full(100, '1. 긴 줄'), line('7. 다른 것', 130)])).toEqual([
			'list 1. 긴 줄',
			'paragraph 7. 다른 것',
		]);
	});
});

describe('a paragraph', () => {
	it('flows on over the end of a full line, and keeps the end of a short one', () => {
		const text = [full(100), line('여유가 있는', 130), line('끝', 160)];
		const [paragraph] = blocks(text);
		expect(shown(paragraph)).toBe('paragraph 꽉 찬 줄 + 여유가 있는 / 끝');
		expect(paragraph.words.map(({ text: each }) => each).join(' ')).toBe('꽉 찬 줄 여유가 있는 끝');
	});

	it.each<[number, string]>([
		[29, '긴 줄 + 다음 말'],
		[30, '긴 줄 / 다음 말'],
		[40, '긴 줄 / 다음 말'],
	])('with %d pixels left for a word of 20 and a blank of half a letter', (room, expected) => {
		const text = [line('긴 줄', 100, { right: RIGHT - room }), line('다음 말', 130)];
		expect(shownOf(text)).toEqual([`paragraph ${expected}`]);
	});

	it('asks the first word of the next line for its width, not the whole line', () => {
		const text = [line('긴 줄', 100, { right: RIGHT - 25 }), line('가 나다라마바사', 130)];
		expect(shownOf(text)).toEqual(['paragraph 긴 줄 / 가 나다라마바사']);
	});

	it.each<[number, string]>([
		[10, 'paragraph 꽉 찬 줄 / 옆'],
		[11, 'paragraph 꽉 찬 줄 + 옆'],
	])('does not flow into what stands beside it, %d pixels lower', (distance, expected) => {
		expect(shownOf([full(100), line('옆', 100 + distance)])).toEqual([expected]);
	});

	it.each<[string, number, number, number]>([
		['four fifths of a letter, as boxes vary', 0, 16, 1],
		['a letter', 0, 20, 2],
		['nearly four letters', 0, 79, 2],
		['four letters, which is another place of the page', 0, 80, 1],
		['as the line before', 30, 30, 1],
		['half a letter further than the line before', 20, 30, 1],
		['more than that', 19, 30, 2],
	])('begins where a line is drawn in by %s', (_, before, now, count) => {
		const text = [
			line('가나', 100, { left: LEFT + before }),
			line('다라', 130, { left: LEFT + now }),
		];
		expect(blocks(text)).toHaveLength(count);
	});
});
