/* pdf.js is an ES module and the test runner loads CommonJS: so it runs in a thread of its own. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

parentPort.on('message', ({ id, bytes, scale }) => {
	read(bytes, scale).then(
		(pages) => parentPort.postMessage({ id, pages }),
		(error) => parentPort.postMessage({ id, error: String(error) }),
	);
});

async function read(bytes, scale) {
	const loading = getDocument({
		data: bytes,
		standardFontDataUrl: `${folder}/standard_fonts/`,
		cMapUrl: `${folder}/cmaps/`,
		cMapPacked: true,
		wasmUrl: `${folder}/wasm/`,
		verbosity: 0,
	});
	const document = await loading.promise;
	const pages = [];
	for (let number = 1; number <= document.numPages; number++) {
		const page = await document.getPage(number);
		const { width, height } = page.getViewport({ scale: 1 });
		const { items } = await page.getTextContent();
		const text = items.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join('');
		const annotations = (await page.getAnnotations()).map(({ subtype }) => subtype);
		const picture = scale > 0 ? await render(document, page, scale) : null;
		pages.push({ width, height, lines: text.trimEnd().split('\n'), annotations, picture });
	}
	await loading.destroy();
	return pages;
}

async function render(document, page, scale) {
	const viewport = page.getViewport({ scale });
	const width = Math.ceil(viewport.width);
	const height = Math.ceil(viewport.height);
	const { canvas, context } = document.canvasFactory.create(width, height);
	await page.render({ canvas, viewport }).promise;
	return { width, height, pixels: new Uint8Array(context.getImageData(0, 0, width, height).data) };
}
