import fc from 'fast-check';

import { deflated } from '../../../../nodes/ClovaOcr/pdf/file/flate';
import { inflateSync, randomBytes } from '../../../support/node';

const repeated = fc
	.array(fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 60 })))
	.map((pieces) =>
		Buffer.concat(pieces.flatMap(([piece, times]) => Array<Uint8Array>(times).fill(piece))),
	);

describe('deflated data', () => {
	it.each<[string, Buffer]>([
		['nothing', Buffer.alloc(0)],
		['one byte', Buffer.from('a')],
		['no repeats', Buffer.from('abcdefg')],
		['one byte again and again', Buffer.alloc(100_000, 7)],
		['every byte once', Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))],
		['random bytes', randomBytes(70_000)],
		['more than is deflated at once', Buffer.alloc(300_000, 'a few words ')],
		['a text', Buffer.from('12.5 0 Td 80.1 Tz <00010002> Tj\n'.repeat(1500))],
	])('inflates to the same: %s', async (_, data) => {
		expect(inflateSync(await deflated(data)).equals(data)).toBe(true);
	});

	it('inflates to the same, whatever it is', async () => {
		await fc.assert(
			fc.asyncProperty(repeated, async (data) => inflateSync(await deflated(data)).equals(data)),
			{ numRuns: 200 },
		);
	});

	it('makes a text with repeats much smaller', async () => {
		const text = Buffer.from(
			Array.from({ length: 2000 }, (_, index) => `${index * 7} 0 Td <0001> Tj`).join('\n'),
		);
		expect((await deflated(text)).length).toBeLessThan(text.length / 4);
	});
});
