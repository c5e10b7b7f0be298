import { columns, letter, notice, smallPrint } from './letters';
import { reportPage } from './reports';
import { drawTextPage, linesOf, printTextPage, type TextPage } from '../drawing/textPage';
import { scannedPdf, textPdf } from '../files/pdf';
import { toTiff } from '../files/tiff';
import { fileSample, pictureSample } from '../sample';
import type { Sample } from '../types';

/** Pages of running text, for General. */
export const samples: Sample[] = [
	textSample('letter', 'Korean letter', letter),
	textSample('notice', 'Notice in Korean and English', notice),
	textSample('tilted', 'The same letter, two degrees askew', letter, 2),
	textSample('small-print', 'Large and small print on one page', smallPrint),
	{ ...textSample('columns', 'Two columns side by side', columns), compared: 'words' },
	pagesSample('report', 'Three-page PDF with letters', 3, 'extractText', reportPdf),
	pagesSample(
		'scan',
		'Two scanned pages in a PDF',
		2,
		'createSearchablePdf',
		async (pages) => await scannedPdf(reportPages(pages).map((page) => drawTextPage(page))),
	),
	pagesSample(
		'rotated',
		'Scanned page that its PDF turns upright',
		1,
		'extractText',
		async () => await scannedPdf([drawTextPage(reportPage(1))], 90),
	),
	pagesSample('fax', 'Two-page TIFF', 2, 'extractText', async (pages) =>
		toTiff(reportPages(pages).map((page) => drawTextPage(page))),
	),
];

/** A PDF with letters, as a word processor makes it, of as many pages as wanted. */
export async function reportPdf(pages: number): Promise<Buffer> {
	return textPdf(reportPages(pages).map((page) => (sheet) => printTextPage(sheet, page)));
}

/** The printed lines of one page of that PDF (from 1). */
export function reportLines(page: number): string[] {
	return linesOf(reportPage(page));
}

function textSample(id: string, title: string, page: TextPage, tilt = 0): Sample {
	const lines = linesOf(page);
	return pictureSample(
		{
			id,
			title,
			resource: 'general',
			operation: 'extractText',
			mimeType: 'image/png',
			truth: { lines },
			expected: [{ text: lines.join('\n'), lines }],
		},
		() => drawTextPage(page, tilt),
	);
}

function pagesSample(
	id: string,
	title: string,
	pages: number,
	operation: 'createSearchablePdf' | 'extractText',
	make: (pages: number) => Promise<Buffer>,
): Sample {
	const tiff = id === 'fax';
	const read = reportPages(pages).map((page) => {
		const lines = linesOf(page);
		return { text: lines.join('\n'), lines };
	});
	const text = read.map((page) => page.text).join('\n\n');
	const whole = read.map((page, at) => ({ page: at + 1, ...page, recognized: true }));
	return fileSample(
		{
			id,
			title,
			resource: 'general',
			operation,
			fileName: tiff ? `${id}.tif` : `${id}.pdf`,
			mimeType: tiff ? 'image/tiff' : 'application/pdf',
			truth: { pages: read },
			expected: operation === 'extractText' ? read : [{ text, pages: whole }],
		},
		async () => await make(pages),
	);
}

function reportPages(pages: number): TextPage[] {
	return Array.from({ length: pages }, (_, at) => reportPage(at + 1));
}
