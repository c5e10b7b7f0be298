import {
	createRequire,
	fs,
	nodeProcess,
	os,
	path,
	performance,
	repositoryRoot,
	spawn,
	startTimer,
	stopTimer,
} from '../support/node';
import { merged, fuzzPage, type Kinds } from './report';
import type { Report, Tally } from './share';

/** A case from which nothing has been heard for so long is caught in a loop. */
const SILENCE_MS = 60_000;

/** So many cases are worth a page. */
const WORTH_A_PAGE = 100_000;

/** More of them would wait for memory. */
const MOST_PROCESSES = 4;

/**
 * `npm run fuzz [-- seed [count]]`: damaged answers, addresses, page ranges, patterns and files. Leaves
 * with 1 at the first case that is not as it should be, and names it: `npm run fuzz -- 7 answers/123`
 * runs that one alone. Cases run in processes of their own, one a core: none depends on another, and a case
 * that never ends, or ends its process, could not be named by the same one. A run of 100,000 cases or
 * more writes docs/FUZZ.md.
 */
async function main(): Promise<number> {
	const [seed = '1', what = '50000'] = nodeProcess.argv.slice(2);
	const begun = performance.now();
	const cores = Math.min(MOST_PROCESSES, os.availableParallelism());
	const shares = what.includes('/') ? 1 : cores;
	const tallies: Array<Record<string, Tally>> = [];
	const stops: Array<() => void> = [];
	const code = await new Promise<number>((resolve) => {
		const failed = (at: string, why: string) => {
			say(`${at}: ${why}\nAgain: npm run fuzz -- ${seed} ${at}`);
			resolve(1);
		};
		const done = (tally: Record<string, Tally>) => {
			tallies.push(tally);
			if (tallies.length < shares) return;
			const kinds = merged(tallies);
			const cases = kinds.reduce((sum, { count }) => sum + count, 0);
			const seconds = Math.round((performance.now() - begun) / 100) / 10;
			for (const { name, count, ms } of kinds)
				say(`${name.padEnd(9)} ${String(count).padStart(8)} cases, ${(ms / count).toFixed(2)} ms each`);
			say(`seed ${seed}: ${cases} cases in ${seconds} s, none at fault`);
			if (cases >= WORTH_A_PAGE) writePage(kinds, seed, seconds);
			resolve(0);
		};
		for (let index = 0; index < shares; index++) {
			stops.push(startShare([seed, what, String(index), String(shares)], failed, done));
		}
	});
	for (const stop of stops) stop();
	return code;
}

/** Starts a process on its share; one of the two functions is called at its end. @returns ends it */
function startShare(
	parameters: string[],
	failed: (at: string, why: string) => void,
	done: (tallies: Record<string, Tally>) => void,
): () => void {
	const file = path.join(repositoryRoot, 'test/fuzz/share.ts');
	const command = ['--max-old-space-size=1500', '--require', 'tsx/cjs', file, ...parameters];
	const child = spawn(nodeProcess.execPath, command, {
		cwd: repositoryRoot,
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
	});
	let at = 'start';
	const stop = () => {
		stopTimer(timer);
		child.removeAllListeners().kill('SIGKILL');
	};
	const fail = (why: string) => {
		stop();
		failed(at, why);
	};
	const silent = () => fail(`nothing was heard of it for ${SILENCE_MS / 1000} s`);
	let timer = startTimer(silent, SILENCE_MS);
	child.on('message', (report: Report) => {
		at = report.at;
		stopTimer(timer);
		if (report.fault !== null) fail(report.fault);
		else if (report.tallies !== undefined) done(report.tallies);
		else timer = startTimer(silent, SILENCE_MS);
	});
	child.on('exit', (code, signal) => {
		stopTimer(timer);
		if (at !== 'end') fail(`its process ended with ${signal ?? code}`);
	});
	return stop;
}

function writePage(kinds: Kinds, seed: string, seconds: number): void {
	const load = createRequire(path.join(repositoryRoot, 'package.json'));
	const { name, version }: { name: string; version: string } = load('./package.json');
	const page = fuzzPage(kinds, {
		date: new Date().toISOString().slice(0, 10),
		versions: `${name} ${version}, Node.js ${nodeProcess.version}`,
		seed,
		seconds,
	});
	fs.writeFileSync(path.join(repositoryRoot, 'docs/FUZZ.md'), page);
}

function say(line: string): void {
	nodeProcess.stdout.write(`${line}\n`);
}

void main().then((code) => nodeProcess.exit(code));
