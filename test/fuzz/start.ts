import { nodeProcess, performance, startTimer, stopTimer, Worker } from '../support/node';
import type { Report } from './thread';

/** A case from which nothing has been heard for so long is caught in a loop. */
const SILENCE_MS = 60_000;

/**
 * `npm run fuzz [-- seed [count]]`: damaged answers, addresses, page ranges, patterns and files. Leaves
 * with 1 at the first case that is not as it should be, and names it: `npm run fuzz -- 7 answers/123`
 * runs that one alone. Cases run in a thread, since a loop without end could not be noticed in this one.
 */
async function main(): Promise<number> {
	const [seed = '1', what = '50000'] = nodeProcess.argv.slice(2);
	const begun = performance.now();
	const file = JSON.stringify(require.resolve('./thread.ts'));
	// A thread cannot load TypeScript by itself.
	const worker = new Worker(`require('tsx/cjs'); require(${file});`, {
		eval: true,
		argv: [seed, what],
		resourceLimits: { maxOldGenerationSizeMb: 1500 },
	});
	let last: Report = { at: 'start', done: 0, fault: null };
	return await new Promise((resolve) => {
		const end = (code: number, line: string) => {
			stopTimer(timer);
			nodeProcess.stdout.write(`${line}\n`);
			void worker.terminate().then(() => resolve(code));
		};
		const fail = (why: string) =>
			end(1, `${last.at}: ${why}\nAgain: npm run fuzz -- ${seed} ${last.at}`);
		const silent = () => fail(`nothing was heard of it for ${SILENCE_MS / 1000} s`);
		let timer = startTimer(silent, SILENCE_MS);
		worker.on('message', (report: Report) => {
			last = report;
			stopTimer(timer);
			timer = startTimer(silent, SILENCE_MS);
			if (report.fault !== null) fail(report.fault);
			else if (report.at === 'end') {
				const seconds = Math.round((performance.now() - begun) / 100) / 10;
				end(
					0,
					`${report.counts}\nseed ${seed}: ${report.done} cases in ${seconds} s, none at fault`,
				);
			}
		});
		worker.on('error', (error) => fail(String(error)));
	});
}

void main().then((code) => nodeProcess.exit(code));
