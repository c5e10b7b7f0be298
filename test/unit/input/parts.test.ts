import { PDFDocument } from 'pdf-lib';

import { bytesSource } from '../../../nodes/ClovaOcr/clova/streamedFile';
import { planPdf, wantedPages, wholeFile } from '../../../nodes/ClovaOcr/input/parts';

const SETTINGS = { pages: '', pdfPassword: '', existingText: 'add' } as const;

async function pdfOf(pageCount: number) {
	const pdf = await PDFDocument.create();
	for (let page = 0; page < pageCount; page += 1) pdf.addPage([300, 400]);
	const source = bytesSource(Buffer.from(await pdf.save()));
	return { fileName: 'scan.pdf', format: 'pdf' as const, source, pixels: null };
}

/** The pages of each call. */
async function callsOf(pageCount: number, pagesPerCall: number, pages = '') {
	const planned = await planPdf(await pdfOf(pageCount), pagesPerCall, { ...SETTINGS, pages });
	return planned.ok ? planned.plan.parts.map((part) => part.pages) : planned.problem.message;
}

describe('a file that is one call', () => {
	const source = bytesSource(Buffer.alloc(1));
	const file = (format: 'jpg' | 'pdf' | 'png' | 'tiff') => ({
		fileName: `a.${format}`,
		format,
		source,
		pixels: null,
	});

	it('is one page if it is a picture, and of nobody knows how many else', () => {
		for (const format of ['jpg', 'png'] as const) {
			expect(wholeFile(file(format))).toMatchObject({ pageCount: 1, parts: [{ pages: [1] }] });
		}
		for (const format of ['tiff', 'pdf'] as const) {
			expect(wholeFile(file(format))).toMatchObject({ pageCount: null, parts: [{ pages: null }] });
		}
	});

	it('is uploaded, or fetched from its address', async () => {
		const picture = async (plan: ReturnType<typeof wholeFile>) => await plan.parts[0].picture();
		expect(await picture(wholeFile(file('png')))).toMatchObject({ kind: 'upload', fileName: 'a.png' });
		const remote = { fileName: 'b.jpg', format: 'jpg' as const, url: 'https://example.test/b.jpg' };
		expect(await picture(wholeFile(remote))).toEqual({ kind: 'url', ...remote });
	});
});

describe('a PDF in calls', () => {
	it('goes out as it is where all of its pages fit into one', async () => {
		expect(await callsOf(2, 3)).toEqual([[1, 2]]);
		expect(await callsOf(3, 3)).toEqual([[1, 2, 3]]);
		const pdf = await pdfOf(3);
		const planned = await planPdf(pdf, 3, SETTINGS);
		const sent = planned.ok ? await planned.plan.parts[0].picture() : null;
		expect(sent).toEqual({ kind: 'upload', fileName: 'scan.pdf', format: 'pdf', source: pdf.source });
	});

	it('is divided where they do not, or only some are wanted', async () => {
		expect(await callsOf(4, 3)).toEqual([[1, 2, 3], [4]]);
		expect(await callsOf(3, 3, '2-3')).toEqual([[2, 3]]);
		expect(await callsOf(5, 1, '5, 2')).toEqual([[2], [5]]);
	});

	it('is refused where it has no such pages', async () => {
		expect(await callsOf(3, 3, '4')).toMatch(/'Pages' does not fit 'scan.pdf'/);
		expect(wantedPages('scan.pdf', '', 2)).toEqual({ ok: true, pages: [1, 2] });
	});
});
