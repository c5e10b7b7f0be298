import { textReadings } from '../../nodes/ClovaOcr/reading/general/textReadings';
import { leastReport } from '../bench/leastReport';
import { PLAIN } from '../support/answers';
import { pageOf } from '../support/drawnPage';
import { CELL_SHAPES, READINGS, WORD_SHAPES, wordAt } from './shapes';

jest.setTimeout(300_000);

/**
 * How many times as long 20 times the words may take: n log n is 29, and 20,000 words are more than a
 * processor's cache holds. Most shapes show 18 to 25 on a machine that has its memory for itself, and 30 to
 * 55 on a virtual one that takes idle memory back, where every large run has to get it anew. What grows
 * with the square root besides shows 89 and more, with the square 400.
 */
const MOST = (3 * (20 * Math.log(20_000))) / Math.log(1000);
/** The same for 10 times the cells. */
const MOST_FOR_CELLS = 25;
/** Milliseconds; what takes less is not measured well enough to be compared. */
const SHORTEST = 1;
/**
 * Room for all objects of a run: what V8's collector spends on copying them, once they are more than its
 * young generation holds, belongs to the heap's size and comes and goes with it.
 */
const HEAP = ['--single-threaded-gc', '--min-semi-space-size=256', '--max-semi-space-size=256'];

type Growth = (name: string) => number;

/** The growth of each reading of a shape; measured again where something else may have come between. */
async function growths(shape: string, most: number): Promise<Growth> {
	let least: Record<string, number> = {};
	const growth: Growth = (name) =>
		least[`${name}: large`] / Math.max(least[`${name}: small`], SHORTEST);
	for (let round = 0; round < 4; round++) {
		const figures = await leastReport([...HEAP, 'test/growth/job.ts', shape], 1);
		for (const [name, figure] of Object.entries(figures)) {
			figures[name] = Math.min(figure, least[name] ?? Infinity);
		}
		least = figures;
		const names = Object.keys(figures).map((name) => name.replace(/: \w+$/, ''));
		if (names.every((name) => growth(name) < most)) break;
	}
	return growth;
}

describe.each(Object.keys(WORD_SHAPES))('20,000 words %s', (shape) => {
	let growth: Growth;
	beforeAll(async () => {
		growth = await growths(shape, MOST);
	});

	test.each(READINGS)('cost no more than n log n: $layout, $splitInto', ({ layout, splitInto }) => {
		expect(growth(`${layout} ${splitInto}`)).toBeLessThan(MOST);
	});
});

test.each(Object.keys(CELL_SHAPES))(
	'10,000 cells %s cost at most 25 times as much as 1,000',
	async (shape) => {
		const growth = await growths(`cells ${shape}`, MOST_FOR_CELLS);
		expect(growth('cells')).toBeLessThan(MOST_FOR_CELLS);
	},
);

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
		wordAt(1, 0, 0),
	];
	for (const layout of ['text', 'spaced', 'columns', 'markdown'] as const) {
		const options = { ...PLAIN, layout, splitInto: 'page', includeFieldDetails: true };
		const [reading] = textReadings([pageOf({ fields })], options);
		expect(reading.confidence).toBe(0.9);
		expect(JSON.stringify(reading)).toBe(JSON.stringify(JSON.parse(JSON.stringify(reading))));
		expect(String(reading.values.text).length).toBeLessThan(1000);
	}
});
