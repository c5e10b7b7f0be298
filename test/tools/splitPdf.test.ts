import { PDFName } from 'pdf-lib';

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
	'changed later': async (to) => await fsp.writeFile(to, await turnedLater(await original())),
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
/** The file with an incremental update behind it that turns the first page. */
async function turnedLater(file: string): Promise<Buffer> {
	const before = await fsp.readFile(file);
	const pdf = await opened(before);
	const [{ node, ref }] = pdf.pages;
	node.set(PDFName.of('Rotate'), pdf.context.obj(90));
	const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(before.toString('latin1'))?.[1];
	const { Root } = pdf.context.trailerInfo;
	const object = `\n${ref.objectNumber} 0 obj\n${String(node)}\nendobj\n`;
	const entry = String(before.length + 1).padStart(10, '0');
	const trailer = `trailer\n<< /Size ${pdf.context.largestObjectNumber + 1} /Root ${String(Root)} /Prev ${previous} >>`;
	const table = `xref\n${ref.objectNumber} 1\n${entry} 00000 n \n${trailer}`;
	const update = `${object}${table}\nstartxref\n${before.length + object.length}\n%%EOF\n`;
	return Buffer.concat([before, Buffer.from(update, 'latin1')]);
}

/** The pages as poppler draws them: one grey picture each, byte by byte. */
async function drawn(name: string, file: string): Promise<Buffer[]> {
	const folder = path.dirname(file);
	await runTool('pdftoppm', ['-r', '40', '-gray', '-cropbox', file, path.join(folder, name)]);
	const files = (await fsp.readdir(folder)).filter((each) => each.startsWith(`${name}-`)).sort();
	return await Promise.all(files.map(async (each) => await fsp.readFile(path.join(folder, each))));
}

/** So that the comparison below cannot pass on a file that was never changed. */
it('the changed file is turned for other readers too', async () => {
	const file = await place.file('turned.pdf', await turnedLater(await original()));
	const { stdout, stderr } = await runTool('pdfinfo', [file]);
	expect(stdout).toMatch(/Page rot:\s+90/);
	expect(stderr).toBe('');
});

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

	it('tells a file that needs a password, and opens one that viewers open without', async () => {
		const locked = await place.file('locked.pdf');
		const open = await place.file('open.pdf');
		await runTool('qpdf', ['--encrypt', 'user', 'owner', '256', '--', await original(), locked]);
		await runTool('qpdf', ['--encrypt', '', 'owner', '256', '--', await original(), open]);
		expect((await openPdf(await fsp.readFile(locked))).kind).toBe('encrypted');
		expect((await openPdf(await fsp.readFile(open))).kind).toBe('ok');
	});
});
