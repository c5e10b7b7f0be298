import { startSimulator, type Simulator } from '../simulator';
import {
	createRequire,
	fsp,
	nodeProcess,
	path,
	performance,
	repositoryRoot,
} from '../support/node';
import { runStopped, runTogether, type Cell } from './cells';
import { runConnectionFaults } from './connections';
import { rows, type MatrixRow } from './faults';
import { startInputs, type Input } from './inputs';
import { runPageFaults } from './pages';
import { reliabilityPage } from './report';
import { runStoredAnswers } from './storedAnswers';

/**
 * `npm run matrix`: every fault, over every way of input, under every setting of On Error, in n8n's
 * engine against the simulator. Writes docs/RELIABILITY.md; leaves with 1 when a cell is not as it
 * should be. `-- --check` writes nothing, nor does `-- "--input=PDF in parts"`, which runs one way of input.
 */
async function main(): Promise<void> {
	const begun = performance.now();
	const simulator = await startSimulator({ recognizer: 'none' });
	const inputs = await startInputs();
	const [, only] = /^--input=(.+)$/m.exec(nodeProcess.argv.join('\n')) ?? [];
	const cells: Cell[] = [];
	let asserted = 0;
	try {
		const ways = inputs.list.filter(({ name }) => (only ?? name) === name);
		for (const input of ways) {
			const { regular, count } = await runInput(simulator, input);
			cells.push(...regular);
			asserted += count;
			say(`${input.name}: ${count} cells`);
		}
		const lasting = rows.filter(({ text }) => text !== null);
		const all = await runApart(simulator, inputs.list[0], lasting, 'continueRegularOutput', {
			retryOn: 'all',
			maxTries: 4,
		});
		say(`Retry On = All: ${all.length} cells`);
		const { count, ...connections } = await runConnectionFaults(simulator, ways);
		say(`Before the first byte: ${count} cells`);
		const pages = await runPageFaults();
		const stored = await runStoredAnswers(simulator);
		const pageCells = 3 * pages.reduce((sum, { by }) => sum + Object.keys(by).length, 0);
		say(`Pages of a PDF: ${pageCells} cells; stored answers: ${3 * stored.length} cells`);
		asserted += all.length + count + pageCells + 3 * stored.length;
		const result = { cells, all, ...connections, pages, stored, asserted, ...circumstances(begun) };
		if (only === undefined && !nodeProcess.argv.includes('--check')) {
			const file = path.join(repositoryRoot, 'docs', 'RELIABILITY.md');
			await fsp.writeFile(file, `${reliabilityPage(result)}\n`);
		}
		say(
			`${asserted} cells in ${result.seconds} s (${result.cpuSeconds} s CPU), 0 pages billed twice.`,
		);
	} finally {
		inputs.close();
		await simulator.close();
	}
}

async function runInput(
	simulator: Simulator,
	input: Input,
): Promise<{ regular: Cell[]; count: number }> {
	const regular = await runApart(simulator, input, rows, 'continueRegularOutput');
	const apart = await runApart(simulator, input, rows, 'continueErrorOutput');
	for (const [index, cell] of apart.entries()) {
		const { words, sent, billed } = regular[index];
		// Which part of a file meets the fault is not promised.
		const same =
			input.calls > 1 || (cell.words?.message === words?.message && cell.billed === billed);
		if (!same || (cell.row.sent !== null && cell.sent !== sent)) {
			throw new Error(`${cell.row.name}, ${input.name}: the error output differs`);
		}
	}
	for (const row of rows) await runStopped(simulator, input, row);
	return { regular, count: 3 * rows.length };
}

/** Together where the faults do not get into each other: neither by the call's number nor by waiting. */
async function runApart(
	simulator: Simulator,
	input: Input,
	list: MatrixRow[],
	onError: Parameters<typeof runTogether>[3],
	more: Parameters<typeof runTogether>[4] = {},
): Promise<Cell[]> {
	const alone: Cell[] = [];
	const single = ({ nameless, sent }: MatrixRow) => nameless === true || sent === null;
	for (const row of list.filter(single)) {
		alone.push(...(await runTogether(simulator, input, [row], onError, more)));
	}
	const others = list.filter((row) => !single(row));
	return [...alone, ...(await runTogether(simulator, input, others, onError, more))];
}

function circumstances(begun: number) {
	const versionOf = (name: string) => {
		const manifest: { version: string } = createRequire(path.join(repositoryRoot, 'package.json'))(
			`${name}/package.json`,
		);
		return `${name} ${manifest.version}`;
	};
	const { user, system } = nodeProcess.cpuUsage();
	return {
		date: new Date().toISOString().slice(0, 10),
		versions: `${versionOf('n8n-core')}, Node.js ${nodeProcess.version}`,
		seconds: Math.round((performance.now() - begun) / 1000),
		cpuSeconds: Math.round((user + system) / 1e6),
	};
}

function say(line: string): void {
	nodeProcess.stdout.write(`${line}\n`);
}

main().then(
	() => nodeProcess.exit(0),
	(error: unknown) => {
		say(error instanceof Error ? (error.stack ?? error.message) : String(error));
		nodeProcess.exit(1);
	},
);
