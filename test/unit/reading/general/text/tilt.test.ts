import { levelled, tiltOf } from '../../../../../nodes/ClovaOcr/reading/general/text/tilt';
import { Word } from '../../../../../nodes/ClovaOcr/reading/general/text/words';

type Corners = Array<[x: number, y: number]>;

function wordAt(corners: Corners): Word {
	const vertices = corners.map(([x, y]) => ({ x, y }));
	return new Word('가', '가', null, null, { boundingPoly: { vertices } });
}

const NOWHERE = wordAt([]);

/** Corners of a word of some width and height, turned around its middle. */
function turned(x: number, y: number, width: number, height: number, degrees: number): Corners {
	const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
	return [
		[-width, -height],
		[width, -height],
		[width, height],
		[-width, height],
	].map(([dx, dy]) => [x + (dx * cos - dy * sin) / 2, y + (dx * sin + dy * cos) / 2]);
}

/** The upright frame around the same word. */
function frame(x: number, y: number, width: number, height: number, degrees: number): Corners {
	const corners = turned(x, y, width, height, degrees);
	const [dx, dy] = [0, 1].map((at) => Math.max(...corners.map((corner) => corner[at])));
	return [
		[2 * x - dx, 2 * y - dy],
		[dx, 2 * y - dy],
		[dx, dy],
		[2 * x - dx, dy],
	];
}

const box = (x: number, y: number, width: number, degrees: number) =>
	wordAt(turned(x, y, width, 10, degrees));

/** Places of the levelled page, to three digits. */
function places(words: Word[]) {
	const { x, y, width, height, ofWord } = levelled(words);
	// Adding 0 takes the sign from -0.
	const rounded = (column: Float64Array) =>
		Array.from(column, (each) => Math.round(each * 1000) / 1000 + 0);
	return { ofWord, x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) };
}

describe('the tilt of a page', () => {
	test.each([
		-179, -135, -91, -90, -89, -46, -44, -20, -3.5, 3.5, 20, 44, 46, 89, 90, 91, 135, 179,
	])('is told by single words (%d degrees)', (degrees) => {
		expect(tiltOf([100, 200, 300].map((y) => [box(100, y, 60, degrees)]))).toBe(degrees);
	});

	test('is 180 degrees, not -180, where it stands on its head', () => {
		const word = wordAt([
			[40, 20],
			[0, 20],
			[0, 0],
			[40, 0],
		]);
		expect(tiltOf([[word]])).toBe(180);
	});

	test('is told to a tenth of a degree', () => {
		expect(tiltOf([[box(100, 100, 60, 12.34)]])).toBe(12.3);
	});

	test.each([-2.9, 0, 2.9])('is none at %d degrees', (degrees) => {
		expect(tiltOf([[box(100, 100, 60, degrees)]])).toBeNull();
	});

	test('is none where there are no words, or none has a place', () => {
		expect(tiltOf([])).toBeNull();
		expect(tiltOf([[NOWHERE], [NOWHERE, NOWHERE]])).toBeNull();
	});

	test.each([1, 0.005])(
		'is the way from the first to the last word of a line, whatever the boxes and the size (x %d)',
		(scale) => {
			const line = [100, 160, 220].map((at) =>
				wordAt(frame(at, at, 40, 10, 45).map(([x, y]) => [x * scale, y * scale])),
			);
			expect(tiltOf([line])).toBe(45);
		},
	);

	test('is not told by a line that begins or ends with a word without a place', () => {
		const level = [box(100, 100, 60, 0), box(200, 100, 60, 0)];
		expect(tiltOf([[NOWHERE, box(100, 200, 300, 45)], level])).toBeNull();
		expect(tiltOf([[box(100, 200, 300, 45), NOWHERE], level])).toBeNull();
	});

	test.each<[number, number, number | null]>([
		[40, 40.5, 90],
		[40.5, 40, null],
	])('is that of most of the text: %d pixels level, %d turned', (level, other, tilt) => {
		expect(tiltOf([[box(100, 100, level, 0)], [box(100, 200, other, 90)]])).toBe(tilt);
	});

	test.each<[number, number, number, number]>([
		[40.4, 40, 0, -10],
		[40, 40.4, 0, 10],
		[60, 50, 40, -10],
	])(
		'is the middle one by length: %d pixels at -10 degrees, %d at 10, %d at 90',
		(left, right, across, tilt) => {
			const words = [box(100, 100, right, 10), box(100, 200, left, -10), box(100, 300, across, 90)];
			expect(tiltOf(words.map((word) => [word]))).toBe(tilt);
		},
	);

	test('is the middle one of all that run the same way', () => {
		const words = [box(100, 100, 70, 19), box(100, 200, 40, 16), box(100, 300, 40, 17)];
		expect(tiltOf(words.map((word) => [word]))).toBe(17);
	});

	test('is told by lines all over a long page, not by its first', () => {
		const lines = Array.from({ length: 250 }, (_, at) => [
			box(100, at * 20, 60, at === 0 ? 90 : 0),
		]);
		expect(tiltOf(lines)).toBeNull();
	});
});

describe('a levelled page', () => {
	test('has the middle of each word, and the mean of its opposite sides', () => {
		const word = wordAt([
			[0, 0],
			[40, 0],
			[50, 30],
			[10, 20],
		]);
		expect(places([word])).toEqual({
			ofWord: [0],
			x: [25],
			y: [12.5],
			width: [40.616],
			height: [26.992],
		});
	});

	test('leaves out words without four corners', () => {
		const three = wordAt([
			[0, 0],
			[40, 0],
			[40, 10],
		]);
		expect(places([NOWHERE, box(20, 5, 40, 0), three])).toEqual({
			ofWord: [-1, 0, -1],
			x: [20],
			y: [5],
			width: [40],
			height: [10],
		});
	});

	test.each([-170, -90, -30, 30, 90, 170])('is turned back, here by %d degrees', (degrees) => {
		const angle = (degrees * Math.PI) / 180;
		const word = box(100 * Math.cos(angle), 100 * Math.sin(angle), 40, degrees);
		expect(places([word])).toEqual({ ofWord: [0], x: [100], y: [0], width: [40], height: [10] });
	});

	test('follows most of its words, not the first', () => {
		const [sin, cos] = [Math.sin(Math.PI / 18), Math.cos(Math.PI / 18)];
		const on = (x: number, y: number, degrees: number) =>
			box(x * cos - y * sin, x * sin + y * cos, 40, degrees);
		const words = [on(0, 0, 40), on(500, 200, 10), on(0, 400, 10), on(500, 600, 10)];
		const { x, y, width } = places(words);
		expect(x).toEqual([0, 500, 0, 500]);
		expect(y).toEqual([0, 200, 400, 600]);
		expect(width).toEqual([40, 40, 40, 40]);
	});
});

describe('upright frames around tilted words', () => {
	/** Words of a line on a page turned by so many degrees, each a step on. */
	function line(degrees: number, width: number, step: number, count = 6): Word[] {
		const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
		return Array.from({ length: count }, (_, at) =>
			wordAt(frame(200 + at * step * cos, 200 + at * step * sin, width, 20, degrees)),
		);
	}
	const all = <T>(value: T) => Array<T>(6).fill(value);

	test.each([-20, -4, 4, 20])('are levelled by their neighbours, here by %d degrees', (degrees) => {
		const { y, width, height } = places(line(degrees, 40, 46));
		expect(new Set(y).size).toBe(1);
		expect([width, height]).toEqual([all(40), all(20)]);
	});

	test('are levelled where there are only two', () => {
		expect(new Set(places(line(15, 40, 46, 2)).y).size).toBe(1);
	});

	test('are levelled though they stand far apart', () => {
		expect(new Set(places(line(5, 40, 130)).y).size).toBe(1);
	});

	test('keep their size where the tilt leaves no way to tell that of the word', () => {
		const { y, width, height } = places(line(30, 30, 34));
		expect(new Set(y).size).toBe(1);
		expect([width, height]).toEqual([all(35.981), all(32.321)]);
	});

	test('are levelled though the first stands a little off', () => {
		const [, ...rest] = line(20, 40, 46);
		const { y } = places([wordAt(frame(200, 206, 40, 20, 20)), ...rest]);
		expect(new Set(y.slice(1)).size).toBe(1);
	});

	test('are never taken for less than half as wide and a quarter as high', () => {
		const { width, height } = places([
			...line(20, 40, 46),
			wordAt(turned(200, 2000, 10, 20, 0)),
			wordAt(turned(200, 4000, 100, 20, 0)),
		]);
		expect([width[6], height[7]]).toEqual([5, 5]);
	});

	test('are only those with upright sides', () => {
		const level = wordAt([
			[0, 2000],
			[40, 2000],
			[50, 2020],
			[10, 2020],
		]);
		const upright = wordAt([
			[0, 4000],
			[40, 4010],
			[40, 4030],
			[0, 4020],
		]);
		const { width, height } = places([...line(20, 40, 46), level, upright]);
		expect([width[6], height[6]]).toEqual([40, 22.361]);
		expect([width[7], height[7]]).toEqual([41.231, 20]);
	});
});
