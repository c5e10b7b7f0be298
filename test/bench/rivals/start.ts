import { fsp, nodeProcess, os, path, performance, repositoryRoot } from '../../support/node';
import { demandFreshBuild } from '../../support/built';
import type { Contestant } from './contestants';
import { start } from './processes';
import { benchmarksPage, type Result } from './report';
import { takeTurn, type Measured, type Service } from './rounds';
import { roundsOf, SCENARIOS, type Scenario } from './scenarios';

const ROUNDS = 7;

/**
 * What people use instead of this node, beside it: `npm run bench`, or this file alone. Each contestant
 * of a scenario has processes of its own, and they take turns, so that a busy machine slows all alike.
 * Writes docs/BENCHMARKS.md. `--rounds=3` takes fewer rounds, `--only=pace` the scenarios whose names
 * begin so, and `--check` writes nothing; nor does `--only`.
 */
async function main(): Promise<void> {
	demandFreshBuild();
	const rounds = Number(option('rounds') ?? ROUNDS);
	const only = option('only') ?? '';
	const scenarios = SCENARIOS.filter(({ id }) => id.startsWith(only));
	const begun = performance.now();
	const folder = await fsp.mkdtemp(path.join(os.tmpdir(), 'clova-ocr-rivals-'));
	const process = start('service.ts');
	try {
		const service = JSON.parse(await process.line()) as Service;
		const results = new Map(scenarios.map((scenario) => [scenario, emptyResult(scenario)]));
		for (let round = 0; round < rounds; round++) {
			for (const [scenario, result] of results) {
				if (round >= roundsOf(scenario, rounds)) continue;
				await playRound(scenario, result, round, service, folder);
			}
			// After each, so that a run that is stopped has told what it knows.
			const seconds = Math.round((performance.now() - begun) / 1000);
			const page = benchmarksPage([...results.values()], seconds);
			if (only === '' && !nodeProcess.argv.includes('--check')) {
				await fsp.writeFile(path.join(repositoryRoot, 'docs', 'BENCHMARKS.md'), `${page}\n`);
			} else if (round === rounds - 1) say(page);
		}
	} finally {
		process.stop();
		await fsp.rm(folder, { recursive: true });
	}
}

/** Every contestant once; who comes first changes with each round. */
async function playRound(
	scenario: Scenario,
	result: Result,
	round: number,
	service: Service,
	folder: string,
): Promise<void> {
	const { contestants } = scenario;
	for (const at of contestants.keys()) {
		const contestant = contestants[(at + round) % contestants.length];
		const measured = await takeTurn(scenario, contestant, service, folder);
		result.figures[contestant]?.push(measured);
		say(`${round + 1} ${scenario.id} ${contestant}: ${inShort(measured)}`);
	}
}

function emptyResult(scenario: Scenario): Result {
	const figures: Partial<Record<Contestant, Measured[]>> = {};
	for (const contestant of scenario.contestants) figures[contestant] = [];
	return { scenario, figures };
}

function inShort({ ms, cpuMs, growth, right, documents, requests }: Measured): string {
	return `${ms.toFixed(0)} ms, CPU ${cpuMs.toFixed(0)} ms, ${growth.toFixed(1)} MB, ${right} of ${documents} right, ${requests} requests`;
}

function option(name: string): string | undefined {
	const start = `--${name}=`;
	return nodeProcess.argv.find((each) => each.startsWith(start))?.slice(start.length);
}

function say(line: string): void {
	nodeProcess.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
	say(error instanceof Error ? (error.stack ?? error.message) : String(error));
	nodeProcess.exitCode = 1;
});
