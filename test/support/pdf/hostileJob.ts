/* Lets the bundled PDF part work through hostile files in a process of its own, and prints what each cost. */
import 'n8n-workflow';

import type * as Pdf from '../../../nodes/ClovaOcr/pdf/pdf';
import { memory, resetPeak, Stalls } from '../measure';
import { nodeProcess, sleep } from '../node';
import { hostilePdfs, type HostilePdf } from './hostilePdfs';

/** What one file cost. */
export interface Cost {
	name: string;
	/** Bytes of the file. */
	size: number;
	/** What became of it, or what was thrown. */
	kind: string;
	/** What had to become of it, where only one thing is right. */
	wanted: string | null;
	/** Processor time of all threads. */
	ms: number;
	stallMs: number;
	grownMb: number;
}

const CORNERS = [
	[10, 10],
	[60, 10],
	[60, 30],
	[10, 30],
].map(([x, y]) => ({ x, y }));

/** Everything that a run may do with a file: open, plan, cut its first part, lay text over it. */
async function handle(pdf: typeof Pdf, bytes: Buffer): Promise<string> {
	const result = await pdf.openPdf(bytes);
	if (result.kind !== 'ok') return result.kind;
	const pages = Array.from({ length: result.pageCount }, (_, index) => index + 1);
	const [part] = await pdf.planParts(result.pdf, pages, 10, 50 * 1024 * 1024);
	await pdf.extractPages(result.pdf, part.pages);
	const read = part.pages.map((page) => ({
		page,
		width: 300,
		height: 200,
		lines: [[{ text: 'word', corners: CORNERS, confidence: 1 }]],
	}));
	await pdf.createSearchablePdf(result.pdf, read, { keep: null, highlight: false });
	return 'ok';
}

async function cost(pdf: typeof Pdf, { name, bytes, kind: wanted }: HostilePdf): Promise<Cost> {
	const before = resetPeak();
	await sleep(5);
	const stalls = new Stalls();
	const used = nodeProcess.cpuUsage();
	const kind = await handle(pdf, bytes).catch((failure: unknown) => `thrown: ${String(failure)}`);
	const { user, system } = nodeProcess.cpuUsage(used);
	return {
		name,
		size: bytes.length,
		kind,
		wanted: wanted ?? null,
		ms: (user + system) / 1000,
		stallMs: stalls.end(),
		grownMb: (memory('VmHWM') - before) / 1024,
	};
}

async function work(): Promise<void> {
	const [bundle, ...names] = nodeProcess.argv.slice(2);
	const pdf = (await import(bundle)) as typeof Pdf;
	const files = hostilePdfs().filter(({ name }) => names.length === 0 || names.includes(name));
	for (const file of files) nodeProcess.stdout.write(`${JSON.stringify(await cost(pdf, file))}\n`);
}

void work();
