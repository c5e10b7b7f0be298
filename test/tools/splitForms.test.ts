import { PDFBool, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';

import { extractPages } from '../../nodes/ClovaOcr/pdf/pdf';
import { fsp } from '../support/node';
import { numberedPdf } from '../support/pdf/documents';
import { opened } from '../support/pdf/open';
import { runTool, Workplace } from '../support/pdf/tools';

jest.setTimeout(120_000);
const place = new Workplace();
afterAll(async () => await place.remove());

const VALUES = ['Invented Trading Ltd', '1,234,500'];

/**
 * Three pages, the second with a form: values without appearance, one in the box itself, one that
 * the box inherits from its field, and a ticked box with appearances.
 */
async function formPdf(values: string[]): Promise<Uint8Array> {
	const document = await PDFDocument.load(await numberedPdf(3));
	const page = document.getPage(1);
	const form = document.getForm();
	const box = form.createCheckBox('agreed');
	box.addToPage(page, { x: 200, y: 60, width: 20, height: 20 });
	box.check();
	const { context } = document;
	const widget = (bottom: number, more: object) =>
		context.register(
			context.obj({
				Type: 'Annot',
				Subtype: 'Widget',
				F: 4,
				Rect: [20, bottom, 180, bottom + 20],
				P: page.ref,
				...more,
			}),
		);
	const own = widget(20, { FT: 'Tx', T: PDFString.of('own'), V: PDFString.of(values[0]) });
	const kid = widget(50, {});
	const field = context.register(
		context.obj({
			FT: 'Tx',
			T: PDFString.of('given'),
			V: PDFHexString.fromText(values[1]),
			Kids: [kid],
		}),
	);
	context.lookup(kid, PDFDict).set(PDFName.of('Parent'), field);
	for (const ref of [own, kid]) page.node.addAnnot(ref);
	for (const ref of [own, field]) form.acroForm.addField(ref);
	form.acroForm.dict.set(PDFName.of('NeedAppearances'), PDFBool.True);
	form.acroForm.dict.set(PDFName.of('DA'), PDFString.of('/Helv 12 Tf 0 g'));
	return await document.save({ updateFieldAppearances: false });
}

const PROGRAMS = {
	poppler: async (file: string, page: number, to: string) =>
		await runTool('pdftoppm', ['-r', '50', '-gray', '-singlefile', '-f', String(page), file, to]),
	ghostscript: async (file: string, page: number, to: string) =>
		await runTool('gs', [
			...['-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=pgmraw', '-r50', '-dNOSAFER'],
			...[`-dFirstPage=${page}`, `-dLastPage=${page}`, `-sOutputFile=${to}.pgm`, file],
		]),
	mupdf: async (file: string, page: number, to: string) =>
		await runTool('mutool', [
			'draw',
			'-q',
			'-r',
			'50',
			'-c',
			'g',
			'-F',
			'pgm',
			'-o',
			`${to}.pgm`,
			file,
			String(page),
		]),
};

async function drawnBy(program: keyof typeof PROGRAMS, bytes: Uint8Array, page: number) {
	const file = await place.file('drawn.pdf', bytes);
	const to = await place.file('drawn');
	await PROGRAMS[program](file, page, to);
	return await fsp.readFile(`${to}.pgm`);
}

/** Ghostscript itself draws no value that a box inherits from its field. */
const SHOWN_BY = { poppler: VALUES, ghostscript: [VALUES[0], ''], mupdf: VALUES };

describe('a filled form cut out of a PDF', () => {
	it.each(['poppler', 'ghostscript', 'mupdf'] as const)('looks the same to %s', async (program) => {
		const values = SHOWN_BY[program];
		const whole = await formPdf(values);
		const part = await extractPages(await opened(whole), [2]);
		const before = await drawnBy(program, whole, 2);
		expect((await drawnBy(program, part, 1)).equals(before)).toBe(true);
		// So that the comparison cannot pass on values that nobody draws.
		for (const [index, value] of values.entries()) {
			if (value === '') continue;
			const without = await formPdf(values.map((each, at) => (at === index ? '' : each)));
			expect((await drawnBy(program, without, 2)).equals(before)).toBe(false);
		}
	});

	it('has nothing that qpdf warns about', async () => {
		const part = await extractPages(await opened(await formPdf(VALUES)), [2, 3]);
		const checked = await runTool('qpdf', ['--check', await place.file('checked.pdf', part)]);
		expect(checked.stderr).toBe('');
	});
});
