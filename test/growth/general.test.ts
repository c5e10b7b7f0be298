import { textReadings } from '../../nodes/ClovaOcr/reading/general/textReadings';
import { PLAIN } from '../support/answers';
import { pageOf } from '../support/drawnPage';
import { execFile, nodeProcess, promisify, repositoryRoot } from '../support/node';
import { CELL_SHAPES, wordAt, WORD_SHAPES } from './shapes';

/** How many times as long 20 times the words, or 10 times the cells, may take; n log n is 29 and 13. */
const MOST = 25;

test('20,000 words and 10,000 cells take at most 25 times as long as 1,000, in every shape and layout', async () => {
	const parameters = ['--expose-gc', '--import', 'tsx', 'test/growth/measure.ts'];
	const { stdout } = await promisify(execFile)(nodeProcess.execPath, parameters, {
		cwd: repositoryRoot,
	});
	const found = JSON.parse(stdout) as Record<string, number>;
	const shapes = Object.keys(WORD_SHAPES).length * 5 + Object.keys(CELL_SHAPES).length;
	expect(Object.keys(found)).toHaveLength(shapes);
	expect(Object.entries(found).filter(([, growth]) => !(growth <= MOST))).toEqual([]);
}, 900_000);

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
