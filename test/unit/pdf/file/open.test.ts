import { PDFDocument } from 'pdf-lib';

import { extractPages, openPdf } from '../../../../nodes/ClovaOcr/pdf/pdf';
import { numberedPdf, numbersOn, scanPdf } from '../../../support/pdf/documents';
import { opened, upTo } from '../../../support/pdf/open';
import { closePdfjs, difference, seePdf } from '../../../support/pdf/pdfjs';

jest.setTimeout(60_000);
afterAll(closePdfjs);

function edited(pdf: Uint8Array, from: string | RegExp, to: string): Uint8Array {
	const text = Buffer.from(pdf).toString('latin1');
	if (!(typeof from === 'string' ? text.includes(from) : from.test(text)))
		throw new Error(`${from} does not occur`);
	return Buffer.from(text.replace(from, to), 'latin1');
}

async function plain(pages: number): Promise<Uint8Array> {
	return await numberedPdf(pages, { useObjectStreams: false });
}

async function kindOf(bytes: Uint8Array): Promise<string> {
	return (await openPdf(bytes)).kind;
}

describe('opening a PDF', () => {
	it.each([true, false])('counts the pages (object streams: %p)', async (useObjectStreams) => {
		const result = await openPdf(await numberedPdf(7, { useObjectStreams }));
		expect(result).toMatchObject({ kind: 'ok', pageCount: 7, missingPages: 0 });
		expect(result).toMatchObject({ pdf: { usesObjectStreams: useObjectStreams } });
	});

	it('tells apart what cannot be read', async () => {
		const pdf = await plain(3);
		const noPages = edited(edited(pdf, /\/Kids \[[^\]]*\]/, '/Kids [ ]'), '/Count 3', '/Count 0');
		expect(await kindOf(new Uint8Array())).toBe('empty');
		expect(await kindOf(Buffer.from('\x89PNG\r\n and so on'))).toBe('notPdf');
		expect(await kindOf(Buffer.from('%PDF-1.7\nand nothing else'))).toBe('damaged');
		expect(await kindOf(pdf.subarray(0, 200))).toBe('damaged');

		expect(await kindOf(noPages)).toBe('noPages');
		expect(await kindOf(edited(pdf, /\/Root \d+ 0 R/, '$& /Encrypt << /V 9 >>'))).toBe('protected');
	});

	it('opens a file with junk before the header and after the end', async () => {
		const junk = Buffer.from('HTTP/1.1 200 OK\r\n\r\n');
		const pdf = Buffer.concat([junk, await plain(4), Buffer.alloc(3000, '\0')]);
		expect(await openPdf(pdf)).toMatchObject({ kind: 'ok', pageCount: 4 });
	});

	it('does not take a page tree that runs in a circle for pages', async () => {
		const circle = edited(await plain(2), /\/Kids \[ \d+ 0 R/, '/Kids [ 1 0 R');
		const tree = /(\d+) 0 obj\n<<\n\/Type \/Pages/.exec(Buffer.from(circle).toString('latin1'));
		const own = edited(circle, '/Kids [ 1 0 R', `/Kids [ ${tree?.[1]} 0 R`);
		expect(await kindOf(own)).toBe('damaged');
	});

	it('reports pages that the document counts but that are not there', async () => {
		const pdf = await plain(5);
		const lost = edited(pdf, /\/Kids \[ \d+ 0 R/, '/Kids [ 999 0 R');
		expect(await openPdf(lost)).toMatchObject({ kind: 'ok', pageCount: 4, missingPages: 1 });
	});

	it('finds pages and trees that lack their type, as viewers do', async () => {
		const pdf = edited(await plain(3), /\/Type \/Page\n/, '');
		const bytes = await extractPages(await opened(pdf), upTo(3));
		expect(numbersOn(await seePdf(bytes))).toEqual([1, 2, 3]);
	});

	it('reads streams whose length stands elsewhere or is wrong', async () => {
		const pdf = await scanPdf([{}, {}, {}]);
		const before = await seePdf(pdf, 0.3);
		for (const length of ['/Length 900 0 R', '/Length 3', '/Length 99999999']) {
			const odd = edited(pdf, /\/Length \d+(?=\n)/g, length);
			const after = await seePdf(await extractPages(await opened(odd), upTo(3)), 0.3);
			expect(after.map(({ picture }, page) => difference(picture, before[page].picture))).toEqual([
				0, 0, 0,
			]);
		}
	});

	it('keeps an uncompressed PDF inside a stream of unknown length apart from its own end', async () => {
		const inner = await numberedPdf(9, {
			useObjectStreams: false,
			decorate: (page) => page.drawText('inside', { x: 20, y: 20 }),
		});
		const document = await PDFDocument.load(await plain(2));
		document.context.register(document.context.stream(inner));
		const saved = await document.save({ useObjectStreams: false });
		const odd = edited(saved, `/Length ${inner.length}`, '/Length 900 0 R');
		const result = await openPdf(odd);
		expect(result).toMatchObject({ kind: 'ok', pageCount: 2 });
		const seen = await seePdf(await extractPages(await opened(odd), [1, 2]));
		expect(seen.map(({ lines }) => lines)).toEqual([['page 1'], ['page 2']]);
	});

	it('survives whatever bytes are flipped or cut off', async () => {
		const pdf = await plain(3);
		for (let round = 0; round < 60; round++) {
			const broken = Buffer.from(pdf.subarray(0, pdf.length - (round % 3) * round * 5));
			for (let hit = 0; hit < 8; hit++)
				broken[(round * 7919 + hit * 104729) % broken.length] ^= 0x55;
			const result = await openPdf(broken);
			if (result.kind === 'ok') expect(result.pageCount + result.missingPages).toBeGreaterThan(0);
		}
	});
});
