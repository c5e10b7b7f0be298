import { NeighbourBands } from '../../../../../nodes/ClovaOcr/reading/general/text/neighbours';

/** Centre and size of a word. */
type Place = [x: number, y: number, width: number, height: number];

function bandsOf(places: Place[]): NeighbourBands {
	const column = (at: 0 | 1 | 2 | 3) => Float64Array.from(places, (place) => place[at]);
	const [x, y, width, height] = [column(0), column(1), column(2), column(3)];
	const order = Uint32Array.from(places.keys()).sort((a, b) => x[a] - x[b]);
	return new NeighbourBands({ count: places.length, x, y, width, height }, order);
}

/** From 30 to 70, ten pixels high. */
const FIRST: Place = [50, 50, 40, 10];

/** The right neighbour of the first place. */
function neighbour(places: Place[], reach = 1.5): number | null {
	return bandsOf(places).rightNeighbour(0, reach);
}

test.each<[string, Place]>([
	['that stands beside it', [95, 50, 40, 10]],
	['as far as the search goes', [105, 50, 40, 10]],
	['that reaches into it by half its height', [85, 50, 40, 10]],
	['a bit lower', [95, 55.9, 40, 10]],
	['a bit higher', [95, 44.1, 40, 10]],
	['not quite half as high again', [95, 50, 40, 14.9]],
	['smaller, if not by more than that', [95, 50, 40, 6.7]],
])('the neighbour is a word %s', (_, place) => {
	expect(neighbour([FIRST, place])).toBe(1);
});

test.each<[string, Place]>([
	['further off than the search goes', [105.1, 50, 40, 10]],
	['that reaches into it by more than half its height', [84.9, 50, 40, 10]],
	['lower by 0.6 of its height', [95, 56, 40, 10]],
	['higher by 0.6 of its height', [95, 44, 40, 10]],
	['half as high again', [95, 50, 40, 15]],
	['smaller by more than that', [95, 50, 40, 6.6]],
	['to the left', [5, 50, 40, 10]],
	['below', [50, 54, 4, 10]],
])('no neighbour is a word %s', (_, place) => {
	expect(neighbour([FIRST, place])).toBeNull();
});

test('a word that is half as high again has no neighbour in the lower one either', () => {
	expect(
		neighbour([
			[50, 50, 40, 15],
			[95, 50, 40, 10],
		]),
	).toBeNull();
});

test('a narrow word is not its own neighbour, nor is one right below it', () => {
	expect(
		neighbour([
			[50, 50, 4, 10],
			[60, 50, 4, 10],
		]),
	).toBe(1);
	expect(
		neighbour([
			[50, 50, 4, 10],
			[50, 54, 4, 10],
		]),
	).toBeNull();
});

test.each<[string, Place[]]>([
	['in one line', [FIRST, [140, 50, 40, 10], [95, 50, 40, 10]]],
	['where the further one stands lower', [FIRST, [140, 55.9, 40, 10], [95, 50, 40, 10]]],
	['where the further one stands higher', [FIRST, [140, 44.1, 40, 10], [95, 50, 40, 10]]],
	['where the nearer one stands lower', [FIRST, [140, 50, 40, 10], [95, 55.9, 40, 10]]],
	['where the nearer one stands higher', [FIRST, [140, 50, 40, 10], [95, 44.1, 40, 10]]],
])('of two words the nearer one is the neighbour, %s', (_, places) => {
	expect(neighbour(places, Infinity)).toBe(2);
});

test('high letters look further up and down', () => {
	const rest: Place[] = [
		[500, 500, 40, 10],
		[600, 600, 40, 10],
	];
	expect(neighbour([[50, 53, 40, 14], [95, 61, 40, 10], ...rest])).toBe(1);
});

test('the words of a line are asked one after the other, as often as one likes', () => {
	const bands = bandsOf([FIRST, [95, 55.9, 40, 10], [140, 50, 40, 10]]);
	for (let time = 0; time < 2; time++) {
		expect([0, 1, 2].map((from) => bands.rightNeighbour(from, 1.5))).toEqual([1, 2, null]);
		bands.rewind();
	}
});

describe('the search is bounded', () => {
	test.each([
		[15, 16],
		[16, null],
	])('behind %d words that do not fit the neighbour is %p', (count, found) => {
		const unlike = Array.from({ length: count }, (_, at): Place => [71 + at, 50, 1, 50]);
		const ground = Array.from({ length: 40 }, (_, at): Place => [at * 45, 500, 40, 10]);
		expect(neighbour([FIRST, ...unlike, [120, 50, 40, 10], ...ground], 10)).toBe(found);
	});

	test.each([
		[90, 1],
		[150, null],
	])('a letter of a poster looks for one %d pixels lower among small print: %p', (lower, found) => {
		const ground = Array.from({ length: 9 }, (_, at): Place => [at * 45, 5000, 40, 10]);
		expect(neighbour([[500, 500, 300, 300], [800, 500 + lower, 200, 300], ...ground])).toBe(found);
	});
});
