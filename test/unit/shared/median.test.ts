import { medianOf } from '../../../nodes/ClovaOcr/shared/median';

it.each<[number[], number]>([
	[[10, 9, 1], 9],
	[[10, 9, 1, 2], 9],
	[[-1, -2, -10], -2],
	[[5], 5],
	[[], NaN],
])('the median of %j is %d', (numbers, expected) => {
	expect(medianOf(numbers)).toBe(expected);
});
