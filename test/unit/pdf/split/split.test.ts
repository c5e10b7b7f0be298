import {
	PDFDict,
	PDFDocument,
	PDFName,
	PDFString,
	StandardFonts,
	type PDFPage,
	type PDFRef,
} from 'pdf-lib';

import { extractPages, planParts } from '../../../../nodes/ClovaOcr/pdf/pdf';
import { numberedPdf, numbersOn, scanJpeg } from '../../../support/pdf/documents';
import { opened, upTo } from '../../../support/pdf/open';
import { closePdfjs, difference, seePdf } from '../../../support/pdf/pdfjs';

jest.setTimeout(60_000);
afterAll(closePdfjs);

const MB = 1024 * 1024;

describe('planning parts', () => {
	it('fills calls in page order', async () => {
		const pdf = await opened(await numberedPdf(43));
		const parts = await planParts(pdf, upTo(43), 10, 50 * MB);
		expect(parts.map(({ pages }) => pages.length)).toEqual([10, 10, 10, 10, 3]);
		expect(parts.flatMap(({ pages }) => pages)).toEqual(upTo(43));
		expect(parts.some(({ tooLarge }) => tooLarge)).toBe(false);
	});

	it('takes the chosen pages only, one each where the API takes one', async () => {
		const pdf = await opened(await numberedPdf(9));
		const parts = await planParts(pdf, [2, 4, 5], 1, 50 * MB);
		expect(parts.map(({ pages }) => pages)).toEqual([[2], [4], [5]]);
	});

	it('halves a part that would be too large, and names a page that is', async () => {
		const document = await PDFDocument.create();
		for (const kilobytes of [30, 30, 30, 30, 200, 30]) {
			const page = document.addPage([100, 100]);
			const picture = document.context.stream(Buffer.alloc(kilobytes * 1024, 7), IMAGE);
			page.node.setXObject(PDFName.of('Scan'), document.context.register(picture));
		}
		const pdf = await opened(await document.save());
		const parts = await planParts(pdf, upTo(6), 10, 70 * 1024);
		expect(parts).toEqual([
			{ pages: [1, 2], tooLarge: false },
			{ pages: [3], tooLarge: false },
			{ pages: [4], tooLarge: false },
			{ pages: [5], tooLarge: true },
			{ pages: [6], tooLarge: false },
		]);
		for (const { pages, tooLarge } of parts) {
			const size = (await extractPages(pdf, pages)).length;
			expect(size > 70 * 1024).toBe(tooLarge);
		}
	});
});

const IMAGE = { Type: 'XObject', Subtype: 'Image', Width: 1, Height: 1, BitsPerComponent: 8 };

describe('pages cut out of a PDF', () => {
	it.each([true, false])('are those that were asked for (object streams: %p)', async (packed) => {
		const pdf = await opened(await numberedPdf(12, { useObjectStreams: packed }));
		expect(numbersOn(await seePdf(await extractPages(pdf, [3, 7, 12])))).toEqual([3, 7, 12]);
		expect(numbersOn(await seePdf(await extractPages(pdf, [1])))).toEqual([1]);
	});

	it('leave the document as it was, for the next part', async () => {
		const pdf = await opened(await numberedPdf(4));
		const first = await extractPages(pdf, [2, 3]);
		expect(Buffer.compare(await extractPages(pdf, [2, 3]), first)).toBe(0);
	});

	it('bring only their own pictures where all pages share one list', async () => {
		const document = await PDFDocument.create();
		const pictures: Record<string, PDFRef> = {};
		for (let number = 1; number <= 10; number++) {
			const picture = await document.embedJpg(scanJpeg(number, 300, 400));
			await picture.embed();
			pictures[`Im#3${number % 10}`] = picture.ref;
		}
		const shared = document.context.register(document.context.obj({ XObject: pictures }));
		for (let number = 1; number <= 10; number++) {
			const page = document.addPage([300, 400]);
			page.node.set(PDFName.of('Resources'), shared);
			const draw = `q 300 0 0 400 0 0 cm /Im${number % 10} % a comment\nDo Q`;
			page.node.set(
				PDFName.of('Contents'),
				document.context.register(document.context.flateStream(draw)),
			);
		}
		const whole = await document.save();
		const part = await extractPages(await opened(whole), [4]);
		expect(part.length).toBeLessThan(whole.length / 5);
		const [before, after] = [await seePdf(whole, 0.3), await seePdf(part, 0.3)];
		expect(difference(before[3].picture, after[0].picture)).toBe(0);
		expect(difference(before[4].picture, after[0].picture)).toBeGreaterThan(0.01);
	});

	it('keep a list of pictures that a form of the page draws from', async () => {
		const document = await PDFDocument.create();
		const page = document.addPage([300, 400]);
		const picture = await document.embedJpg(scanJpeg(1, 300, 400));
		await picture.embed();
		const form = document.context.register(
			document.context.stream('q 300 0 0 400 0 0 cm /Inner Do Q', {
				Type: 'XObject',
				Subtype: 'Form',
				BBox: [0, 0, 300, 400],
			}),
		);
		page.node.set(
			PDFName.of('Resources'),
			document.context.obj({ XObject: { Outer: form, Inner: picture.ref } }),
		);
		const content = document.context.register(document.context.stream('/Outer Do'));
		page.node.set(PDFName.of('Contents'), content);
		const whole = await document.save();
		const part = await extractPages(await opened(whole), [1]);
		const [before, after] = [await seePdf(whole, 0.3), await seePdf(part, 0.3)];
		expect(difference(before[0].picture, after[0].picture)).toBe(0);
	});

	it('do not drag other pages along by links, and keep filled form fields', async () => {
		const document = await PDFDocument.create();
		const pages: PDFPage[] = [];
		for (let number = 1; number <= 6; number++) pages.push(document.addPage([300, 200]));
		for (const [index, page] of pages.entries()) {
			page.drawImage(await document.embedJpg(scanJpeg(index)), {
				x: 0,
				y: 0,
				width: 300,
				height: 200,
			});
			const target = pages[(index + 1) % 6].ref;
			const link = { Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 50, 50], Dest: [target, 'Fit'] };
			page.node.addAnnot(document.context.register(document.context.obj(link)));
			const field = document.getForm().createTextField(`field ${index}`);
			field.setText(`value ${index}`);
			field.addToPage(page, { x: 20, y: 20, width: 200, height: 30 });
		}
		const whole = await document.save();
		const part = await extractPages(await opened(whole), [2]);
		expect(part.length).toBeLessThan(whole.length / 3);
		const [before, [after]] = [await seePdf(whole, 0.5), await seePdf(part, 0.5)];
		expect(before[1].annotations).toEqual(['Link', 'Widget']);
		expect(after.annotations).toEqual(['Widget']);
		expect(difference(before[1].picture, after.picture)).toBeLessThan(0.002);
	});

	it('list their form fields in the form, each once and under a name of its own', async () => {
		const document = await PDFDocument.create();
		for (let number = 1; number <= 3; number++) {
			const page = document.addPage([300, 200]);
			const field = document.getForm().createTextField(`field ${number}`);
			field.setText(`value ${number}`);
			field.addToPage(page, { x: 20, y: 20, width: 100, height: 20 });
			field.addToPage(page, { x: 20, y: 60, width: 100, height: 20 });
		}
		const part = await PDFDocument.load(
			await extractPages(await opened(await document.save()), [1, 3]),
		);
		const fields = part.getForm().getFields();
		expect(new Set(fields.map((field) => field.getName())).size).toBe(4);
		const values = fields.map((field) => part.getForm().getTextField(field.getName()).getText());
		expect(values).toEqual(['value 1', 'value 1', 'value 3', 'value 3']);
	});

	it.each([
		['has no resources', {}],
		['has resources that lack it', { Resources: { ProcSet: ['PDF'] } }],
	])('keep a font that a form of the page borrows, when the form %s', async (_case, resources) => {
		const document = await PDFDocument.load(await numberedPdf(1));
		const page = document.getPage(0);
		const font = await document.embedFont(StandardFonts.Courier);
		const { context } = document;
		const form = (content: string) =>
			context.register(
				context.stream(content, {
					Type: 'XObject',
					Subtype: 'Form',
					BBox: [0, 0, 300, 200],
					...resources,
				}),
			);
		page.node.setXObject(PDFName.of('Drawn'), form('BT /Lent 20 Tf 20 20 Td (lent) Tj ET'));
		page.node.setXObject(PDFName.of('Idle'), form('0 0 9 9 re f'));
		page.node.setFontDictionary(PDFName.of('Lent'), font.ref);
		page.node.addContentStream(context.register(context.stream('/Drawn Do')));
		const part = await extractPages(await opened(await document.save()), [1]);
		const kept = (await opened(part)).pages[0].node.Resources();
		const names = (kind: string) =>
			kept
				?.lookup(PDFName.of(kind), PDFDict)
				.keys()
				.map((name) => name.decodeText());
		expect(names('Font')).toContain('Lent');
		expect(names('XObject')).toEqual(['Drawn']);
	});

	it('take Letter where neither they nor the tree say a size, as viewers do', async () => {
		const document = await PDFDocument.load(await numberedPdf(2));
		for (const page of document.getPages()) page.node.delete(PDFName.of('MediaBox'));
		const part = await extractPages(await opened(await document.save()), [2]);
		const [seen] = await seePdf(part);
		expect(seen).toMatchObject({ width: 612, height: 792, lines: ['page 2'] });
		expect((await PDFDocument.load(part)).getPage(0).getSize()).toEqual({
			width: 612,
			height: 792,
		});
	});

	it('take over what they inherit from the page tree', async () => {
		const document = await PDFDocument.load(await numberedPdf(3));
		const tree = document.catalog.Pages();
		tree.set(PDFName.of('Rotate'), document.context.obj(90));
		tree.set(PDFName.of('MediaBox'), document.context.obj([0, 0, 300, 200]));
		for (const page of document.getPages()) page.node.delete(PDFName.of('MediaBox'));
		const whole = await document.save();
		const [seen] = await seePdf(await extractPages(await opened(whole), [2]));
		expect(seen).toMatchObject({ width: 200, height: 300, lines: ['page 2'] });
	});

	it('keep layers hidden that the document hides', async () => {
		const document = await PDFDocument.create();
		const page = document.addPage([300, 200]);
		page.drawText('shown', { x: 20, y: 100 });
		const group = document.context.obj({ Type: 'OCG', Name: PDFString.of('Hidden') });
		const ref = document.context.register(group);
		document.catalog.set(
			PDFName.of('OCProperties'),
			document.context.obj({ OCGs: [ref], D: { OFF: [ref], Order: [ref] } }),
		);
		const resources = page.node.Resources();
		resources?.set(PDFName.of('Properties'), document.context.obj({ L0: ref }));
		const boxes = document.context.stream('/OC /L0 BDC 0 0 300 200 re f EMC');
		page.node.addContentStream(document.context.register(boxes));
		const whole = await document.save();
		const part = await extractPages(await opened(whole), [1]);
		const [[before], [after]] = [await seePdf(whole, 0.5), await seePdf(part, 0.5)];
		expect(difference(before.picture, after.picture)).toBe(0);
	});
});
