import { documents } from '../../../masking/documents';
import { measure, type Measure } from '../../../masking/measure';
import type { Group } from '../../../masking/truth';

const SEED = 90_210;
const DOCUMENTS = 300;

describe('masking, measured on invented documents', () => {
	let measured: Measure;
	beforeAll(() => {
		measured = measure(SEED, DOCUMENTS);
	});

	it.each<[Group, least: number]>([
		['usual form', 1],
		['one misread character', 0.95],
		['any separator', 0.98],
		['digit by digit', 0.95],
		['two columns', 0.95],
		['odd card groups', 0.9],
		['ordinary', 0.998],
		['look-alike with other label', 0.98],
		['15 or 16 digits, no Luhn', 0.99],
	])('%s: right in at least %f of all cases', (group, least) => {
		const count = measured.byGroup.get(group) ?? { of: 0, good: 0, exact: 0 };
		expect(count.of).toBeGreaterThan(20);
		expect(count.good / count.of).toBeGreaterThanOrEqual(least);
	});

	it('stars what has the exact shape of a number and no label either way', () => {
		const count = measured.byGroup.get('exact shape without label');
		expect(count?.of).toBeGreaterThan(5);
		expect(count?.good).toBe(0);
	});

	it('draws the same documents from the same seed, and others from another', () => {
		expect(documents(7, 3)).toEqual(documents(7, 3));
		expect(documents(7, 3)).not.toEqual(documents(8, 3));
	});
});
