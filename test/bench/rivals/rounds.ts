import { generalImage, wordsOfLines } from '../../support/generalAnswer';
import { createHash, fsp, path } from '../../support/node';
import { picture } from '../../support/ocrRun';
import type { Contestant } from './contestants';
import { together, type Figures } from './figures';
import type { Job } from './job';
import { start } from './processes';
import type { Scenario } from './scenarios';

/** The figures of one contestant in one round, and what the service counted. */
export interface Measured extends Figures {
	requests: number;
	/** Documents that the service read, and bills. */
	billed: number;
}

export interface Service {
	port: number;
	url: string;
	secret: string;
}

export const SEED = 11;

/** Word that the long answer begins with. */
const FIRST_WORD = '낱말0';

/** One contestant's turn: its processes load everything, then all start at the same moment. */
export async function takeTurn(
	scenario: Scenario,
	contestant: Contestant,
	service: Service,
	folder: string,
): Promise<Measured> {
	const { files, executions, stored, words } = scenario;
	const job: Omit<Job, 'executions'> = {
		contestant,
		url: service.url,
		secret: service.secret,
		paths: typeof files === 'number' ? files : await written(folder, files),
		smallFile: (await written(folder, [20_000]))[0],
		stored,
		says: words ? FIRST_WORD : null,
	};
	await control(service, { reset: true });
	const processes = executions.map((count) =>
		start('job.ts', JSON.stringify({ ...job, executions: count })),
	);
	try {
		await Promise.all(processes.map(async (each) => await each.line()));
		await control(service, {
			reset: true,
			latency: { ...scenario.latency, seed: SEED },
			slotsFreeLateBy: scenario.slotsFreeLateBy,
			faults: words ? [{ fault: { kind: 'json', body: longAnswer() }, times: 'always' }] : [],
		});
		for (const each of processes) each.go();
		const figures = await Promise.all(
			processes.map(async (each) => JSON.parse(await each.line()) as Figures),
		);
		const counted = await statistics(service);
		return { ...together(figures), requests: counted.calls.length, billed: counted.billed };
	} finally {
		for (const each of processes) each.stop();
	}
}

async function control({ port }: Service, command: object): Promise<void> {
	const body = JSON.stringify(command);
	const { ok } = await fetch(`http://127.0.0.1:${port}/control`, { method: 'POST', body });
	if (!ok) throw new Error('The service did not take the command');
}

async function statistics({ port }: Service): Promise<{ calls: unknown[]; billed: number }> {
	const response = await fetch(`http://127.0.0.1:${port}/control`);
	return (await response.json()) as { calls: unknown[]; billed: number };
}

/** Files of these sizes, made once; each is a picture by its first bytes. */
async function written(folder: string, sizes: number[]): Promise<string[]> {
	const head = picture();
	return await Promise.all(
		sizes.map(async (size, at) => {
			const file = path.join(folder, `${at}-${size}.png`);
			const there = await fsp.stat(file).catch(() => null);
			if (there === null) {
				// Bytes of all kinds, as in a real picture, and the same in every run.
				const rest = createHash('shake256', { outputLength: size - head.length });
				await fsp.writeFile(file, Buffer.concat([head, rest.update(`${SEED}`).digest()]));
			}
			return file;
		}),
	);
}

/** Ten pages of 500 words. */
function longAnswer() {
	const line = (at: number) =>
		Array.from({ length: 10 }, (_, word) => `낱말${(at * 10 + word) % 97}`).join(' ');
	const page = (_: unknown, index: number) =>
		generalImage(wordsOfLines(Array.from({ length: 50 }, (__, row) => line(row))), index);
	return {
		version: 'V2',
		requestId: 'bench',
		timestamp: 0,
		images: Array.from({ length: 10 }, page),
	};
}
