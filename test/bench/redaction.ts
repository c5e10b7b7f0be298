import { createCanvas } from '@napi-rs/canvas';

import type * as Redaction from '../../nodes/ClovaOcr/redaction/redaction';
import { built } from '../support/built';
import { leastReport } from './leastReport';
import { threadMs, memory, resetPeak, Stalls } from '../support/measure';
import { execFile, fsp, nodeProcess, os, path, promisify, sleep } from '../support/node';

/**
 * What the masked copy of a picture of 12 megapixels costs, each kind in processes of its own:
 * npx tsx test/bench/redaction.ts (after a build; cjpeg from libjpeg-turbo-progs makes the JPEGs).
 */
const [WIDTH, HEIGHT] = [4000, 3000];
const MB = 1024 * 1024;
const run = promisify(execFile);

interface Report {
	cpuMs: number;
	stallMs: number;
	grownMb: number;
}

interface Kind {
	name: string;
	make(ppm: string, target: string): Promise<unknown>;
	/** Most memory beside the file, in MB. */
	memory(fileMb: number): number;
}

const jpeg =
	(...parameters: string[]) =>
	async (ppm: string, target: string) =>
		await run('cjpeg', [...parameters, '-outfile', target, ppm]);

// The file as it is read and the copy are there in any case.
const ROWS = (fileMb: number) => 2 * fileMb + 16;
const EIGHT_A_PIXEL = () => (8 * WIDTH * HEIGHT) / MB;

const KINDS: Kind[] = [
	{ name: 'baseline.jpg', make: jpeg('-quality', '85'), memory: ROWS },
	{ name: 'baseline-444.jpg', make: jpeg('-quality', '90', '-sample', '1x1'), memory: ROWS },
	{ name: 'progressive.jpg', make: jpeg('-progressive'), memory: EIGHT_A_PIXEL },
	{
		name: 'page.png',
		make: async (_, target) => await fsp.writeFile(target, paper().toBuffer('image/png')),
		memory: EIGHT_A_PIXEL,
	},
];

/** A page as a camera sees it: text upon paper that is nowhere quite the same. */
function paper() {
	const canvas = createCanvas(WIDTH, HEIGHT);
	const context = canvas.getContext('2d');
	for (let y = 0; y < HEIGHT; y += 4) {
		for (let x = 0; x < WIDTH; x += 40) {
			const light = 235 + ((x * 31 + y * 17) % 19);
			context.fillStyle = `rgb(${light},${light - 3},${light - 9})`;
			context.fillRect(x, y, 40, 4);
		}
	}
	context.fillStyle = '#222';
	context.font = '60px sans-serif';
	for (let line = 1; line < 36; line++)
		context.fillText('900101-1234567 '.repeat(8), 60, line * 80);
	return canvas;
}

async function measure(file: string): Promise<void> {
	const { redactDocument, surveyDocument } = built<typeof Redaction>('redaction/redaction');
	const format = file.endsWith('.png') ? 'png' : 'jpg';
	const bytes = await fsp.readFile(file);
	const bar = [
		{ x: 400, y: 300 },
		{ x: 1200, y: 320 },
		{ x: 1198, y: 400 },
		{ x: 398, y: 380 },
	];
	await sleep(50);
	const before = resetPeak();
	const stalls = new Stalls();
	const begun = threadMs();
	const marks = { page: 1, width: WIDTH, height: HEIGHT, read: [bar], hidden: [bar] };
	// As in a run: looked at before the call, made after it.
	const survey = await surveyDocument(format, bytes, null, '');
	const copy = await redactDocument(format, bytes, [marks], null, '');
	const cpuMs = threadMs() - begun;
	const grownMb = (memory('VmHWM') - before) / 1024;
	await sleep(50);
	const report: Report = { cpuMs, grownMb, stallMs: stalls.end() };
	if (!survey.ok || !copy.ok || bytes.equals(copy.bytes)) throw new Error('Nothing was changed');
	nodeProcess.stdout.write(JSON.stringify(report));
}

async function main(): Promise<void> {
	const folder = await fsp.mkdtemp(path.join(os.tmpdir(), 'clova-redaction-'));
	const [png, ppm] = [path.join(folder, 'paper.png'), path.join(folder, 'paper.ppm')];
	try {
		await fsp.writeFile(png, paper().toBuffer('image/png'));
		await run('convert', [png, ppm]);
		for (const { name, make, memory: most } of KINDS) {
			const file = path.join(folder, name);
			await make(ppm, file);
			const fileMb = (await fsp.stat(file)).size / MB;
			const { cpuMs, stallMs, grownMb } = await leastReport<keyof Report>([
				'test/bench/redaction.ts',
				file,
			]);
			const kept = cpuMs <= 1500 && stallMs <= 50 && grownMb <= most(fileMb);
			if (!kept) nodeProcess.exitCode = 1;
			nodeProcess.stdout.write(
				`${kept ? 'ok  ' : 'HIGH'} ${name}, ${fileMb.toFixed(1)} MB: CPU ${cpuMs.toFixed(0)} ms (at most 1500), stall ${stallMs.toFixed(0)} ms (50), +${grownMb.toFixed(0)} MB (${most(fileMb).toFixed(0)})\n`,
			);
		}
	} finally {
		await fsp.rm(folder, { recursive: true });
	}
}

const [file] = nodeProcess.argv.slice(2);
void (file === undefined ? main() : measure(file));
