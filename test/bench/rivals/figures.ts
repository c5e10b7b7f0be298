import type { Taken } from './mark';

/** What came of a job. */
export interface Figures extends Taken {
	documents: number;
	/** Documents whose own text came out, in their order. */
	right: number;
	/** Megabytes of the execution's data as n8n would store them; 0 for uploads of large files. */
	saved: number;
}

/** Several executions or processes as one: all of their documents, and the time of the last. */
export function together(all: Figures[]): Figures {
	const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
	const most = (pick: (each: Figures) => number) => Math.max(...all.map(pick));
	return {
		ms: most(({ ms }) => ms),
		cpuMs: most(({ cpuMs }) => cpuMs),
		growth: most(({ growth }) => growth),
		documents: sum(all.map(({ documents }) => documents)),
		right: sum(all.map(({ right }) => right)),
		saved: sum(all.map(({ saved }) => saved)),
	};
}
