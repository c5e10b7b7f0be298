import { createCanvas } from '@napi-rs/canvas';
import { degrees, PDFDocument, type PDFPage } from 'pdf-lib';

export interface ScanPage {
	/** Visible size in points, before the page is turned. */
	width?: number;
	height?: number;
	rotate?: number;
	/** Where the visible box begins inside a larger sheet. */
	cropFrom?: [number, number];
	picture?: Uint8Array;
}

/** A JPEG with some grey shapes, different for every seed, as a scanner would give it. */
export function scanJpeg(seed: number, width = 600, height = 800): Buffer {
	const canvas = createCanvas(width, height);
	const brush = canvas.getContext('2d');
	brush.fillStyle = '#f4f2ec';
	brush.fillRect(0, 0, width, height);
	brush.fillStyle = '#222';
	for (let row = 0; row < 20; row++) {
		brush.fillRect(40, 40 + row * 36, 60 + ((row * 97 + seed * 131) % (width - 140)), 14);
	}
	return canvas.toBuffer('image/jpeg', 80);
}

/** A PDF whose pages are pictures and nothing else. */
export async function scanPdf(pages: ScanPage[]): Promise<Uint8Array> {
	const document = await PDFDocument.create();
	for (const [index, page] of pages.entries()) {
		const picture = await document.embedJpg(page.picture ?? scanJpeg(index));
		const { width = 595, height = 842, cropFrom = [0, 0] } = page;
		const sheet: [number, number] = [width + 2 * cropFrom[0], height + 2 * cropFrom[1]];
		const made = document.addPage(sheet);
		made.drawImage(picture, { x: cropFrom[0], y: cropFrom[1], width, height });
		if (page.cropFrom) made.setCropBox(cropFrom[0], cropFrom[1], width, height);
		if (page.rotate) made.setRotation(degrees(page.rotate));
	}
	return await document.save({ useObjectStreams: false });
}

/** A PDF with the words "page 1", "page 2" and so on in print, one on each page. */
export async function numberedPdf(
	count: number,
	options: { useObjectStreams?: boolean; decorate?: (page: PDFPage, number: number) => void } = {},
): Promise<Uint8Array> {
	const document = await PDFDocument.create();
	for (let number = 1; number <= count; number++) {
		const page = document.addPage([300, 200]);
		page.drawText(`page ${number}`, { x: 20, y: 100, size: 18 });
		options.decorate?.(page, number);
	}
	return await document.save({ useObjectStreams: options.useObjectStreams ?? true });
}

/** The numbers that `numberedPdf` printed on pages, as seen on them. */
export function numbersOn(pages: Array<{ lines: string[] }>): number[] {
	return pages.map(({ lines }) => Number(/^page (\d+)$/.exec(lines[0])?.[1]));
}
