import { pagePairs } from '../../../../../nodes/ClovaOcr/reading/general/pairs/pairs';
import { readTables } from '../../../../../nodes/ClovaOcr/reading/general/tables/tables';
import { frame, printedField, printedText, printedWords } from '../../../../support/printedWords';

/** A text 20 pixels high, from a left and a top edge on; each letter and blank is ten wide. */
type Text = [text: string, left: number, top: number];

const pairs = (...texts: Text[]) =>
	pagePairs(printedWords(texts.flatMap((text) => printedText(...text))), []).map(
		({ label, value, by }) => `${label}=${value} (${by})`,
	);

/** Texts of one row as a line of letters: two blanks and more part them. */
function row(line: string, top = 0): Text[] {
	return [...line.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => [text, 10 * index, top]);
}

describe('a value beside its label', () => {
	it.each<[string, string, string[]]>([
		['of a known label', '성명    홍길동', ['성명=홍길동 (beside)']],
		['of any label with a colon', '취미:    독서', ['취미=독서 (colon)']],
		[
			'of a longer label with a colon, if it is known',
			'Account Holder:    Kim',
			['Account Holder=Kim (colon)'],
		],
		['of no sentence with a colon', '다음 글을 끝까지 꼭 읽어 주세요:    독서', []],
		['of a short text alone beside a number', '상수도    1,000원', ['상수도=1,000원 (beside)']],
		['of no short text otherwise', '상수도    독서', []],
		['of no short text in a row of three', '연필    2    1,000', []],
		['of no number', '20    1,000', []],
		['that is no label itself', '성명    주소', []],
		['that has a letter or a digit', '성명    ---', []],
		['that is the label of nothing else', '성명    호칭:    귀하', ['호칭=귀하 (colon)']],
		['that has no label of its own', '성명    취미: 독서', ['취미=독서 (colon)']],
		[
			'twice in a row',
			'성명    홍길동    주소    서울',
			['성명=홍길동 (beside)', '주소=서울 (beside)'],
		],
	])('%s', (_, line, expected) => {
		expect(pairs(...row(line))).toEqual(expected);
	});

	it.each([
		[80, 1],
		[81, 0],
	])('of %d letters makes %d pairs', (length, count) => {
		expect(pairs(...row(`성명    ${'가'.repeat(length)}`))).toHaveLength(count);
	});
});

describe('a value behind a colon', () => {
	it.each<[string, string, string[]]>([
		['in the same word', '전화:02-100', ['전화=02-100']],
		['behind a blank', '전화: 02-100', ['전화=02-100']],
		['behind a colon of its own', '전화 ： 02-100', ['전화=02-100']],
		['of several', '전화: 02-100 팩스: 02-200', ['전화=02-100', '팩스=02-200']],
		[
			'of several with colons of their own',
			'전화 : 02 100 팩스 : 02 200',
			['전화=02 100', '팩스=02 200'],
		],
		['of a spread label', '전 화 : 02-100', ['전화=02-100']],
		['of a label in four words', '가 나 다 라: 값', ['가나다라=값']],
		['of none in five', '가 나 다 라 마: 값', []],
		['of none that is a number', '비고: 문의는 123: 다음', ['비고=문의는 123: 다음']],
		['of none in front of a colon alone', '비고: 문의 123 : 다음', ['비고=문의 123 : 다음']],
		['but not where it is a time', '비고: 12:30 출발', ['비고=12:30 출발']],
		['but not where it is an address', 'http://example.com/a', []],
		['but not where there is none', '전화: 팩스:', []],
		['but not where it is a sign', '전화: --', []],
		['but not where it is a label too', '전화: 주소', []],
		['without a label', ': 값', []],
	])('%s', (_, text, expected) => {
		expect(pairs([text, 0, 0])).toEqual(expected.map((pair) => `${pair} (colon)`));
	});
});

describe('a value below its label', () => {
	const label: Text = ['성명', 100, 100];

	it.each<[string, Text[], string[]]>([
		['in the next row', [label, ['홍길동', 100, 130]], ['성명=홍길동 (below)']],
		[
			'in the one after it, with nothing between',
			[label, ['무엇', 400, 125], ['홍길동', 100, 150]],
			['성명=홍길동 (below)'],
		],
		[
			'but in no later one',
			[label, ['무엇', 400, 115], ['무엇', 400, 137], ['홍길동', 100, 155]],
			[],
		],
		['not above it', [['김보기', 100, 60], label, ['홍길동', 100, 140]], ['성명=홍길동 (below)']],
		['no further than two of its heights', [label, ['홍길동', 100, 163]], ['성명=홍길동 (below)']],
		['but not where it is further', [label, ['홍길동', 100, 164]], []],
		['that reaches under it', [label, ['홍길동', 119, 130]], ['성명=홍길동 (below)']],
		['that begins left of it', [label, ['홍길동', 71, 130]], ['성명=홍길동 (below)']],
		['but not right of it', [label, ['홍길동', 120, 130]], []],
		['but not left of it', [label, ['홍길동', 70, 130]], []],
		['but none with a colon', [label, ['취미: 독서', 100, 130]], ['취미=독서 (colon)']],
		['but none that is a label', [label, ['주소', 100, 130]], []],
		[
			'but none of another label',
			[['주소', 0, 130], label, ['서울', 100, 130]],
			['주소=서울 (beside)'],
		],
		['of a word that is known only', [...row('무엇'), ...row('홍길동', 30)], []],
		[
			'of two labels beside each other',
			[label, ['주소', 300, 100], ['홍길동', 100, 130], ['서울', 300, 130]],
			['성명=홍길동 (below)', '주소=서울 (below)'],
		],
	])('%s', (_, texts, expected) => {
		expect(pairs(...texts)).toEqual(expected);
	});

	it('but not one of two that stand under it', () => {
		const wide: Text = ['사업자등록번호', 100, 100];
		expect(pairs(wide, ['홍길동', 90, 130], ['서울', 150, 130])).toEqual([]);
	});

	it('of no label that has its value behind a colon', () => {
		expect(pairs(['납부: 자', 100, 100], ['홍길동', 100, 130])).toEqual(['납부=자 (colon)']);
	});
});

it('pairs come in the order of their labels on the page', () => {
	const page = [
		...row('세액', 100),
		...row('120', 130),
		...row('전화: 02-100', 200),
		...row('성명    홍길동', 300),
	];
	expect(pairs(...page)).toEqual([
		'세액=120 (below)',
		'전화=02-100 (colon)',
		'성명=홍길동 (beside)',
	]);
});

it('a pair has the words of its label and of its value', () => {
	const wordsIn = (...texts: Text[]) =>
		pagePairs(printedWords(texts.flatMap((text) => printedText(...text))), []).map(({ words }) =>
			words.map(({ text }) => text).join(' '),
		);
	expect(wordsIn(['성 명', 0, 0], ['홍 길동', 200, 0])).toEqual(['성 명 홍 길동']);
	expect(wordsIn(['전 화 : 02 100 팩스: 02', 0, 0])).toEqual(['전 화 : 02 100', '팩스: 02']);
});

it('the pairs of a table come first, and its words make no others', () => {
	const cellWords = [printedField(['성명', 10, 10, 20]), printedField(['홍길동', 210, 10, 20])];
	const cells = cellWords.map((word, columnIndex) => ({
		rowIndex: 0,
		columnIndex,
		cellTextLines: [{ cellWords: [word] }],
	}));
	const tables = readTables({ tables: [{ cells, boundingPoly: frame(0, 0, 400, 40) }] });
	const page = [...row(' 성명                  홍길동', 10), ...row('주소    서울', 100)];
	const found = pagePairs(printedWords(page.flatMap((text) => printedText(...text))), tables);
	expect(found.map(({ label, value, by }) => [label, value, by])).toEqual([
		['성명', '홍길동', 'table'],
		['주소', '서울', 'beside'],
	]);
	expect(found[0].words.map(({ text }) => text)).toEqual(['성명', '홍길동']);
});
