/* Figures of the PDF part, measured in processes of their own: npx tsx test/bench/pdf.ts */
import { PDFDocument, PDFName } from 'pdf-lib';

import { bundlePdf } from '../../scripts/bundlePdf.mjs';
import { leastReport } from './leastReport';
import {
	execFile,
	fsp,
	nodeProcess,
	os,
	path,
	promisify,
	randomBytes,
	repositoryRoot,
} from '../support/node';

interface Report {
	ms: number;
	/** Processor time of the main thread: the time that it takes on a machine with nothing else to do. */
	mainMs: number;
	/** Processor time of all threads. */
	cpuMs: number;
	grownMb: number;
	/** Longest work of the main thread at a time; the clock's word on the same, with others' work in it. */
	stallMs: number;
	wallStallMs: number;
	value: number;
}

const MB = 1024 * 1024;

/** Milliseconds for which well-made files may hold the event loop. */
const LONGEST_STALL = 25;
const bundle = path.join(repositoryRoot, 'dist/nodes/ClovaOcr/pdf/pdf.js');
let failed = false;

/** A file of pages that are one picture each; random bytes stand in for the JPEG data. */
async function scan(pages: number, bytesPerPage: number): Promise<Buffer> {
	const document = await PDFDocument.create();
	for (let number = 0; number < pages; number++) {
		const page = document.addPage([595, 842]);
		const picture = document.context.stream(randomBytes(bytesPerPage), {
			Type: 'XObject',
			Subtype: 'Image',
			Width: 1654,
			Height: 2339,
			BitsPerComponent: 8,
			ColorSpace: 'DeviceRGB',
			Filter: 'DCTDecode',
		});
		page.node.setXObject(PDFName.of('Scan'), document.context.register(picture));
		const content = document.context.stream('q 595 0 0 842 0 0 cm /Scan Do Q');
		page.node.set(PDFName.of('Contents'), document.context.register(content));
	}
	return Buffer.from(await document.save({ useObjectStreams: false }));
}

async function textPages(count: number): Promise<Uint8Array> {
	const document = await PDFDocument.create();
	for (let number = 0; number < count; number++) {
		document.addPage([300, 200]).drawText(`page ${number}`, { x: 20, y: 100 });
	}
	return await document.save();
}

function withLength(pdf: Buffer, length: string): Buffer {
	return Buffer.from(pdf.toString('latin1').replace(/\/Length \d+/g, length), 'latin1');
}

async function run(job: string, file: string, times = 3): Promise<Report> {
	return await leastReport(['test/bench/pdfJob.ts', job, file, bundle], times);
}

function check(what: string, value: number, bound: number, unit: string): void {
	const kept = value <= bound;
	failed ||= !kept;
	const figure = `${value.toFixed(2)} ${unit} (at most ${bound})`;
	nodeProcess.stdout.write(`${kept ? 'ok  ' : 'HIGH'} ${what}: ${figure}\n`);
}

function tell(
	what: string,
	{ ms, mainMs, cpuMs, grownMb, stallMs, wallStallMs, value }: Report,
): void {
	const figures = `${ms.toFixed(0)} ms (main ${mainMs.toFixed(0)}, CPU ${cpuMs.toFixed(0)}), +${grownMb.toFixed(0)} MB, stall ${stallMs.toFixed(0)} ms (clock ${wallStallMs.toFixed(0)})`;
	nodeProcess.stdout.write(`     ${what}: ${figures} [${value.toFixed(0)}]\n`);
}

async function main(): Promise<void> {
	await bundlePdf();
	const folder = await fsp.mkdtemp(path.join(os.tmpdir(), 'clova-bench-'));
	const write = async (name: string, bytes: Uint8Array) => {
		const file = path.join(folder, name);
		await fsp.writeFile(file, bytes);
		return file;
	};
	try {
		await measureSplit(write);
		await measureLayer(write);
	} finally {
		await fsp.rm(folder, { recursive: true });
	}
	nodeProcess.exitCode = failed ? 1 : 0;
}

type Write = (name: string, bytes: Uint8Array) => Promise<string>;

/** Processor time of the first import where n8n-workflow is loaded, as it is in n8n. */
async function importMs(): Promise<number> {
	const script = `
		require('n8n-workflow');
		const statistics = '/proc/self/task/' + process.pid + '/schedstat';
		const now = () => Number(require('fs').readFileSync(statistics, 'utf8').split(' ')[0]) / 1e6;
		const before = now();
		require(process.argv[1]);
		console.log(now() - before);`;
	const times: number[] = [];
	for (let round = 0; round < 5; round++) {
		const args = ['-e', script, bundle];
		const { stdout } = await promisify(execFile)(nodeProcess.execPath, args, {
			cwd: repositoryRoot,
		});
		times.push(Number(stdout));
	}
	return times.sort((a, b) => a - b)[2];
}

async function measureSplit(write: Write): Promise<void> {
	const big = await scan(200, 300 * 1024);
	const file = await write('scan.pdf', big);
	check('first import of the bundle', await importMs(), 80, 'ms');
	const split = await run('split', file);
	tell('split of 200 pages, 60 MB', split);
	const copied = await run('copyPages', file);
	tell("the same with pdf-lib's copyPages", copied);
	check('split, CPU against copyPages', split.cpuMs / copied.cpuMs, 0.7, 'x');
	check('split, memory against the file', split.grownMb / (big.length / MB), 2.5, 'x');
	check('split, longest stall', split.stallMs, LONGEST_STALL, 'ms');
	const lone = await scan(1, 45 * MB);
	const odd: Array<[string, string, Uint8Array]> = [
		['split', 'lengths in other objects', withLength(big, '/Length 9999 0 R')],
		['split', 'wrong lengths', withLength(big, '/Length 7')],
		['split', 'one page of 45 MB, length in another object', withLength(lone, '/Length 9999 0 R')],
		['split', '5000 pages in object streams', await textPages(5000)],
		[
			'open',
			'50 MB that only begin like a PDF',
			Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(50 * MB)]),
		],
		['open', 'cut off in the middle', big.subarray(0, big.length / 2)],
	];
	for (const [job, name, bytes] of odd) {
		const report = await run(job, await write('odd.pdf', bytes));
		tell(name, report);
		check(`${name}, longest stall`, report.stallMs, 100, 'ms');
	}
}

async function measureLayer(write: Write): Promise<void> {
	const file = await write('layer.pdf', await scan(100, 340 * 1024));
	const ours = await run('layer', file);
	const theirs = await run('drawText', file);
	tell('layer of 500 words on 100 pages', ours);
	tell("the same with pdf-lib's drawText", theirs);
	check('layer, time against drawText', ours.mainMs / theirs.mainMs, 0.2, 'x');
	check('layer, CPU a page', ours.cpuMs / 100, 5, 'ms');
	check('layer, longest stall', ours.stallMs, LONGEST_STALL, 'ms');
	await measureGrowth(write);
	check('layer, memory against drawText', ours.grownMb / theirs.grownMb, 0.35, 'x');
	check('layer, stall against drawText', ours.stallMs / theirs.stallMs, 0.15, 'x');
	const one = await run('growth', await write('one.pdf', await scan(1, 1000)), 1);
	const ten = await run('growth', await write('ten.pdf', await scan(10, 1000)), 1);
	check('growth by 500 Korean words', one.value / 1024, 20, 'KB');
	check('growth a page in a document of ten', ten.value / 1024, 15, 'KB');
}

/** Whether a page costs no more in a long document than in a short one. */
async function measureGrowth(write: Write): Promise<void> {
	const perPage: number[] = [];
	for (const pages of [500, 1000, 2000]) {
		const report = await run('layer', await write('long.pdf', await scan(pages, 10_000)), 2);
		tell(`layer on ${pages} pages`, report);
		perPage.push(report.cpuMs / pages);
		check(`layer on ${pages} pages, CPU a page`, report.cpuMs / pages, 5, 'ms');
		check(`layer on ${pages} pages, longest stall`, report.stallMs, LONGEST_STALL, 'ms');
	}
	check('layer, a page of 2000 against one of 500', perPage[2] / perPage[0], 1.3, 'x');
}

void main();
