/* One measured job in a process of its own; pdf.ts starts it and prints what it reports. */
import 'n8n-workflow';

import { PDFDocument, StandardFonts } from 'pdf-lib';

import type * as Pdf from '../../nodes/ClovaOcr/pdf/pdf';
import { fs, fsp, monitorEventLoopDelay, nodeProcess, performance, sleep } from '../support/node';
import { threadMs, memory, resetPeak, Stalls } from '../support/measure';
import { koreanPage, latinPage } from './pdfPages';

const [job, file, bundle] = nodeProcess.argv.slice(2);
/** Made before the measuring: both ways of drawing get the same words for nothing. */
const WORDS = Array.from({ length: 100 }, (_, index) => latinPage(index + 1));
const EVERY_PAGE = { keep: null, highlight: false };

async function openedBy(pdf: typeof Pdf) {
	const result = await pdf.openPdf(await fsp.readFile(file));
	if (result.kind !== 'ok') throw new Error(`The file is ${result.kind}`);
	return result.pdf;
}

const JOBS: Record<string, (pdf: typeof Pdf) => Promise<number>> = {
	/** Reads, plans and cuts the file; as in a run, three parts are in memory at a time. */
	async split(pdf) {
		const document = await openedBy(pdf);
		const pages = document.pages.map((_, index) => index + 1);
		const parts = await pdf.planParts(document, pages, 10, 50 * 1024 * 1024);
		const held: Uint8Array[] = [];
		for (const part of parts) {
			held.push(await pdf.extractPages(document, part.pages));
			if (held.length > 3) held.shift();
		}
		return parts.length;
	},
	/** The same parts with pdf-lib's own copying of pages, as a Code node would make them. */
	async copyPages() {
		const document = await PDFDocument.load(await fsp.readFile(file));
		const count = document.getPageCount();
		for (let from = 0; from < count; from += 10) {
			const part = await PDFDocument.create();
			const indices = Array.from({ length: Math.min(10, count - from) }, (_, at) => from + at);
			for (const page of await part.copyPages(document, indices)) part.addPage(page);
			await part.save({ useObjectStreams: false });
		}
		return Math.ceil(count / 10);
	},
	/** What a file that cannot be read costs until that is known. */
	async open(pdf) {
		const result = await pdf.openPdf(await fsp.readFile(file));
		return result.kind === 'ok' ? result.pageCount : 0;
	},
	async layer(pdf) {
		const document = await openedBy(pdf);
		// More pages than there are words for get the same words again.
		const words = document.pages.map((_, index) => ({
			...WORDS[index % WORDS.length],
			page: index + 1,
		}));
		return (await pdf.createSearchablePdf(document, words, EVERY_PAGE)).bytes.length;
	},
	/** The same words with pdf-lib's own text drawing, as a Code node would do it. */
	async drawText() {
		const document = await PDFDocument.load(await fsp.readFile(file));
		const font = await document.embedFont(StandardFonts.Helvetica);
		for (const [index, page] of document.getPages().entries()) {
			for (const { text, corners } of WORDS[index].lines.flat()) {
				const [{ x, y }, , { y: bottom }] = corners;
				const size = (bottom - y) * 0.48;
				page.drawText(text, { x: x * 0.48, y: 842 - bottom * 0.48, size, font, opacity: 0 });
			}
		}
		return (await document.save()).length;
	},
	/** Bytes that 500 Korean words add to a page. */
	async growth(pdf) {
		const document = await openedBy(pdf);
		const count = document.pages.length;
		const pages = document.pages.map((_, index) => koreanPage(index + 1));
		const { bytes } = await pdf.createSearchablePdf(document, pages, EVERY_PAGE);
		return (bytes.length - fs.statSync(file).size) / count;
	},
};

async function measure(): Promise<void> {
	const pdf = (await import(bundle)) as typeof Pdf;
	await sleep(50);
	const before = resetPeak();
	const stalls = new Stalls();
	const wall = monitorEventLoopDelay({ resolution: 1 });
	wall.enable();
	const used = nodeProcess.cpuUsage();
	const mainBefore = threadMs();
	const started = performance.now();
	const value = await JOBS[job](pdf);
	const ms = performance.now() - started;
	const mainMs = threadMs() - mainBefore;
	const { user, system } = nodeProcess.cpuUsage(used);
	const grownMb = (memory('VmHWM') - before) / 1024;
	await sleep(50);
	wall.disable();
	nodeProcess.stdout.write(
		JSON.stringify({
			ms,
			mainMs,
			cpuMs: (user + system) / 1000,
			grownMb,
			stallMs: stalls.end(),
			wallStallMs: wall.max / 1e6,
			value,
		}),
	);
}

void measure();
