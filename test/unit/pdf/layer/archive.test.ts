import { PDFDocument, PDFName } from 'pdf-lib';

import { createSearchablePdf, openPicture, type OpenPdf } from '../../../../nodes/ClovaOcr/pdf/pdf';
import { decodeContent } from '../../../../nodes/ClovaOcr/pdf/file/content';
import { scanJpeg } from '../../../support/pdf/documents';
import { layOut, SCRIPTS } from '../../../support/pdf/layout';
import { opened } from '../../../support/pdf/open';
import { makePng } from '../../../support/pdf/pngs';

const SIZE = { width: 300, height: 400 };
const WORDS = layOut(SCRIPTS, SIZE);

async function picture(format: 'jpeg' | 'png' | 'tiff', bytes: Uint8Array): Promise<OpenPdf> {
	const pdf = await openPicture(format, bytes);
	if (!pdf) throw new Error('The picture was refused');
	return pdf;
}

async function made(pdf: OpenPdf, more: object = {}, words = [WORDS]): Promise<Uint8Array> {
	return (await createSearchablePdf(pdf, words, { keep: null, highlight: false, ...more })).bytes;
}

/** What a file claims: "2 B", or "" where it claims nothing. */
async function claimOf(bytes: Uint8Array): Promise<string> {
	const { catalog, context } = await PDFDocument.load(bytes, { updateMetadata: false });
	const xmp = (await decodeContent(context, catalog.get(PDFName.of('Metadata')))).data.toString();
	const found = ['part', 'conformance'].map(
		(name) => new RegExp(`pdfaid:${name}(?:="|>)([^<"]*)`).exec(xmp)?.[1] ?? '',
	);
	return found.join(' ').trim();
}

function png(colorType: 2 | 6, more: object = {}): Buffer {
	const pixel = () => [9, 99, 199, 128].slice(0, colorType === 6 ? 4 : 3);
	return makePng({ ...SIZE, colorType, bitDepth: 8, pixel, ...more });
}

/** The JPEG said to have four colours; nothing of its data is looked at. */
function printColors(): Buffer {
	const jpeg = Buffer.from(scanJpeg(1, SIZE.width, SIZE.height));
	jpeg[jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 9] = 4;
	return jpeg;
}

describe('the claim to be PDF/A', () => {
	it('is made for a JPEG and a PNG', async () => {
		const jpeg = await picture('jpeg', scanJpeg(1, SIZE.width, SIZE.height));
		expect(await claimOf(await made(jpeg))).toBe('2 B');
		expect(await claimOf(await made(await picture('png', png(2))))).toBe('2 B');
	});

	it('is made with the same identifier for the same scan, and another one for another', async () => {
		const idOf = async (seed: number) => {
			const bytes = await made(await picture('jpeg', scanJpeg(seed, SIZE.width, SIZE.height)));
			return /\/ID \[ ?<([0-9a-f]{32})> <\1> ?\]/.exec(Buffer.from(bytes).toString('latin1'))?.[1];
		};
		expect(await idOf(1)).toBe(await idOf(1));
		expect(await idOf(1)).toMatch(/^[0-9a-f]{32}$/);
		expect(await idOf(2)).not.toBe(await idOf(1));
	});

	it.each<[string, () => Promise<OpenPdf>, object]>([
		['print colours', async () => await picture('jpeg', printColors()), {}],
		['opacity', async () => await picture('png', png(6)), {}],
		['boxes', async () => await picture('png', png(2)), { highlight: true }],
		['a page of two points', async () => await picture('png', png(2, { width: 1 })), {}],
	])('is not made with %s', async (_, make, more) => {
		const bytes = await made(await make(), more);
		expect(await claimOf(bytes)).toBe('');
		const { catalog, context } = await PDFDocument.load(bytes, { updateMetadata: false });
		expect([catalog.has(PDFName.of('OutputIntents')), context.trailerInfo.ID]).toEqual([
			false,
			undefined,
		]);
	});
});

/** A page without text of its own in a document that claims something of PDF/A. */
async function claiming(xmp: string): Promise<OpenPdf> {
	const document = await PDFDocument.create();
	document.addPage([SIZE.width, SIZE.height]);
	const stream = document.context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' });
	document.catalog.set(PDFName.of('Metadata'), document.context.register(stream));
	return await opened(await document.save());
}

describe.each([
	[
		'elements',
		(part: string, level: string) =>
			`<x><pdfaid:part>${part}</pdfaid:part><pdfaid:conformance>${level}</pdfaid:conformance></x>`,
	],
	[
		'attributes',
		(part: string, level: string) => `<x pdfaid:part="${part}" pdfaid:conformance="${level}"/>`,
	],
])('the claim of a PDF, made by %s', (_, xmp) => {
	it.each([
		['1', 'B', '1 B'],
		['2', 'U', '2 U'],
		['3', 'A', '3 B'],
	])('stays as far as text can keep it: %s %s', async (part, level, kept) => {
		expect(await claimOf(await made(await claiming(xmp(part, level))))).toBe(kept);
	});

	it('stays as it is where no text is laid', async () => {
		expect(await claimOf(await made(await claiming(xmp('1', 'A')), {}, []))).toBe('1 A');
	});

	it('goes with boxes, which are translucent', async () => {
		expect(await claimOf(await made(await claiming(xmp('2', 'B')), { highlight: true }))).toBe('');
	});
});
