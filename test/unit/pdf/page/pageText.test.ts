import { degrees, PDFDocument, PDFName, StandardFonts, type PDFPage } from 'pdf-lib';

import { createSearchablePdf, hasOwnText, readPageText } from '../../../../nodes/ClovaOcr/pdf/pdf';
import { boxAround } from '../../../../nodes/ClovaOcr/shared/geometry';
import { scanPdf } from '../../../support/pdf/documents';
import { layOut, SCRIPTS } from '../../../support/pdf/layout';
import { opened } from '../../../support/pdf/open';

const A4 = { width: 1240, height: 1754 };

async function textOf(bytes: Uint8Array, page = 1) {
	const pdf = await opened(bytes);
	return await readPageText(pdf.pages[page - 1].node);
}

function linesOf({ lines }: Awaited<ReturnType<typeof textOf>>): string[] {
	return lines.map((line) => line.map(({ text }) => text).join(' '));
}

/** One page with a content stream of our own and Helvetica as /F. */
async function page(content: string, change?: (page: PDFPage, document: PDFDocument) => void) {
	const document = await PDFDocument.create();
	const made = document.addPage([600, 800]);
	const font = await document.embedFont(StandardFonts.Helvetica);
	made.node.setFontDictionary(PDFName.of('F'), font.ref);
	made.node.set(
		PDFName.of('Contents'),
		document.context.register(document.context.stream(content)),
	);
	change?.(made, document);
	return await document.save();
}

describe('the text that a page has of its own', () => {
	it('is what a searchable PDF of ours was given, in every script', async () => {
		const pdf = await opened(await scanPdf([{}]));
		const { bytes } = await createSearchablePdf(pdf, [layOut(SCRIPTS, A4)], {
			keep: null,
			highlight: false,
		});
		expect(linesOf(await textOf(bytes))).toEqual(SCRIPTS);
	});

	it.each([
		{ name: 'upright', scan: {}, picture: A4 },
		{ name: 'turned by 90', scan: { rotate: 90 }, picture: { width: 1754, height: 1240 } },
		{ name: 'turned by 180', scan: { rotate: 180 }, picture: A4 },
		{ name: 'turned by 270', scan: { rotate: 270 }, picture: { width: 1754, height: 1240 } },
		{ name: 'cropped', scan: { cropFrom: [50, 80] as [number, number] }, picture: A4 },
	])('lies where it is displayed: $name', async ({ scan, picture }) => {
		const words = layOut(['Words of invented text'], picture);
		const pdf = await opened(await scanPdf([scan]));
		const { bytes } = await createSearchablePdf(pdf, [words], { keep: null, highlight: false });
		const text = await textOf(bytes);
		const scale = text.width / picture.width;
		for (const [index, { corners }] of text.lines[0].entries()) {
			const [seen, given] = [boxAround(corners), boxAround(words.lines[0][index].corners)];
			expect(Math.abs((seen?.x ?? NaN) - (given?.x ?? NaN) * scale)).toBeLessThan(2);
			expect(Math.abs((seen?.y ?? NaN) - (given?.y ?? NaN) * scale)).toBeLessThan(2);
			expect(Math.abs((seen?.height ?? NaN) - (given?.height ?? NaN) * scale)).toBeLessThan(2);
		}
	});

	const CASES: Array<[string, string, string[]]> = [
		[
			'by every operator that shows text',
			'BT /F 12 Tf 14 TL 50 700 Td (one) Tj (two) \' 0 0 (three) " [(fo) 10 (ur)] TJ ET',
			['one', 'two', 'threefour'],
		],
		['with gaps as blanks', 'BT /F 12 Tf 50 700 Td [(left) -2000 (right)] TJ ET', ['left right']],
		[
			'with escapes and nested brackets',
			'BT /F 12 Tf 50 700 Td (a\\(b\\)\\101\\\\ (c)) Tj ET',
			['a(b)A\\ (c)'],
		],
		['in hexadecimal', 'BT /F 12 Tf 50 700 Td <48 69> Tj ET', ['Hi']],
		[
			'on one line, drawn piece by piece',
			'BT /F 12 Tf 50 700 Td (left) Tj ET BT /F 12 Tf 200 700 Td (right) Tj ET',
			['left right'],
		],
		['under a transformation', 'q 2 0 0 2 0 0 cm BT /F 12 Tf 20 300 Td (twice) Tj ET Q', ['twice']],
		['where it is invisible', 'BT /F 12 Tf 3 Tr 50 700 Td (hidden) Tj ET', ['hidden']],
		[
			'drawn twice for bold',
			'BT /F 12 Tf 50 700 Td (bold) Tj ET BT /F 12 Tf 50.2 700 Td (bold) Tj ET',
			['bold'],
		],
		[
			'behind an inline picture',
			'BI /W 2 /H 1 /BPC 8 /CS /G ID (Tj EI BT /F 12 Tf 50 700 Td (text) Tj ET',
			['text'],
		],
		[
			'as the file says it is meant',
			'/Span <</ActualText (meant)>> BDC BT /F 12 Tf 50 700 Td (drawn) Tj ET EMC',
			['meant'],
		],
		[
			'but not off the page',
			'BT /F 12 Tf 50 900 Td (away) Tj ET BT /F 12 Tf 50 700 Td (here) Tj ET',
			['here'],
		],
		['of unbalanced contents', 'Q Q ] >> ) BT /F 12 Tf 50 700 Td (text) Tj', ['text']],
	];

	it.each(CASES)('is read %s', async (_case, content, lines) => {
		expect(linesOf(await textOf(await page(content)))).toEqual(lines);
	});

	it('is read by the names of its glyphs', async () => {
		const bytes = await page('BT /F 12 Tf 50 700 Td <0102030405> Tj ET', (made, document) => {
			const names = ['Eacute', 'fi', 'won', 'uniAC00', 'one'];
			const font = document.context.obj({
				Type: 'Font',
				Subtype: 'Type1',
				BaseFont: 'Invented',
				Encoding: { Type: 'Encoding', Differences: [1, ...names] },
			});
			made.node.setFontDictionary(PDFName.of('F'), document.context.register(font));
		});
		expect(linesOf(await textOf(bytes))).toEqual(['Éfi₩가1']);
	});

	it.each([
		['KSCms-UHC-H', 'b0a1b3aa41', '가나A'],
		['UniKS-UTF16-H', 'ac00b098d842dfb7', '가나𠮷'],
		['90ms-RKSJ-H', '8abf8e9ab1', '漢字ｱ'],
		['GBK-EUC-H', 'bcf2cce5', '简体'],
		['ETen-B5-H', 'c163c5e9', '繁體'],
	])('is read in the legacy encoding %s', async (encoding, codes, text) => {
		const bytes = await page(`BT /F 12 Tf 50 700 Td <${codes}> Tj ET`, (made, document) => {
			const font = document.context.obj({
				Type: 'Font',
				Subtype: 'Type0',
				BaseFont: 'Invented',
				Encoding: encoding,
				DescendantFonts: [{ Type: 'Font', Subtype: 'CIDFontType0', DW: 1000 }],
			});
			made.node.setFontDictionary(PDFName.of('F'), document.context.register(font));
		});
		expect(linesOf(await textOf(bytes)).join('')).toBe(text);
	});

	it('is counted as unreadable where nothing says what it means', async () => {
		const bytes = await page('BT /F 12 Tf 50 700 Td <00010002> Tj ET', (made, document) => {
			const font = document.context.obj({
				Type: 'Font',
				Subtype: 'Type0',
				BaseFont: 'Invented',
				Encoding: 'Identity-H',
				DescendantFonts: [{ Type: 'Font', Subtype: 'CIDFontType2' }],
			});
			made.node.setFontDictionary(PDFName.of('F'), document.context.register(font));
		});
		expect(await textOf(bytes)).toMatchObject({ unreadable: 2, characters: 0 });
	});

	it('of forms that draw themselves comes to an end', async () => {
		const bytes = await page('/X Do', (made, document) => {
			const { context } = document;
			const ref = context.nextRef();
			const form = context.stream('/X Do /X Do BT /F 12 Tf 50 700 Td (loop) Tj ET', {
				Subtype: 'Form',
				BBox: [0, 0, 600, 800],
			});
			context.assign(ref, form);
			made.node.setXObject(PDFName.of('X'), ref);
		});
		expect(linesOf(await textOf(bytes))).toEqual(['loop']);
	});
});

describe('whether a page has text of its own', () => {
	const line = (row: number, text: string, size = 10) =>
		`BT /F ${size} Tf 50 ${700 - 14 * row} Td (${text}) Tj ET\n`;

	it.each([
		['nothing at all', '', false],
		['blanks', line(0, '   '), false],
		['a stamp', line(0, 'Scanned with an invented scanner'), false],
		[
			'a header and a page number',
			line(0, 'Invented Trading Ltd, annual report') + line(45, 'page 12'),
			false,
		],
		['99 characters', line(0, 'x'.repeat(50)) + line(1, 'x'.repeat(49)), false],
		['100 characters', line(0, 'x'.repeat(50)) + line(1, 'x'.repeat(50)), true],
		['a title as large as a twentieth of the page', line(0, 'Invented', 90), true],
	])('%s', async (_case, content, has) => {
		expect(hasOwnText(await textOf(await page(content)))).toBe(has);
	});

	it('no: text that can hardly be read, since it is better sent', async () => {
		const text = { width: 600, height: 800, lines: [], characters: 1000, share: 0.2 };
		expect(hasOwnText({ ...text, unreadable: 50 })).toBe(true);
		expect(hasOwnText({ ...text, unreadable: 100 })).toBe(false);
	});

	it('does not depend on how the page is turned', async () => {
		const turn = (made: PDFPage) => made.setRotation(degrees(90));
		const bytes = await page(line(0, 'x'.repeat(60)) + line(1, 'x'.repeat(60)), turn);
		const text = await textOf(bytes);
		expect(text).toMatchObject({ width: 800, height: 600 });
		expect(hasOwnText(text)).toBe(true);
	});
});
