import { PDFDocument as CanvasPdf, type SKRSContext2D } from '@napi-rs/canvas';
import { degrees, PDFDocument } from 'pdf-lib';

import { Sheet } from '../drawing/sheet';
import { A4 } from '../drawing/textPage';
import { toJpeg } from './picture';

/** A4 in points. */
const PAGE = { width: 595, height: 842 };

/** A PDF as a word processor makes it: letters with their meaning, no pictures. */
export function textPdf(pages: Array<(sheet: Sheet) => void>): Buffer {
	const pdf = new CanvasPdf({ title: 'Sample', compressionLevel: 6 });
	for (const print of pages) {
		const context: object = pdf.beginPage(PAGE.width, PAGE.height);
		if (!isContext(context)) throw new Error('The canvas gave no context for a PDF page');
		context.scale(PAGE.width / A4.width, PAGE.height / A4.height);
		print(new Sheet(A4.width, A4.height, '#ffffff', context));
		pdf.endPage();
	}
	return pdf.close();
}

/**
 * A PDF as a scanner makes it: one picture a page, no letters.
 * @param rotate how far a viewer turns the page clockwise to show it upright; the pictures are
 *   stored turned back by as much
 */
export async function scannedPdf(sheets: Sheet[], rotate: 0 | 90 = 0): Promise<Buffer> {
	const pdf = await PDFDocument.create();
	for (const sheet of sheets) {
		const stored = rotate === 0 ? sheet : turnedLeft(sheet);
		const picture = await pdf.embedJpg(await toJpeg(stored));
		const scale = PAGE.width / sheet.width;
		const page = pdf.addPage([stored.width * scale, stored.height * scale]);
		page.drawImage(picture, { x: 0, y: 0, width: page.getWidth(), height: page.getHeight() });
		page.setRotation(degrees(rotate));
	}
	return Buffer.from(await pdf.save());
}

/** The package's types call the page's context a browser's; it is the canvas's own. */
function isContext(context: object): context is SKRSContext2D {
	return 'getTransform' in context;
}

function turnedLeft(sheet: Sheet): Sheet {
	const turned = new Sheet(sheet.height, sheet.width);
	turned.context.translate(0, sheet.width);
	turned.context.rotate(-Math.PI / 2);
	turned.context.drawImage(sheet.context.canvas, 0, 0);
	return turned;
}
