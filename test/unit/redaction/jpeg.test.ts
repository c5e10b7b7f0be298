import { createCanvas, loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';

import { barOver, boundsOf, touches, type Bar } from '../../../nodes/ClovaOcr/redaction/bar';
import { redactDocument, surveyDocument } from '../../../nodes/ClovaOcr/redaction/document';
import { redactJpeg } from '../../../nodes/ClovaOcr/redaction/jpeg/redactJpeg';
import { fs, path, repositoryRoot } from '../../support/node';
import { withOrientation } from '../../support/tinyPictures';

const FIXTURES = path.join(repositoryRoot, 'test/fixtures/redaction');
const fixture = (name: string) => fs.readFileSync(path.join(FIXTURES, `${name}.jpg`));

/** A chroma block covers at most 16 pixels, and viewers smooth colours over one of its neighbours. */
const REACH = 20;

const KINDS =
	'420 422 440 444 cmyk grey optimized progressive progressive-restart restart rgb separate-scans'.split(
		' ',
	);

const bar = (corners: Array<[number, number]>): Bar => {
	const made = barOver(corners.map(([x, y]) => ({ x, y })));
	if (made === null) throw new Error('No bar');
	return made;
};

const TILTED = bar([
	[20, 26],
	[70, 34],
	[68, 46],
	[18, 38],
]);

/** Decodes with the canvas's own decoder, which shares nothing with ours. */
async function pixelsOf(jpeg: Buffer) {
	const image = await loadImage(jpeg);
	const context = createCanvas(image.width, image.height).getContext('2d');
	context.drawImage(image, 0, 0);
	const { data } = context.getImageData(0, 0, image.width, image.height);
	return { width: image.width, height: image.height, data };
}

/** Pixels under a bar that are not black, and pixels far from all bars that changed. */
async function faultsOf(before: Buffer, after: Buffer, bars: Bar[]) {
	const [was, is] = await Promise.all([pixelsOf(before), pixelsOf(after)]);
	expect([is.width, is.height]).toEqual([was.width, was.height]);
	const left: string[] = [];
	const changed: string[] = [];
	for (let y = 0; y < is.height; y++) {
		for (let x = 0; x < is.width; x++) {
			const at = (y * is.width + x) * 4;
			const [red, green, blue] = is.data.subarray(at);
			const under = bars.some((each) => touches(each, x, y, 1, 1));
			const near = bars.some((each) => touches(each, x - REACH, y - REACH, 2 * REACH, 2 * REACH));
			if (under && Math.max(red, green, blue) > 40) left.push(`${x},${y}`);
			const same = is.data.subarray(at, at + 4).every((value, i) => value === was.data[at + i]);
			if (!near && !same) changed.push(`${x},${y}`);
		}
	}
	return { left, changed };
}

describe('a JPEG with bars', () => {
	it.each(KINDS)('is black under them and the same to the last bit elsewhere: %s', async (kind) => {
		const jpeg = fixture(kind);
		const redacted = await redactJpeg(jpeg, [TILTED]);
		expect(await faultsOf(jpeg, redacted, [TILTED])).toEqual({ left: [], changed: [] });
	});

	it.each(KINDS)('is the same picture without a bar: %s', async (kind) => {
		const jpeg = fixture(kind);
		expect(await faultsOf(jpeg, await redactJpeg(jpeg, []), [])).toEqual({ left: [], changed: [] });
	});

	it('covers any quad whole, at every edge', async () => {
		const side = (most: number) => fc.integer({ min: -10, max: most + 10 });
		const point = fc.tuple(side(120), side(88));
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom('420', 'progressive'),
				fc.array(point, { minLength: 4, maxLength: 4 }),
				async (kind, corners) => {
					const made = barOver(corners.map(([x, y]) => ({ x, y })));
					fc.pre(made !== null);
					const bars = made === null ? [] : [made];
					const jpeg = fixture(kind);
					const faults = await faultsOf(jpeg, await redactJpeg(jpeg, bars), bars);
					expect(faults).toEqual({ left: [], changed: [] });
				},
			),
			{ numRuns: 25 },
		);
	});

	it('keeps nothing of a file but its picture, its orientation and its colours', async () => {
		const planted = Buffer.from('PLANTED-900101-1234567');
		const segment = (marker: number, head: string) => {
			const data = Buffer.concat([Buffer.from(head, 'latin1'), planted]);
			return Buffer.concat([Buffer.from([0xff, marker, 0, data.length + 2]), data]);
		};
		const jpeg = withOrientation(fixture('420'), 6);
		const stuffed = Buffer.concat([
			jpeg.subarray(0, 2),
			segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0'),
			segment(0xe2, 'MPF\0'),
			segment(0xe2, 'ICC_PROFILE\0\x01\x01'),
			segment(0xed, 'Photoshop 3.0\0'),
			segment(0xfe, ''),
			jpeg.subarray(2),
			planted,
		]);
		const redacted = await redactJpeg(stuffed, []);
		expect(redacted.includes('PLANTED')).toBe(false);
		expect(redacted.includes('Exif')).toBe(true);
		expect(await faultsOf(jpeg, redacted, [])).toEqual({ left: [], changed: [] });
	});

	it('has nothing of an original thumbnail', async () => {
		const jpeg = fixture('420');
		const jfif = Buffer.from(
			'ffe0' + '0013' + '4a46494600' + '0101' + '0000480048' + '0101' + '5a5a5a',
			'hex',
		);
		const stuffed = Buffer.concat([jpeg.subarray(0, 2), jfif, jpeg.subarray(2)]);
		expect((await redactJpeg(stuffed, [])).includes('ZZZ')).toBe(false);
	});
});

describe('a JPEG that cannot be redacted', () => {
	const survey = async (jpeg: Buffer) => await surveyDocument('jpg', jpeg, null, '');

	it('is refused where it is coded arithmetically', async () => {
		expect(await survey(fixture('arithmetic'))).toMatchObject({ obstacle: 'arithmetic' });
	});

	it.each(KINDS)('is refused where any part of it is missing: %s', async (kind) => {
		const jpeg = fixture(kind);
		for (const part of [0.1, 0.5, 0.8, 0.97]) {
			const cut = jpeg.subarray(0, Math.floor(jpeg.length * part));
			expect(await survey(cut)).toMatchObject({ ok: false, obstacle: 'damaged' });
		}
	});

	it('never throws, whatever stands in it', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...KINDS),
				fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }),
				async (kind, changes) => {
					const jpeg = Buffer.from(fixture(kind));
					for (const [at, value] of changes) jpeg[at % jpeg.length] = value;
					expect(typeof (await survey(jpeg)).ok).toBe('boolean');
				},
			),
			{ numRuns: 200 },
		);
	});
});

describe('where a photo was read', () => {
	const text: Array<[number, number]> = [
		[12, 24],
		[90, 24],
		[90, 44],
		[12, 44],
	];
	// From the stored picture of 120 by 88 pixels to the one that each orientation shows.
	const shown: Record<number, (x: number, y: number) => [number, number]> = {
		1: (x, y) => [x, y],
		2: (x, y) => [120 - x, y],
		3: (x, y) => [120 - x, 88 - y],
		4: (x, y) => [x, 88 - y],
		5: (x, y) => [y, x],
		6: (x, y) => [88 - y, x],
		7: (x, y) => [88 - y, 120 - x],
		8: (x, y) => [y, 120 - x],
	};

	it.each([1, 2, 3, 4, 5, 6, 7, 8].flatMap((turn) => [1, 2].map((scale) => [turn, scale])))(
		'is hidden under EXIF orientation %i, read at scale %i',
		async (turn, scale) => {
			const jpeg = withOrientation(fixture('444'), turn);
			const corners = text.map(([x, y]) => {
				const [right, down] = shown[turn](x, y);
				return { x: right * scale, y: down * scale };
			});
			const size = turn >= 5 ? { width: 88, height: 120 } : { width: 120, height: 88 };
			const marks = {
				page: 1,
				width: size.width * scale,
				height: size.height * scale,
				read: [corners],
				hidden: [corners],
			};
			const made = await redactDocument('jpg', jpeg, [marks], null, '');
			if (!made.ok) throw new Error(made.obstacle);
			const stored = withOrientation(Buffer.from(made.bytes), 1);
			const { data } = await pixelsOf(turn === 1 ? stored : unturned(stored));
			for (const [x, y] of text) {
				const middle = { x: (x + 51) / 2, y: (y + 34) / 2 };
				const at = (Math.round(middle.y) * 120 + Math.round(middle.x)) * 4;
				expect([...data.subarray(at, at + 3)]).toEqual([0, 0, 0]);
			}
			expect(boundsOf(bar(text)).left).toBeLessThan(12);
		},
	);
});

/** The picture without its own EXIF block, which stands behind the one that was put in front. */
function unturned(jpeg: Buffer): Buffer {
	const exif = jpeg.lastIndexOf('Exif');
	const start = exif - 4;
	const end = start + 2 + jpeg.readUInt16BE(start + 2);
	return Buffer.concat([jpeg.subarray(0, start), jpeg.subarray(end)]);
}
