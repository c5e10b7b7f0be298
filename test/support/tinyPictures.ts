import { createCanvas } from '@napi-rs/canvas';
import { PDFDocument } from 'pdf-lib';
import { sampleFont } from './fonts';

/** A white PNG of this size. */
export function blankPng(width = 40, height = 30): Buffer {
	return drawn(width, height, []).toBuffer('image/png');
}

/** A JPEG with one line of text below another. */
export function linesJpeg(lines: string[], width = 800, height = 400): Buffer {
	return drawn(width, height, lines).toBuffer('image/jpeg');
}

export function linesPng(lines: string[], width = 800, height = 400): Buffer {
	return drawn(width, height, lines).toBuffer('image/png');
}

/** A PDF with a text layer: every page says `page N`. */
export async function textPdf(pages: number): Promise<Buffer> {
	const pdf = await PDFDocument.create();
	for (let page = 1; page <= pages; page += 1) {
		pdf.addPage([300, 200]).drawText(`page ${page}`, { x: 40, y: 120, size: 24 });
	}
	return Buffer.from(await pdf.save());
}

/** The picture with an EXIF block that says how it is to be turned (2 to 8). */
export function withOrientation(jpeg: Buffer, orientation: number): Buffer {
	const directory = [0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
	const tiff = Buffer.from([...Buffer.from('MM'), 0, 42, 0, 0, 0, 8, ...directory]);
	const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
	const segment = Buffer.from([0xff, 0xe1, 0, content.length + 2]);
	return Buffer.concat([jpeg.subarray(0, 2), segment, content, jpeg.subarray(2)]);
}

function drawn(width: number, height: number, lines: string[]) {
	const canvas = createCanvas(width, height);
	const context = canvas.getContext('2d');
	context.fillStyle = '#fff';
	context.fillRect(0, 0, width, height);
	context.fillStyle = '#111';
	context.font = sampleFont(34);
	lines.forEach((line, index) => context.fillText(line, 60, 80 + index * 70));
	return canvas;
}
