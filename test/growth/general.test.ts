import { tableReadings } from '../../nodes/ClovaOcr/reading/general/tableReadings';
import { textReadings } from '../../nodes/ClovaOcr/reading/general/textReadings';
import type { PageAnswer } from '../../nodes/ClovaOcr/reading/page';
import type { JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { PLAIN } from '../support/answers';
import { pageOf } from '../support/drawnPage';
import { nodeProcess } from '../support/node';

jest.setTimeout(60_000);

/** How many times as long 20 times the words may take: n log n is 29, the garbage of more words comes on top. */
const MOST_FOR_WORDS = 40;
/** The same for 10 times the cells. */
const MOST_FOR_CELLS = 25;

function word(index: number, x: number, y: number, more: JsonObject = {}): JsonObject {
	const [right, bottom] = [x + 40, y + 20];
	const corners = [
		[x, y],
		[right, y],
		[right, bottom],
		[x, bottom],
	];
	const vertices = corners.map(([cornerX, cornerY]) => ({ x: cornerX, y: cornerY }));
	return { inferText: `낱말${index}`, inferConfidence: 0.9, boundingPoly: { vertices }, ...more };
}

const SHAPES: Array<[string, (index: number, count: number) => JsonObject]> = [
	['in one row', (at) => word(at, at * 50, 0)],
	['in one row, each its own line', (at) => word(at, at * 50, 0, { lineBreak: true })],
	['in one line', (at, count) => word(at, at * 50, 0, { lineBreak: at === count - 1 })],
	['in one column', (at) => word(at, 0, at * 30)],
	['upon each other', (at) => word(at, 0, 0)],
	['in a grid', (at) => word(at, (at % 100) * 50, Math.floor(at / 100) * 30)],
	['on stairs', (at) => word(at, at * 50, at * 3)],
	['backwards', (at, count) => word(at, (count - at) * 50, 0, { lineBreak: false })],
	['without places', (at) => ({ inferText: `낱말${at}` })],
];

function page(count: number, wordOf: (index: number, count: number) => JsonObject) {
	return pageOf({ fields: Array.from({ length: count }, (_, at) => wordOf(at, count)) });
}

/** The least of this process's own time that some runs took, in milliseconds, and a few at least: less is noise. */
function time(run: () => unknown, runs: number): number {
	let best = Infinity;
	for (let i = 0; i < runs; i++) {
		const before = nodeProcess.cpuUsage();
		run();
		const { user, system } = nodeProcess.cpuUsage(before);
		best = Math.min(best, (user + system) / 1000);
	}
	return Math.max(best, 5);
}

/** How many times as long the larger page takes; measured again where a collection of garbage may have come between. */
function growth(
	read: (one: PageAnswer) => unknown,
	few: PageAnswer,
	many: PageAnswer,
	most: number,
): number {
	const once = () => time(() => read(many), 1) / time(() => read(few), 3);
	const first = once();
	return first < most ? first : Math.min(first, once(), once());
}

describe.each(SHAPES)('20,000 words %s', (_, wordOf) => {
	const [few, many] = [page(1000, wordOf), page(20_000, wordOf)];

	test.each([
		['columns', 'page'],
		['spaced', 'page'],
		['markdown', 'page'],
		['text', 'pair'],
	] as const)('cost no more than n log n: %s, %s', (layout, splitInto) => {
		const options = { ...PLAIN, layout, splitInto };
		const read = (one: PageAnswer) => textReadings([one], options);
		expect(growth(read, few, many, MOST_FOR_WORDS)).toBeLessThan(MOST_FOR_WORDS);
	});
});

test.each<[string, (at: number) => [number, number]]>([
	['in a square', (at) => [Math.floor(at / 100), at % 100]],
	['in one column', (at) => [at % 1000, 0]],
	['at one place', () => [0, 0]],
])('10,000 cells %s cost no more than n log n', (_, placeOf) => {
	const cells = (count: number) =>
		Array.from({ length: count }, (__, at) => {
			const [rowIndex, columnIndex] = placeOf(at);
			return {
				rowIndex,
				columnIndex,
				cellTextLines: [{ cellWords: [word(at, columnIndex * 50, rowIndex * 30)] }],
			};
		});
	const tables = (count: number) => pageOf({ tables: [{ cells: cells(count) }], fields: [] });
	const [few, many] = [tables(1000), tables(10_000)];
	const read = (one: PageAnswer) => tableReadings([one], { ...PLAIN, splitInto: 'table' });
	expect(growth(read, few, many, MOST_FOR_CELLS)).toBeLessThan(MOST_FOR_CELLS);
});

test.each([1e308, -1e308, 1e12])('places of %d and mad confidences come out as unknown', (far) => {
	const vertices = [
		{ x: far, y: -far },
		{ x: -far, y: far },
		{ x: far, y: far },
		{ x: 0, y: 0 },
	];
	const fields = [
		{ inferText: '가', inferConfidence: 1e308, boundingPoly: { vertices } },
		{ inferText: '나', inferConfidence: -5, boundingPoly: { vertices } },
		word(1, 0, 0),
	];
	for (const layout of ['text', 'spaced', 'columns', 'markdown'] as const) {
		const options = { ...PLAIN, layout, splitInto: 'page', includeFieldDetails: true };
		const [reading] = textReadings([pageOf({ fields })], options);
		expect(reading.confidence).toBe(0.9);
		expect(JSON.stringify(reading)).toBe(JSON.stringify(JSON.parse(JSON.stringify(reading))));
		expect(String(reading.values.text).length).toBeLessThan(1000);
	}
});
