import { extractPages, openPdf } from '../../nodes/ClovaOcr/pdf/pdf';
import { fsp, path } from '../support/node';
import { numberedPdf, scanJpeg, scanPdf } from '../support/pdf/documents';
import { opened, upTo } from '../support/pdf/open';
import { runTool, Workplace } from '../support/pdf/tools';

jest.setTimeout(120_000);
const place = new Workplace();
afterAll(async () => await place.remove());

/** Six pages with pictures, print, a turned and a cropped page: what all producers start from. */
async function original(): Promise<string> {
	return await place.file(
		'original.pdf',
		await scanPdf([
			{},
			{ rotate: 90 },
			{ cropFrom: [40, 60] },
			{ rotate: 180, width: 400, height: 300 },
			{ picture: scanJpeg(77, 300, 200) },
			{ rotate: 270, cropFrom: [10, 10] },
		]),
	);
}

/** A web page that Chromium prints: fonts, lines and a page break. */
const PRINTED = `<html><body style="font-family: sans-serif">
${upTo(4)
	.map((n) => `<h1 style="break-before: page">Page ${n}</h1><p>${'Words. '.repeat(200)}</p><hr>`)
	.join('')}</body></html>`;

const PRODUCERS: Record<string, (to: string) => Promise<unknown>> = {
	'pdf-lib': async (to) => await fsp.copyFile(await original(), to),
	'pdf-lib with object streams': async (to) => await fsp.writeFile(to, await numberedPdf(6)),
	ghostscript: async (to) => await runTool('gs', [...GS, `-sOutputFile=${to}`, await original()]),
	'ghostscript, PDF 1.2 without compression': async (to) =>
		await runTool('gs', [...GS, ...PLAIN_GS, `-sOutputFile=${to}`, await original()]),
	'qpdf, linear': async (to) => await runTool('qpdf', ['--linearize', await original(), to]),
	'qpdf, object streams': async (to) =>
		await runTool('qpdf', ['--object-streams=generate', await original(), to]),
	'qpdf, linear with object streams': async (to) =>
		await runTool('qpdf', ['--linearize', '--object-streams=generate', await original(), to]),
	'qpdf, readable form': async (to) => await runTool('qpdf', ['--qdf', await original(), to]),
	mupdf: async (to) => await runTool('mutool', ['clean', '-gggg', await original(), to]),
	'mupdf, changed later': async (to) => {
		// An incremental update: mutool appends the turned page to the file as it was.
		await fsp.copyFile(await original(), to);
		const script = await place.file('turn.js', Buffer.from(TURN_FIRST_PAGE));
		await runTool('mutool', ['run', script, to]);
		const [before, after] = [await fsp.readFile(await original()), await fsp.readFile(to)];
		expect(after.length).toBeGreaterThan(before.length);
		expect(after.subarray(0, before.length).equals(before)).toBe(true);
	},
	Chromium: async (to) => {
		const page = await place.file('page.html', Buffer.from(PRINTED));
		const home = path.dirname(page);
		await runTool('chromium', [
			...CHROMIUM,
			`--user-data-dir=${home}/chromium`,
			`--print-to-pdf=${to}`,
			page,
		]);
	},
};

const GS = ['-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=pdfwrite'];
const PLAIN_GS = ['-dCompatibilityLevel=1.2', '-dCompressPages=false'];
const CHROMIUM = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'];
const TURN_FIRST_PAGE = `
var document = new PDFDocument(scriptArgs[0]);
document.findPage(0).put('Rotate', 90);
document.save(scriptArgs[0], 'incremental');
`;

/** The pages as poppler draws them: one grey picture each, byte by byte. */
async function drawn(name: string, file: string): Promise<Buffer[]> {
	const folder = path.dirname(file);
	await runTool('pdftoppm', ['-r', '40', '-gray', '-cropbox', file, path.join(folder, name)]);
	const files = (await fsp.readdir(folder)).filter((each) => each.startsWith(`${name}-`)).sort();
	return await Promise.all(files.map(async (each) => await fsp.readFile(path.join(folder, each))));
}

describe('pages of PDFs from many producers', () => {
	it.each(Object.keys(PRODUCERS))(
		'look the same before and after splitting: %s',
		async (producer) => {
			const key = producer.replace(/\W/g, '');
			const whole = await place.file(`${key}.pdf`);
			await PRODUCERS[producer](whole);
			const pdf = await opened(await fsp.readFile(whole));
			const before = await drawn(`${key}whole`, whole);
			expect(pdf.pages.length).toBe(before.length);
			const pages = upTo(before.length);
			for (const part of [pages.slice(0, 2), pages.slice(2, 3), pages.slice(3)]) {
				const name = `${key}part${part[0]}`;
				const file = await place.file(`${name}.pdf`, await extractPages(pdf, part));
				const after = await drawn(`${name}drawn`, file);
				const same = after.map((picture, index) => picture.equals(before[part[index] - 1]));
				expect(same).toEqual(part.map(() => true));
				const checked = await runTool('qpdf', ['--check', file]);
				expect(checked.stderr).toBe('');
			}
		},
	);

	it('tells an encrypted file, even one that opens without a password', async () => {
		const locked = await place.file('locked.pdf');
		const open = await place.file('open.pdf');
		await runTool('qpdf', ['--encrypt', 'user', 'owner', '256', '--', await original(), locked]);
		await runTool('qpdf', ['--encrypt', '', 'owner', '256', '--', await original(), open]);
		expect((await openPdf(await fsp.readFile(locked))).kind).toBe('encrypted');
		expect((await openPdf(await fsp.readFile(open))).kind).toBe('encrypted');
	});
});
