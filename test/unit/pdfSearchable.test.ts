import { PDFDocument } from 'pdf-lib';

import { createSearchablePdf } from '../../nodes/ClovaOcr/pdf/pdf';
import { numberedPdf, numbersOn, scanJpeg, scanPdf } from '../support/pdf/documents';
import { layOut, SCRIPTS } from '../support/pdf/layout';
import { opened } from '../support/pdf/open';
import { closePdfjs, seePdf } from '../support/pdf/pdfjs';

afterAll(closePdfjs);

const PLAIN = { keep: null, highlight: false };

describe('text of a searchable PDF', () => {
	const A4 = { width: 1240, height: 1754 };
	const LYING = { width: 1754, height: 1240 };
	const cases = [
		{ name: 'upright', page: {}, picture: A4 },
		{ name: 'turned by 90', page: { rotate: 90 }, picture: LYING },
		{ name: 'turned by 180', page: { rotate: 180 }, picture: A4 },
		{ name: 'turned by 270', page: { rotate: 270 }, picture: LYING },
		{ name: 'turned by -90', page: { rotate: -90 }, picture: LYING },
		{ name: 'cropped', page: { cropFrom: [50, 80] as [number, number] }, picture: A4 },
		{
			name: 'cropped and turned',
			page: { cropFrom: [30, 10] as [number, number], rotate: 90 },
			picture: LYING,
		},
	];

	it.each(cases)('equals what was read, line by line: $name', async ({ page, picture }) => {
		const pdf = await opened(await scanPdf([page]));
		const { bytes } = await createSearchablePdf(pdf, [layOut(SCRIPTS, picture)], PLAIN);
		const [seen] = await seePdf(bytes);
		expect(seen.lines).toEqual(SCRIPTS);
	});

	it('stays on its page in a document of several', async () => {
		const pdf = await opened(await scanPdf([{}, {}, {}]));
		const pages = [1, 2, 3].map((page) => layOut([`쪽 ${page} 입니다`], { ...A4, page }));
		const { bytes } = await createSearchablePdf(pdf, pages, PLAIN);
		expect((await seePdf(bytes)).map(({ lines }) => lines)).toEqual([
			['쪽 1 입니다'],
			['쪽 2 입니다'],
			['쪽 3 입니다'],
		]);
	});
});

void [PDFDocument, numberedPdf, numbersOn, scanJpeg];
