import { createRequire, nodeProcess, os, path, repositoryRoot } from '../../support/node';
import { baseVersion } from './baseNodes';
import { CONTESTANTS, type Contestant } from './contestants';
import { SEED, type Measured } from './rounds';
import { idealOf, LIMIT, type Scenario } from './scenarios';

export interface Result {
	scenario: Scenario;
	/** The rounds of each contestant. */
	figures: Partial<Record<Contestant, Measured[]>>;
}

/** The figures as a page of documentation. */
export function benchmarksPage(results: Result[], seconds: number): string {
	const of = (kind: Scenario['kind']) => results.filter(({ scenario }) => scenario.kind === kind);
	return [
		'# Benchmarks',
		introduction(results, seconds),
		"In brackets: this node divided by that way, so below 1 this node needs less. Every way ran in n8n's own engine with n8n's own nodes (raw Node.js excepted), each run in a process of its own after a small warm-up, in turns, so that a busy machine slows all alike. The simulated service ran in another process, kept its contract and checked every upload.",
		'## Memory of an upload',
		'Megabytes by which the process is larger at its largest than before the file came in (as Linux counts them). "Stored" is n8n\'s binary data mode `filesystem`, "in memory" is `default`, where the item itself holds the file as text. *Extract From File* had *Encoding* set to UTF-8; left alone it looks through the file for its encoding first, which is the last row of each table.',
		table(
			of('upload'),
			(each) => each.growth,
			(value) => `${value.toFixed(1)} MB`,
			2,
		),
		'## Time of an upload',
		'From the moment that the file is there to the end of the workflow.',
		table(
			of('upload'),
			(each) => each.ms,
			(value) => `${value.toFixed(0)} ms`,
		),
		'The processor time of the same runs, which other work on the machine changes least:',
		table(
			of('upload'),
			(each) => each.cpuMs,
			(value) => `${value.toFixed(0)} ms`,
		),
		'## Many documents',
		`The domain takes ${LIMIT} calls at once and turns away what is more, as CLOVA OCR does. *Ideal* has every place always taken. "Lost" documents came out without their text. Retry On Fail of the HTTP Request node was off: it would send all items again, those that were read and billed too.`,
		paceTable(of('pace')),
		'## Long answers',
		'One answer with 10 pages of 500 words each. This node reads it (text by pages, confidence, review) and gives flat items; HTTP Request gives the answer as it came, and n8n stores that with the execution.',
		wordsTable(of('words')),
	].join('\n\n');
}

function introduction(results: Result[], seconds: number): string {
	const cores = os.cpus().length;
	const memory = Math.round(os.totalmem() / 2 ** 30);
	const rounds = (id: string) => {
		const result = results.find(({ scenario }) => scenario.id === id);
		return result?.figures.node?.length ?? 0;
	};
	const medians = `medians of ${rounds('words')} rounds (of ${rounds('pace-100')} with many documents, of ${rounds('pace-1000')} with 1,000 and more)`;
	return `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${medians} in ${seconds} s, on ${cores} cores with ${memory} GB, at a load of ${os.loadavg()[2].toFixed(1)} in its last quarter of an hour. Node.js ${nodeProcess.version}, n8n-core ${versionOf('n8n-core')}, n8n-nodes-base ${baseVersion()}, n8n-nodes-clova-ocr ${versionOf('./package.json')}. Latencies are drawn with the seed ${SEED}.`;
}

function versionOf(name: string): string {
	const load = createRequire(path.join(repositoryRoot, 'package.json'));
	const { version } = load(name.startsWith('.') ? name : `${name}/package.json`) as {
		version: string;
	};
	return version;
}

function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param least below which a figure is noise, and nothing is divided */
function table(
	results: Result[],
	pick: (each: Measured) => number,
	show: (value: number) => string,
	least = 0,
): string {
	const others = contestantsOf(results).filter((contestant) => contestant !== 'node');
	return markdown(
		['', CONTESTANTS.node, ...others.map((contestant) => CONTESTANTS[contestant])],
		results.map(({ scenario, figures }) => {
			const ours = median((figures.node ?? []).map(pick));
			const cells = others.map((contestant) => {
				const rounds = figures[contestant];
				if (rounds === undefined) return '–';
				const theirs = median(rounds.map(pick));
				const ratio = Math.min(ours, theirs) < least ? '–' : (ours / theirs).toFixed(2);
				return `${show(theirs)} (${ratio})`;
			});
			return [scenario.title, show(ours), ...cells];
		}),
	);
}

function paceTable(results: Result[]): string {
	return markdown(
		['', 'Way', 'time', '× ideal', 'lost', 'requests each', 'billed each', 'CPU time', 'memory'],
		results.flatMap(({ scenario, figures }) =>
			scenario.contestants.map((contestant) => {
				const rounds = figures[contestant] ?? [];
				const of = (pick: (each: Measured) => number) => median(rounds.map(pick));
				const ideal = idealOf(scenario);
				const lost = of(({ right, documents }) => 1 - right / documents);
				return [
					scenario.title,
					CONTESTANTS[contestant],
					`${(of(({ ms }) => ms) / 1000).toFixed(1)} s`,
					// What is lost takes no time, so there is nothing to compare.
					ideal === null || lost > 0 ? '–' : (of(({ ms }) => ms) / ideal).toFixed(2),
					lost === 0 ? '0' : `**${(lost * 100).toFixed(0)} %**`,
					of(({ requests, documents }) => requests / documents).toFixed(2),
					of(({ billed, documents }) => billed / documents).toFixed(2),
					`${(of(({ cpuMs }) => cpuMs) / 1000).toFixed(1)} s`,
					`${of(({ growth }) => growth).toFixed(0)} MB`,
				];
			}),
		),
	);
}

function wordsTable(results: Result[]): string {
	return markdown(
		['', 'Way', 'time', 'CPU time', 'memory', 'stored with the execution'],
		results.flatMap(({ scenario, figures }) =>
			scenario.contestants.map((contestant) => {
				const of = (pick: (each: Measured) => number) =>
					median((figures[contestant] ?? []).map(pick));
				return [
					scenario.title,
					CONTESTANTS[contestant],
					`${of(({ ms }) => ms).toFixed(0)} ms`,
					`${of(({ cpuMs }) => cpuMs).toFixed(0)} ms`,
					`${of(({ growth }) => growth).toFixed(1)} MB`,
					`${of(({ saved }) => saved).toFixed(2)} MB`,
				];
			}),
		),
	);
}

function contestantsOf(results: Result[]): Contestant[] {
	return [...new Set(results.flatMap(({ scenario }) => scenario.contestants))];
}

function markdown(head: string[], rows: string[][]): string {
	const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
