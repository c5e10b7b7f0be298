import { startSimulator, type Simulator } from '../simulator';
import { fileItem, jsonOf, parametersFor, picture, runOcr } from '../support/ocrRun';
import { nodeProcess } from '../support/node';

/**
 * How near to the ideal time many documents are read when the pool is set too high by mistake, when
 * two executions share a domain, and when the domain frees its slots late. Every result is checked.
 */
const LATENCY = 300;
const LIMIT = 5;

interface Case {
	title: string;
	executions: number;
	documents: number;
	maxConcurrency: number;
	spread: number;
	slotsFreeLateBy: number;
	/** Bounds: wall time against the ideal one, and requests for each document; null is only printed. */
	time: number | null;
	requests: number | null;
}

const CASES: Case[] = [
	{
		title: 'pool of 12 against a limit of 5, latencies ±80 %',
		executions: 1,
		documents: 200,
		maxConcurrency: 12,
		spread: 0.8,
		slotsFreeLateBy: 0,
		time: 1.3,
		requests: null,
	},
	{
		title: 'two executions on one domain',
		executions: 2,
		documents: 100,
		maxConcurrency: 5,
		spread: 0.5,
		slotsFreeLateBy: 0,
		time: 1.25,
		requests: 1.2,
	},
	{
		title: 'slots that free 100 ms late',
		executions: 1,
		documents: 100,
		maxConcurrency: 5,
		spread: 0,
		slotsFreeLateBy: 100,
		time: null,
		requests: null,
	},
];

async function main(): Promise<void> {
	const simulator = await startSimulator({ recognizer: 'none' });
	try {
		await runOcr(simulator, parametersFor('extractText'), [fileItem('warm-up.png')]);
		for (const each of CASES) await measure(each, simulator);
	} finally {
		await simulator.close();
	}
}

async function measure(each: Case, simulator: Simulator): Promise<void> {
	const { title, executions, documents, maxConcurrency, spread, slotsFreeLateBy } = each;
	simulator.control({ reset: true });
	simulator.control({ latency: { milliseconds: LATENCY, spread, seed: 11 }, slotsFreeLateBy });
	const parameters = parametersFor('extractText', { options: { maxConcurrency } });
	const items = Array.from({ length: documents }, (_, n) => fileItem(`${n}.png`, picture(n)));
	const begun = Date.now();
	const results = await Promise.all(
		Array.from(
			{ length: executions },
			async () => await runOcr(simulator, parameters, items, { onError: 'continueRegularOutput' }),
		),
	);
	const seconds = (Date.now() - begun) / 1000;
	const all = executions * documents;
	const ideal = ((all / LIMIT) * (LATENCY + slotsFreeLateBy)) / 1000;
	const right = results.flatMap((result) =>
		jsonOf(result).filter(({ text }, n) => text === `${n}.png`),
	).length;
	const requests = simulator.stats.calls.length / all;
	const ok =
		right === all &&
		simulator.stats.accepted === all &&
		(each.time === null || seconds <= each.time * ideal) &&
		(each.requests === null || requests <= each.requests);
	say(
		`${ok ? 'ok  ' : 'OVER'} ${title}: ${right} of ${all} right, ${seconds.toFixed(1)} s = ${(seconds / ideal).toFixed(2)} of the ideal ${ideal.toFixed(1)} s, ${requests.toFixed(2)} requests each`,
	);
	if (!ok) nodeProcess.exitCode = 1;
}

function say(line: string): void {
	nodeProcess.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
	say(error instanceof Error ? (error.stack ?? error.message) : String(error));
	nodeProcess.exitCode = 1;
});
