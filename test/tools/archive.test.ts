import { createCanvas } from '@napi-rs/canvas';

import { createSearchablePdf, openPicture } from '../../nodes/ClovaOcr/pdf/pdf';
import { execFile, fs, fsp, nodeProcess, path, promisify } from '../support/node';
import { brokenArchiveRules } from '../support/pdf/archiveRules';
import { numberedPdf, scanJpeg } from '../support/pdf/documents';
import { layOut, SCRIPTS } from '../support/pdf/layout';
import { opened } from '../support/pdf/open';
import { makePng } from '../support/pdf/pngs';
import { runTool, Workplace } from '../support/pdf/tools';

const place = new Workplace();
afterAll(async () => await place.remove());

const SIZE = { width: 620, height: 877 };
const WORDS = layOut(SCRIPTS, SIZE);
const PLAIN = { keep: null, highlight: false };

type Format = 'jpeg' | 'png' | 'tiff';

async function searchable(format: Format, bytes: Uint8Array): Promise<Uint8Array> {
	const pdf = await openPicture(format, bytes);
	if (!pdf) throw new Error('The picture was refused');
	return (await createSearchablePdf(pdf, [WORDS], PLAIN)).bytes;
}

function png(more: object = {}): Buffer {
	const pixel = (x: number, y: number) => [x % 256, y % 256, (x + y) % 256];
	return makePng({ ...SIZE, colorType: 2, bitDepth: 8, pixel, ...more });
}

/** A page as Ghostscript writes it into a TIFF. */
async function tiffOf(device: string): Promise<Buffer> {
	const pdf = await place.file('page.pdf', await numberedPdf(1));
	const file = await place.file('page.tif');
	const output = [`-sDEVICE=${device}`, `-sOutputFile=${file}`];
	await runTool('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-r100', ...output, pdf]);
	return await fsp.readFile(file);
}

const palette = { type: 'PLTE', data: Buffer.from([255, 255, 255, 200, 30, 30]) };
const MADE_OF: Record<string, [Format, Buffer | (() => Promise<Buffer>)]> = {
	'a fax': ['tiff', async () => await tiffOf('tiffg4')],
	'a TIFF with LZW': ['tiff', async () => await tiffOf('tifflzw')],
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
	const [format, from] = MADE_OF[name];
	const bytes = async () => (typeof from === 'function' ? await from() : from);

	it('keeps the rules of PDF/A-2b, and again with a second layer', async () => {
		const made = Buffer.from(await searchable(format, await bytes()));
		const file = await place.file('archive.pdf', made);
		expect(await brokenArchiveRules(file, made)).toEqual([]);
		const options = { ...PLAIN, addToText: true };
		const again = await createSearchablePdf(await opened(made), [WORDS], options);
		const second = Buffer.from(again.bytes);
		expect(await brokenArchiveRules(await place.file('again.pdf', second), second)).toEqual([]);
	});

	preflight('has nothing that PDFBox holds against it but its part', async () => {
		const file = await place.file('preflight.pdf', await searchable(format, await bytes()));
		expect(await preflightErrors(file)).toEqual(['7.11.2 : Error on MetaData, part must be 1']);
	});
});

it('does not say that translucent pixels are PDF/A', async () => {
	const clear = createCanvas(SIZE.width, SIZE.height).toBuffer('image/png');
	const made = Buffer.from(await searchable('png', clear));
	expect(await brokenArchiveRules(await place.file('open.pdf', made), made)).toEqual([
		'6.1.3: two identifiers',
		'6.2.10: no transparency',
		'6.2.3: an output intent',
		'6.6.2 and 6.6.4: the metadata claim part 2, level B',
	]);
});
