import { createCanvas, loadImage } from '@napi-rs/canvas';
import { degrees, PDFDocument, PDFHexString, PDFName, StandardFonts } from 'pdf-lib';

import { openPdf, scanPage, type ScanPicture } from '../../../nodes/ClovaOcr/pdf/pdf';
import { redactDocument, surveyDocument } from '../../../nodes/ClovaOcr/redaction/document';
import { fs, path, repositoryRoot } from '../../support/node';
import { makePng } from '../../support/pdf/pngs';

const JPEG = fs.readFileSync(path.join(repositoryRoot, 'test/fixtures/redaction/444.jpg'));
const PNG = makePng({
	width: 120,
	height: 88,
	colorType: 2,
	bitDepth: 8,
	pixel: (x, y) => [x, y, 200],
});

type Change = (pdf: PDFDocument) => Promise<void> | void;

/** A scan of 240 by 176 points on each page, and what else `change` does. */
async function scan(pages: number, kind: 'jpeg' | 'png', turn: number, change?: Change) {
	const pdf = await PDFDocument.create();
	for (let page = 0; page < pages; page++) {
		const picture =
			kind === 'jpeg' ? await pdf.embedJpg(new Uint8Array(JPEG)) : await pdf.embedPng(PNG);
		const sheet = pdf.addPage([240, 176]);
		sheet.drawImage(picture, { x: 0, y: 0, width: 240, height: 176 });
		sheet.setRotation(degrees(turn));
	}
	await change?.(pdf);
	return Buffer.from(await pdf.save());
}

const survey = async (bytes: Buffer) => await surveyDocument('pdf', bytes, null, '');

/** A number at the stored picture's left half, on a page shown turned by quarters, read at 2 pixels a point. */
function marksOf(page: number, turn: number) {
	const stored = [
		[24, 48],
		[180, 48],
		[180, 88],
		[24, 88],
	];
	const shown = (x: number, y: number): [number, number] => {
		if (turn === 90) return [176 - y, x];
		if (turn === 180) return [240 - x, 176 - y];
		return turn === 270 ? [y, 240 - x] : [x, y];
	};
	const corners = stored.map(([x, y]) => {
		const [right, down] = shown(x, y);
		return { x: right * 2, y: down * 2 };
	});
	const [width, height] = turn % 180 === 0 ? [480, 352] : [352, 480];
	return { page, width, height, read: [corners], hidden: [corners] };
}

async function picturesOf(bytes: Uint8Array): Promise<ScanPicture[]> {
	const opened = await openPdf(bytes);
	if (opened.kind !== 'ok') throw new Error(opened.kind);
	const found: ScanPicture[] = [];
	for (let page = 1; page <= opened.pageCount; page++) {
		const read = await scanPage(opened.pdf, page);
		if (read.ok && read.page.picture) found.push(read.page.picture);
	}
	return found;
}

async function colorAt(jpeg: Uint8Array, x: number, y: number) {
	const context = createCanvas(120, 88).getContext('2d');
	context.drawImage(await loadImage(Buffer.from(jpeg)), 0, 0);
	return [...context.getImageData(x, y, 1, 1).data].slice(0, 3);
}

describe('a scanned PDF', () => {
	it.each([0, 90, 180, 270])('is black under its bars on pages turned by %i', async (turn) => {
		const bytes = await scan(2, 'jpeg', turn);
		const made = await redactDocument('pdf', bytes, [marksOf(1, turn), marksOf(2, turn)], null, '');
		if (!made.ok) throw new Error(made.obstacle);
		const pictures = await picturesOf(made.bytes);
		expect(pictures).toHaveLength(2);
		for (const { bytes: jpeg } of pictures) {
			for (const [x, y] of [
				[13, 25],
				[89, 43],
				[50, 34],
			]) {
				expect(await colorAt(jpeg, x, y)).toEqual([0, 0, 0]);
			}
			expect(await colorAt(jpeg, 110, 80)).toEqual(await colorAt(JPEG, 110, 80));
		}
	});

	it('of deflated rows is redacted too', async () => {
		const bytes = await scan(1, 'png', 0);
		const made = await redactDocument('pdf', bytes, [marksOf(1, 0)], null, '');
		if (!made.ok) throw new Error(made.obstacle);
		const [{ kind, deflated }] = await picturesOf(made.bytes);
		expect({ kind, deflated }).toEqual({ kind: 'rows', deflated: true });
	});

	it('that shows nothing on a page has no copy where something was read there', async () => {
		const bytes = await scan(1, 'jpeg', 0, (pdf) => {
			pdf.addPage([240, 176]);
		});
		const blank = { page: 2, width: 480, height: 352, read: [], hidden: [] };
		expect(await redactDocument('pdf', bytes, [marksOf(1, 0), blank], null, '')).toMatchObject({
			ok: true,
		});
		expect(
			await redactDocument('pdf', bytes, [marksOf(1, 0), marksOf(2, 0)], null, ''),
		).toMatchObject({ ok: false, obstacle: 'notPlaced' });
	});

	it('keeps the chosen pages only', async () => {
		const bytes = await scan(3, 'jpeg', 0);
		const made = await redactDocument('pdf', bytes, [marksOf(2, 0)], [2], '');
		if (!made.ok) throw new Error(made.obstacle);
		expect(await picturesOf(made.bytes)).toHaveLength(1);
	});

	it('loses invisible text, attachments, metadata and everything else that is no picture', async () => {
		const bytes = await scan(1, 'jpeg', 0, async (pdf) => {
			pdf.setTitle('PLANTED');
			await pdf.attach(Buffer.from('PLANTED'), 'PLANTED.txt');
			pdf.catalog.set(PDFName.of('PLANTED'), PDFHexString.fromText('PLANTED'));
			const [page] = pdf.getPages();
			const font = await pdf.embedFont(StandardFonts.Helvetica);
			const name = page.node.newFontDictionary('F1', font.ref);
			const layer = pdf.context.stream(`BT 3 Tr ${name} 9 Tf (PLANTED) Tj ET`);
			page.node.addContentStream(pdf.context.register(layer));
		});
		const made = await redactDocument('pdf', bytes, [marksOf(1, 0)], null, '');
		if (!made.ok) throw new Error(made.obstacle);
		const again = await openPdf(made.bytes);
		const file = Buffer.from(made.bytes).toString('latin1');
		expect(file).not.toMatch(/PLANTED|Helvetica|Info|Metadata|Tj|ObjStm/);
		expect(again.kind).toBe('ok');
	});

	it.each<[string, Change]>([
		['text that can be seen', (pdf) => pdf.getPages()[0].drawText('900101-1234567')],
		['a line', (pdf) => pdf.getPages()[0].drawLine({ start: { x: 0, y: 0 }, end: { x: 9, y: 9 } })],
		[
			'a second picture',
			async (pdf) => pdf.getPages()[0].drawImage(await pdf.embedPng(PNG), { width: 9, height: 9 }),
		],
		['a picture that reaches beyond the page', (pdf) => pdf.getPages()[0].setSize(120, 176)],
		['a form field', (pdf) => pdf.getForm().createTextField('number').addToPage(pdf.getPages()[0])],
	])('is refused with %s on a page', async (_, change) => {
		const found = await survey(await scan(1, 'jpeg', 0, change));
		expect(found).toEqual({ ok: false, obstacle: 'notScan', page: 1 });
	});

	it('is refused where the size of a page that was read does not fit', async () => {
		const bytes = await scan(1, 'jpeg', 0);
		const marks = { ...marksOf(1, 0), width: null, height: null };
		const made = await redactDocument('pdf', bytes, [marks], null, '');
		expect(made).toEqual({ ok: false, obstacle: 'notPlaced', page: 1 });
	});

	it('is refused where a page was not read', async () => {
		const made = await redactDocument('pdf', await scan(2, 'jpeg', 0), [marksOf(1, 0)], null, '');
		expect(made).toEqual({ ok: false, obstacle: 'notPlaced', page: 2 });
	});
});
