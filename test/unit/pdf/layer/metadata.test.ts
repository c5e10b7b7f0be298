import { PDFDocument, PDFHexString, PDFName } from 'pdf-lib';

import { createSearchablePdf } from '../../../../nodes/ClovaOcr/pdf/pdf';
import { maskText } from '../../../../nodes/ClovaOcr/reading/masking/maskText';
import { decodeContent } from '../../../../nodes/ClovaOcr/pdf/file/content';
import { opened } from '../../../support/pdf/open';

const TITLE = '계약서 900101-1234568 홍길동';
const STARRED = '계약서 900101-******* 홍길동';

const XMP = `<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description
 pdf:Keywords="${TITLE}"><dc:title><rdf:li xml:lang="x-default">${TITLE}</rdf:li></dc:title>
</rdf:Description></x:xmpmeta>`;

async function titled(xmp: Buffer): Promise<Uint8Array> {
	const pdf = await PDFDocument.create();
	pdf.addPage([200, 200]);
	pdf.setTitle(TITLE);
	pdf.setAuthor('Office 7');
	const stream = pdf.context.flateStream(xmp, { Type: 'Metadata', Subtype: 'XML' });
	pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(stream));
	return await pdf.save();
}

async function made(file: Uint8Array, hide?: (text: string) => string) {
	const options = { keep: null, highlight: false, ...(hide ? { hide } : {}) };
	const { bytes } = await createSearchablePdf(await opened(file), [], options);
	const document = await PDFDocument.load(bytes, { updateMetadata: false });
	const xmp = document.catalog.get(PDFName.of('Metadata'));
	const text = xmp && (await decodeContent(document.context, xmp)).data.toString('utf8').trim();
	return { title: document.getTitle(), author: document.getAuthor(), xmp: text };
}

const standard = (text: string) => maskText(text, 'standard');

describe('what a searchable PDF says of itself', () => {
	test('has its numbers starred, in both places where it stands', async () => {
		expect(await made(await titled(Buffer.from(XMP)), standard)).toEqual({
			title: STARRED,
			author: 'Office 7',
			xmp: XMP.replaceAll(TITLE, STARRED),
		});
	});

	test('stays where nothing is to be hidden', async () => {
		const expected = { title: TITLE, author: 'Office 7', xmp: XMP };
		expect(await made(await titled(Buffer.from(XMP)))).toEqual(expected);
		expect(await made(await titled(Buffer.from(XMP)), (text) => text)).toEqual(expected);
	});

	test('goes where it cannot be searched', async () => {
		const wide = Buffer.from(XMP, 'utf16le');
		expect(await made(await titled(wide), standard)).toMatchObject({ xmp: undefined });
	});

	test('is left alone where its members are of strange kinds', async () => {
		const pdf = await PDFDocument.create();
		pdf.addPage([200, 200]);
		pdf.catalog.set(PDFName.of('Metadata'), PDFHexString.of('00'));
		pdf.context.trailerInfo.Info = pdf.context.obj([1]);
		const file = await pdf.save({ updateFieldAppearances: false });
		await expect(made(file, standard)).resolves.toMatchObject({ xmp: '' });
	});
});
