import { PDFDocument } from 'pdf-lib';

/** What `printedPdf` prints on a page: more than a stamp or a page number. */
export function printedLines(page: number): string[] {
	return Array.from({ length: 6 }, (_, line) => `Page ${page}, line ${line + 1} of a printed text`);
}

/** A PDF whose pages have text of their own. */
export async function printedPdf(pages: number): Promise<Buffer> {
	const pdf = await PDFDocument.create();
	for (let page = 1; page <= pages; page += 1) {
		const text = printedLines(page).join('\n');
		pdf.addPage([300, 200]).drawText(text, { x: 20, y: 170, size: 10, lineHeight: 14 });
	}
	return Buffer.from(await pdf.save({ useObjectStreams: false }));
}
