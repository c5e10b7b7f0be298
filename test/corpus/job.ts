/* The process that works on the files: reads an order a line, writes a report a line. */
import {
	createSearchablePdf,
	extractPages,
	openPdf,
	type OpenPdf,
} from '../../nodes/ClovaOcr/pdf/pdf';
import { rotationOf, visibleArea } from '../../nodes/ClovaOcr/pdf/page/attributes';
import { createInterface, fsp, nodeProcess } from '../support/node';
import type { Order, Report } from './ours';
import { inventWords, layOut } from './words';

/** Resolution in which the words' pictures are said to have been read, in pixels a point. */
const SCALE = 2;

async function work({ file, layered, part }: Order): Promise<Report> {
	const bytes = await fsp.readFile(file);
	const toCut = await openPdf(bytes);
	if (toCut.kind !== 'ok') return { kind: 'refused', why: toCut.kind };
	const { pageCount } = toCut;
	const pages = [...new Set([1, Math.ceil(pageCount / 2), pageCount])];
	await fsp.writeFile(part, await extractPages(toCut.pdf, pages));
	// Laying the text changes what was opened.
	const toLay = await openPdf(bytes);
	if (toLay.kind !== 'ok') return { kind: 'crashed', why: `${toLay.kind} when opened again` };
	const words = pages.map((page) => inventWords(page, displayed(toLay.pdf, page)));
	const read = pages.map((page, index) => {
		const { width, height } = displayed(toLay.pdf, page);
		const size = { width: width * SCALE, height: height * SCALE };
		return { page, ...size, lines: layOut(words[index], SCALE) };
	});
	const options = { keep: null, highlight: false, addToText: true };
	const made = await createSearchablePdf(toLay.pdf, read, options);
	await fsp.writeFile(layered, made.bytes);
	return { kind: 'made', pageCount, pages, words };
}

/** A page's size in points, as it is shown. */
function displayed(pdf: OpenPdf, page: number): { width: number; height: number } {
	const { node } = pdf.pages[page - 1];
	const { left, bottom, right, top } = visibleArea(node);
	const [width, height] = [right - left, top - bottom];
	return rotationOf(node) % 180 === 0 ? { width, height } : { width: height, height: width };
}

async function serve(): Promise<void> {
	for await (const line of createInterface({ input: nodeProcess.stdin })) {
		const report = await work(JSON.parse(line) as Order).catch(
			(error: unknown): Report => ({ kind: 'crashed', why: String(error) }),
		);
		nodeProcess.stdout.write(`${JSON.stringify(report)}\n`);
	}
}

void serve();
