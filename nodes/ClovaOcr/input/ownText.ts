import type { OpenPdf, PageText } from '../pdf/pdf';
import type { PageAnswer } from '../reading/page';
import type { JsonObject } from '../shared/json';

/**
 * The pages of a PDF that need not be read, since more than a stamp of text is in the file. Their
 * text takes the form of a General answer, without confidences, so that all else goes its usual way.
 * @param pages 1-based
 */
export async function ownTextPages(pdf: OpenPdf, pages: number[]): Promise<PageAnswer[]> {
	const { hasOwnText, readPageText } = await import('../pdf/pdf');
	const own: PageAnswer[] = [];
	for (const page of pages) {
		const text = await readPageText(pdf.pages[page - 1].node);
		if (hasOwnText(text)) own.push(pageAnswer(page, text));
	}
	return own;
}

function pageAnswer(page: number, { width, height, lines }: PageText): PageAnswer {
	const raw: JsonObject = {
		inferResult: 'SUCCESS',
		message: 'SUCCESS',
		convertedImageInfo: { width, height, pageIndex: page - 1, longImage: false },
		fields: lines.flatMap((line) =>
			line.map(({ text, corners }, index) => ({
				type: 'NORMAL',
				inferText: text,
				boundingPoly: { vertices: corners.map(({ x, y }) => ({ x, y })) },
				lineBreak: index === line.length - 1,
			})),
		),
	};
	return { page, width, height, image: { inferResult: 'SUCCESS', message: null, raw } };
}
