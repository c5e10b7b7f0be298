import fc from 'fast-check';

import { deflateShort } from '../../../../nodes/ClovaOcr/pdf/file/deflate';
import { inflateSync, randomBytes } from '../../../support/node';

const repeated = fc
	.array(fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 60 })))
	.map((pieces) =>
		Buffer.concat(pieces.flatMap(([piece, times]) => Array<Uint8Array>(times).fill(piece))),
	);

describe('data deflated in one go', () => {
	it.each<[string, Buffer]>([
		['nothing', Buffer.alloc(0)],
		['one byte', Buffer.from('a')],
		['no repeats', Buffer.from('abcdefg')],
		['one byte again and again', Buffer.alloc(100_000, 7)],
		['every byte once', Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))],
		['random bytes', randomBytes(70_000)],
		['a repeat from farther away than can be said', far(32_769)],
		['a repeat from as far away as can be said', far(32_768)],
		['counts that ask for longer codes than there are', fibonacci(24)],
		['a text', Buffer.from('12.5 0 Td 80.1 Tz <00010002> Tj\n'.repeat(1500))],
	])('inflates to the same: %s', (_, data) => {
		expect(inflateSync(deflateShort(data)).equals(data)).toBe(true);
	});

	it('inflates to the same, whatever it is', () => {
		fc.assert(
			fc.property(repeated, (data) => inflateSync(deflateShort(data)).equals(data)),
			{ numRuns: 200 },
		);
	});

	it('makes a text with repeats much smaller', () => {
		const text = Buffer.from(
			Array.from({ length: 2000 }, (_, index) => `${index * 7} 0 Td <0001> Tj`).join('\n'),
		);
		expect(deflateShort(text).length).toBeLessThan(text.length / 4);
	});

	it('takes data after other data', () => {
		deflateShort(randomBytes(5000));
		const text = Buffer.from('nothing of this was said before');
		expect(inflateSync(deflateShort(text)).equals(text)).toBe(true);
	});
});

/** Eight bytes that come again at a distance, with nothing in between that is like them. */
function far(distance: number): Buffer {
	const word = Buffer.from('repeated');
	return Buffer.concat([word, Buffer.alloc(distance - word.length, 1), word]);
}

/** Bytes that occur as often as the Fibonacci numbers say, in an order without repeats to speak of. */
function fibonacci(symbols: number): Buffer {
	const counts = [1, 1];
	while (counts.length < symbols) counts.push(counts[counts.length - 1] + counts[counts.length - 2]);
	const bytes = counts.flatMap((count, symbol) => Array<number>(count).fill(symbol));
	let state = 1;
	for (let at = bytes.length - 1; at > 0; at--) {
		state = (state * 48271) % 2147483647;
		const other = state % (at + 1);
		[bytes[at], bytes[other]] = [bytes[other], bytes[at]];
	}
	return Buffer.from(bytes);
}
