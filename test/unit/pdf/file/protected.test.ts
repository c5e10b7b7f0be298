import { createSearchablePdf, openPdf } from '../../../../nodes/ClovaOcr/pdf/pdf';
import { protectedPdfs } from '../../../fixtures/protectedPdfs';
import { closePdfjs, seePdf } from '../../../support/pdf/pdfjs';

jest.setTimeout(60_000);
afterAll(closePdfjs);

async function written(bytes: Buffer, password?: string): Promise<Buffer> {
	const result = await openPdf(bytes, password);
	if (result.kind !== 'ok') throw new Error(`The PDF is ${result.kind}`);
	expect(result.pdf.needsRewriting).toBe(true);
	const made = await createSearchablePdf(result.pdf, [], { keep: null, highlight: false });
	return Buffer.from(made.bytes);
}

const FREE = Object.entries(protectedPdfs).filter(([name]) => name !== 'locked');

describe('a protected file that anybody may open', () => {
	it.each(FREE)('is read and written without its protection: %s', async (_, bytes) => {
		const plain = await written(bytes);
		expect(plain.includes('/Encrypt')).toBe(false);
		expect((await seePdf(plain)).map(({ lines }) => lines)).toEqual([['Invoice 7']]);
	});

	it.each(FREE)("opens with its owner's password too: %s", async (_, bytes) => {
		expect(await openPdf(bytes, 'owner')).toMatchObject({ kind: 'ok', pageCount: 1 });
	});

	it('keeps its strings', async () => {
		const title = Buffer.from('An invoice').toString('hex');
		expect((await written(protectedPdfs.aes128)).toString('latin1')).toContain(`/Title <${title}>`);
	});
});

describe('a file with a user password', () => {
	it.each(['secret', 'owner'])("opens with '%s'", async (password) => {
		const [page] = await seePdf(await written(protectedPdfs.locked, password));
		expect(page.lines).toEqual(['Invoice 7']);
	});

	it.each([undefined, '', 'Secret', 'secret '])('stays closed with %j', async (password) => {
		expect(await openPdf(protectedPdfs.locked, password)).toEqual({ kind: 'encrypted' });
	});
});
