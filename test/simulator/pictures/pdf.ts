import { createCanvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist';
import { path } from '../../support/node';
import type { OpenedFile } from './opened';
import type { LayerWord } from './protocol';
import { greyPixels } from './raster';

const POINTS_PER_INCH = 72;
const RENDERED_DPI = 200;
const MOST_PIXELS_A_SIDE = 4000;

/**
 * Opens a PDF with pdf.js. A page's size is given in points, since the service answers with the
 * coordinates of a 72 dpi page (595 x 842 was seen for A4).
 * @throws pdf.js's own errors for encrypted and damaged files
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenedFile> {
	const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
	const folder = path.dirname(require.resolve('pdfjs-dist/package.json'));
	const loading = pdfjs.getDocument({
		data: bytes,
		standardFontDataUrl: `${folder}/standard_fonts/`,
		cMapUrl: `${folder}/cmaps/`,
		cMapPacked: true,
		wasmUrl: `${folder}/wasm/`,
		verbosity: 0,
	});
	const document = await loading.promise;
	const pages = await Promise.all(
		Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)),
	);
	return {
		sizes: pages.map((page) => {
			const { width, height } = page.getViewport({ scale: 1 });
			return { width: Math.round(width), height: Math.round(height) };
		}),
		raster: async (index) => greyPixels(await render(pages[index])),
		textLayer: async (index) => await textLayer(pages[index]),
		close: async () => await loading.destroy(),
	};
}

async function render(page: PDFPageProxy) {
	const { width, height } = page.getViewport({ scale: 1 });
	const scale = Math.min(
		RENDERED_DPI / POINTS_PER_INCH,
		MOST_PIXELS_A_SIDE / Math.max(width, height),
	);
	const viewport = page.getViewport({ scale });
	const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
	// pdf.js names the browser's canvas in its types; this one draws alike.
	await page.render({ canvas: canvas as never, viewport }).promise;
	page.cleanup();
	return canvas;
}

/** The words of the text layer; a run's width is shared out evenly among its characters. */
async function textLayer(page: PDFPageProxy): Promise<LayerWord[]> {
	const viewport = page.getViewport({ scale: 1 });
	const { items } = await page.getTextContent();
	const words: LayerWord[] = [];
	for (const item of items) {
		if (!('str' in item)) continue;
		const [x, y] = viewport.convertToViewportPoint(item.transform[4], item.transform[5]);
		const perCharacter = item.str.length === 0 ? 0 : item.width / item.str.length;
		for (const match of item.str.matchAll(/\S+/g)) {
			words.push({
				text: match[0],
				x: x + match.index * perCharacter,
				y: y - item.height,
				width: match[0].length * perCharacter,
				height: item.height,
				lineBreak: false,
			});
		}
		if (item.hasEOL && words.length > 0) words[words.length - 1].lineBreak = true;
	}
	if (words.length > 0) words[words.length - 1].lineBreak = true;
	return words;
}
