import { createCanvas } from '@napi-rs/canvas';

import { createSearchablePdf, openPicture } from '../../nodes/ClovaOcr/pdf/pdf';
import { execFile, fs, nodeProcess, path, promisify } from '../support/node';
import { brokenArchiveRules } from '../support/pdf/archiveRules';
import { scanJpeg } from '../support/pdf/documents';
import { layOut, SCRIPTS } from '../support/pdf/layout';
import { opened } from '../support/pdf/open';
import { makePng } from '../support/pdf/pngs';
import { Workplace } from '../support/pdf/tools';

const place = new Workplace();
afterAll(async () => await place.remove());

const SIZE = { width: 620, height: 877 };
const WORDS = layOut(SCRIPTS, SIZE);
const PLAIN = { keep: null, highlight: false };

type Format = 'jpeg' | 'png';

async function searchable(format: Format, bytes: Uint8Array): Promise<Uint8Array> {
	const pdf = await openPicture(format, bytes);
	if (!pdf) throw new Error('The picture was refused');
	return (await createSearchablePdf(pdf, [WORDS], PLAIN)).bytes;
}

function png(more: object = {}): Buffer {
	const pixel = (x: number, y: number) => [x % 256, y % 256, (x + y) % 256];
	return makePng({ ...SIZE, colorType: 2, bitDepth: 8, pixel, ...more });
}

const palette = { type: 'PLTE', data: Buffer.from([255, 255, 255, 200, 30, 30]) };
const MADE_OF: Record<string, [Format, Buffer]> = {
	'a JPEG': ['jpeg', scanJpeg(1, SIZE.width, SIZE.height)],
	'a PNG': ['png', png()],
	'a grey PNG of 16 bits': ['png', png({ colorType: 0, bitDepth: 16, pixel: () => [999] })],
	'an interlaced PNG': ['png', png({ interlaced: true })],
	'a PNG with a palette': [
		'png',
		png({ colorType: 3, bitDepth: 1, pixel: (x: number) => [x & 1], chunks: [palette] }),
	],
};

/** Debian's libpdfbox2-java, whose Preflight checks PDF/A-1b: its rules but for those on opacity hold in 2b. */
const JARS = nodeProcess.env.JARS ?? '/usr/share/java';
const preflight = fs.existsSync(path.join(JARS, 'preflight.jar')) ? it : it.skip;

async function preflightErrors(file: string): Promise<string[]> {
	const args = ['-cp', path.join(JARS, '*'), 'org.apache.pdfbox.preflight.Validator_A1b', file];
	const { stdout } = await promisify(execFile)('java', args).catch(
		(error: { stdout: string }) => error,
	);
	return stdout.split('\n').filter((line) => /^\d/.test(line));
}

describe.each(Object.keys(MADE_OF))('the searchable PDF of %s', (name) => {
	const [format, bytes] = MADE_OF[name];

	it('keeps the rules of PDF/A-2b, and again with a second layer', async () => {
		const made = Buffer.from(await searchable(format, bytes));
		const file = await place.file('archive.pdf', made);
		expect(await brokenArchiveRules(file, made)).toEqual([]);
		const options = { ...PLAIN, addToText: true };
		const again = await createSearchablePdf(await opened(made), [WORDS], options);
		const second = Buffer.from(again.bytes);
		expect(await brokenArchiveRules(await place.file('again.pdf', second), second)).toEqual([]);
	});

	preflight('has nothing that PDFBox holds against it but its part', async () => {
		const file = await place.file('preflight.pdf', await searchable(format, bytes));
		expect(await preflightErrors(file)).toEqual(['7.11.2 : Error on MetaData, part must be 1']);
	});
});

it('breaks the rules where it does not claim to keep them', async () => {
	const canvas = createCanvas(SIZE.width, SIZE.height);
	const made = Buffer.from(await searchable('png', canvas.toBuffer('image/png')));
	const broken = await brokenArchiveRules(await place.file('open.pdf', made), made);
	expect(broken).toEqual([
		'6.1.3: two identifiers',
		'6.2.10: no transparency',
		'6.2.3: an output intent',
		'6.6.2 and 6.6.4: the metadata claim part 2, level B',
	]);
});
