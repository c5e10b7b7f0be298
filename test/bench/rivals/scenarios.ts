import type { Contestant } from './contestants';

const MEGABYTE = 1024 * 1024;

/** A piece of work that several contestants do, each in processes of its own. */
export interface Scenario {
	id: string;
	title: string;
	kind: 'upload' | 'pace' | 'words';
	contestants: Contestant[];
	/** Bytes of each file; or a number of small documents for each execution. */
	files: number[] | number;
	stored: boolean;
	/** Executions of each process. */
	executions: number[];
	latency: { milliseconds: number; spread: number };
	slotsFreeLateBy: number;
	/** Whether the service gives the answer of 5,000 words. */
	words: boolean;
	/** Rounds of seven that are enough. */
	rounds: 7 | 3 | 1;
}

const PLAIN: Omit<Scenario, 'id' | 'title' | 'kind' | 'contestants' | 'files'> = {
	stored: true,
	executions: [1],
	latency: { milliseconds: 0, spread: 0 },
	slotsFreeLateBy: 0,
	words: false,
	rounds: 7,
};

function uploads(): Scenario[] {
	const sizes: Array<[string, number[]]> = [
		['1 MB', [1]],
		['10 MB', [10]],
		['50 MB', [50]],
		['5 × 50 MB at once', [50, 50, 50, 50, 50]],
	];
	return [true, false].flatMap((stored) =>
		sizes.map(
			([size, megabytes]): Scenario => ({
				...PLAIN,
				id: `upload-${stored ? 'stored' : 'memory'}-${megabytes.join('+')}`,
				title: `${size}, ${stored ? 'stored' : 'in memory'}`,
				kind: 'upload',
				contestants: ['node', 'multipart', 'base64', ...(stored ? (['raw'] as const) : [])],
				files: megabytes.map((count) => count * MEGABYTE),
				stored,
			}),
		),
	);
}

const DEFAULT_ENCODING: Scenario = {
	...PLAIN,
	id: 'upload-default-encoding',
	title: '10 MB, stored, Extract From File with its Encoding left as it is',
	kind: 'upload',
	contestants: ['node', 'base64Default'],
	files: [10 * MEGABYTE],
};

const SPREAD: Scenario = {
	...PLAIN,
	id: 'pace-100',
	title: '100 documents, 300 ms ± 80 %',
	kind: 'pace',
	contestants: ['node', 'multipart', 'loop', 'raw'],
	files: 100,
	latency: { milliseconds: 300, spread: 0.8 },
	rounds: 3,
};

const PACE: Scenario[] = [
	SPREAD,
	{
		...SPREAD,
		id: 'pace-100-memory',
		title: '100 documents, in memory',
		contestants: ['node', 'loop'],
		stored: false,
	},
	{
		...SPREAD,
		id: 'pace-1000',
		title: '1,000 documents, 300 ms ± 80 %',
		contestants: ['node', 'loop', 'raw'],
		files: 1000,
		rounds: 1,
	},
	{
		...SPREAD,
		id: 'pace-two',
		title: 'two executions of 100 on one domain',
		contestants: ['node', 'loop'],
		executions: [2],
	},
	{
		...SPREAD,
		id: 'pace-workers',
		title: 'three executions of 60 on two workers (queue mode)',
		contestants: ['node', 'loop'],
		files: 60,
		executions: [2, 1],
	},
	{
		...SPREAD,
		id: 'pace-late',
		title: '100 documents, 300 ms, slots that free 100 ms late',
		contestants: ['node', 'loop'],
		latency: { milliseconds: 300, spread: 0 },
		slotsFreeLateBy: 100,
	},
	{
		...SPREAD,
		id: 'pace-10000',
		title: '10,000 documents, answered at once',
		contestants: ['node', 'loop', 'raw'],
		files: 10_000,
		latency: { milliseconds: 0, spread: 0 },
		rounds: 1,
	},
];

const WORDS: Scenario = {
	...PLAIN,
	id: 'words',
	title: 'one answer of 5,000 words',
	kind: 'words',
	contestants: ['node', 'multipart'],
	files: 1,
	words: true,
};

export const SCENARIOS: Scenario[] = [...uploads(), DEFAULT_ENCODING, ...PACE, WORDS];

/** Calls at once that the domain allows. */
export const LIMIT = 5;

/** Milliseconds that nobody can beat: every slot always taken; null where the service answers at once. */
export function idealOf({ files, executions, latency, slotsFreeLateBy }: Scenario): number | null {
	if (typeof files !== 'number' || latency.milliseconds === 0) return null;
	const documents = files * executions.reduce((sum, count) => sum + count, 0);
	return (documents / LIMIT) * (latency.milliseconds + slotsFreeLateBy);
}

/** How many rounds a scenario has where the whole has so many. */
export function roundsOf(scenario: Scenario, rounds: number): number {
	return Math.ceil((rounds * scenario.rounds) / 7);
}
