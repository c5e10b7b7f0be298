import { PDFDocument } from 'pdf-lib';

import { bytesSource } from '../../../nodes/ClovaOcr/clova/streamedFile';
import { UPLOAD_LIMIT } from '../../../nodes/ClovaOcr/input/open';
import { planPdf, wantedPages, wholeFile } from '../../../nodes/ClovaOcr/input/parts';
import { asList, asObject, asText } from '../../../nodes/ClovaOcr/shared/json';
import { protectedPdfs } from '../../fixtures/protectedPdfs';
import { printedLines, printedPdf } from '../../support/printedPdf';

const SETTINGS = { pages: '', pdfPassword: '', existingText: 'add' } as const;

async function pdfOf(pageCount: number) {
	const pdf = await PDFDocument.create();
	for (let page = 0; page < pageCount; page += 1) pdf.addPage([300, 400]);
	return documentOf(Buffer.from(await pdf.save()));
}

function documentOf(bytes: Uint8Array) {
	const source = bytesSource(bytes);
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

describe('a PDF that cannot go out as it is', () => {
	const partsOf = async (document: ReturnType<typeof documentOf>) => {
		const planned = await planPdf(document, 3, SETTINGS);
		if (!planned.ok) throw new Error(planned.problem.message);
		const { source } = document;
		return await Promise.all(
			planned.plan.parts.map(async ({ pages, picture }) => {
				const sent = await picture();
				return [pages, sent.kind === 'upload' && sent.source !== source];
			}),
		);
	};

	it('is written anew where it is protected, or larger than one upload may be', async () => {
		expect(await partsOf(documentOf(protectedPdfs.aes128))).toEqual([[[1], true]]);
		const pdf = await pdfOf(2);
		const sized = (size: number) => ({ ...pdf, source: { ...pdf.source, size } });
		expect(await partsOf(sized(UPLOAD_LIMIT + 1))).toEqual([[[1, 2], true]]);
		expect(await partsOf(sized(UPLOAD_LIMIT))).toEqual([[[1, 2], false]]);
	});

	it('names the pages that are too large for any upload, and sends the others', async () => {
		const huge = await PDFDocument.create();
		for (const bytes of [10, UPLOAD_LIMIT, 10]) {
			const page = huge.addPage([300, 400]);
			page.node.addContentStream(huge.context.register(huge.context.stream(new Uint8Array(bytes))));
		}
		const saved = Buffer.from(await huge.save({ useObjectStreams: false }));
		const planned = await planPdf(documentOf(saved), 3, SETTINGS);
		expect(planned).toMatchObject({
			ok: true,
			plan: {
				pageCount: 3,
				parts: [{ pages: [1] }, { pages: [3] }],
				refused: [{ pages: [2], problem: { message: expect.stringMatching(/larger than 50 MB/) } }],
			},
		});
	});
});

describe('pages with text of their own', () => {
	/** A PDF of three pages, of which the second is blank. */
	async function mixedPdf() {
		const pdf = await PDFDocument.load(await printedPdf(2));
		pdf.insertPage(1, [300, 200]);
		return documentOf(Buffer.from(await pdf.save()));
	}

	it('are not sent under Skip, which is said', async () => {
		const planned = await planPdf(await mixedPdf(), 3, { ...SETTINGS, existingText: 'skip' });
		expect(planned).toMatchObject({
			ok: true,
			plan: {
				pageCount: 3,
				parts: [{ pages: [2] }],
				ownText: [{ page: 1 }, { page: 3 }],
				hints: [
					"'scan.pdf' has text of its own on page 1, 3: it was read out of the file, and the page not sent.",
				],
			},
		});
	});

	it('is said of a single one too', async () => {
		const single = documentOf(await printedPdf(1));
		const planned = await planPdf(single, 3, { ...SETTINGS, existingText: 'skip' });
		expect(planned).toMatchObject({ plan: { parts: [], hints: [expect.stringMatching(/on page 1:/)] } });
	});

	it.each(['add', 'keep'] as const)('are sent under %s, and nothing is said', async (existingText) => {
		const planned = await planPdf(await mixedPdf(), 3, { ...SETTINGS, existingText });
		expect(planned).toMatchObject({ plan: { parts: [{ pages: [1, 2, 3] }], ownText: [], hints: [] } });
	});

	it('none of which is there, nothing is said under Skip', async () => {
		const planned = await planPdf(await pdfOf(2), 3, { ...SETTINGS, existingText: 'skip' });
		expect(planned).toMatchObject({ plan: { parts: [{ pages: [1, 2] }], ownText: [], hints: [] } });
	});

	it('look like pages that CLOVA has read', async () => {
		const planned = await planPdf(await mixedPdf(), 3, { ...SETTINGS, existingText: 'skip' });
		const page = planned.ok ? planned.plan.ownText[1] : null;
		const raw = page?.image?.raw;
		expect(page).toMatchObject({
			page: 3,
			width: 300,
			height: 200,
			image: { inferResult: 'SUCCESS', message: null },
		});
		expect(raw).toMatchObject({
			inferResult: 'SUCCESS',
			convertedImageInfo: { width: 300, height: 200, pageIndex: 2, longImage: false },
		});
		const fields = asList(raw?.fields).map(asObject);
		const lines = fields.map(({ inferText, lineBreak }) => `${asText(inferText)}${lineBreak === true ? '\n' : ' '}`);
		expect(lines.join('')).toBe(`${printedLines(2).join('\n')}\n`);
		const corner = { x: expect.any(Number), y: expect.any(Number) };
		expect(fields[0].boundingPoly).toEqual({ vertices: [corner, corner, corner, corner] });
	});
});

describe('a PDF that cannot be opened', () => {
	const saidOf = async (bytes: Uint8Array, pdfPassword = '') => {
		const planned = await planPdf(documentOf(bytes), 3, { ...SETTINGS, pdfPassword });
		return planned.ok ? planned.plan.hints : planned.problem.message;
	};
	const edited = async (from: string, to: string) =>
		Buffer.from((await printedPdf(2)).toString('latin1').replace(from, to), 'latin1');

	it('says why', async () => {
		expect(await saidOf(protectedPdfs.locked)).toBe("'scan.pdf' is an encrypted PDF that needs a password");
		expect(await saidOf(protectedPdfs.locked, 'no')).toBe("The option 'PDF Password' does not open 'scan.pdf'");
		expect(await saidOf(protectedPdfs.locked, 'secret')).toEqual([]);
		const elsewhere = protectedPdfs.aes128.toString('latin1').replace('/Filter /Standard', '/Filter /Stranger');
		expect(await saidOf(Buffer.from(elsewhere, 'latin1'))).toBe(
			"'scan.pdf' is an encrypted PDF that only certain readers can open",
		);
		expect(await saidOf(Buffer.from('%PDF-1.7'))).toBe("'scan.pdf' is a damaged PDF");
		expect(await saidOf(Buffer.of())).toBe("'scan.pdf' is a PDF without pages");
	});

	it('is told beside what was found of it where only some pages are lost', async () => {
		expect(await saidOf(await edited('/Count 2', '/Count 9'))).toEqual([
			"'scan.pdf' is damaged: 7 of its pages could not be found.",
		]);
		expect(await saidOf(await edited('/Count 2', '/Count 3'))).toEqual([
			"'scan.pdf' is damaged: 1 of its pages could not be found.",
		]);
		expect(await saidOf(await edited('/Count 2', '/Count 2'))).toEqual([]);
	});
});
