import fc from 'fast-check';

import { blacken } from '../../../nodes/ClovaOcr/redaction/raster';

const WIDTH = 13;

/** The samples of a row, most significant bit first. */
function samplesOf(line: Uint8Array, bitDepth: number, count: number): number[] {
	const bits = [...line].map((byte) => byte.toString(2).padStart(8, '0')).join('');
	return Array.from({ length: count }, (_, at) =>
		parseInt(bits.slice(at * bitDepth, (at + 1) * bitDepth), 2),
	);
}

describe.each([1, 2, 4, 8, 16])('pixels of %i bits a sample', (bitDepth) => {
	it.each([1, 2, 3, 4])(
		'in %i channels are black to the last bit, and the others as they were',
		(channels) => {
			const most = 2 ** bitDepth - 1;
			const column = fc.integer({ min: 0, max: WIDTH - 1 });
			const sample = fc.integer({ min: 0, max: most });
			const bytes = Math.ceil((WIDTH * channels * bitDepth) / 8);
			const row = fc.uint8Array({ minLength: bytes, maxLength: bytes });
			const colour = fc.array(sample, { minLength: channels, maxLength: channels });
			fc.assert(
				fc.property(row, colour, column, column, (line, black, one, other) => {
					const [first, last] = [Math.min(one, other), Math.max(one, other)];
					const before = samplesOf(line, bitDepth, WIDTH * channels);
					const raster = { width: WIDTH, height: 1, bitDepth, black };
					blacken(line, raster, { first, last });
					const expected = before.map((value, index) => {
						const pixel = Math.floor(index / channels);
						return pixel >= first && pixel <= last ? black[index % channels] : value;
					});
					expect(samplesOf(line, bitDepth, WIDTH * channels)).toEqual(expected);
				}),
			);
		},
	);
});
