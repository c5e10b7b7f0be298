import type { Mutant } from './instrument';
import type { Level, Verdict } from './messages';
import { keep, kept } from './plan';
import { share, type Worker } from './pool';

interface Result {
	id: string;
	verdict: Verdict;
}

/** Results by id, kept in a file from run to run. */
export class Results {
	private readonly byId: Map<string, Verdict>;

	constructor() {
		const list = kept<Result[]>('results.json') ?? [];
		this.byId = new Map(list.map(({ id, verdict }) => [id, verdict]));
	}

	/** What became of a mutant, null when it has never been tried. */
	of(id: string): Verdict | null {
		return this.byId.get(id) ?? null;
	}

	set(id: string, verdict: Verdict): void {
		this.byId.set(id, verdict);
	}

	save(): void {
		keep('results.json', [...this.byId].map(([id, verdict]) => ({ id, verdict })));
	}
}

/** Tries mutants on one level of tests; a process that is not what it was is ended. */
export async function tryAll(
	workers: readonly Worker[],
	mutants: readonly Mutant[],
	level: Level,
	seconds: number,
	done: (mutant: Mutant, verdict: Verdict) => void,
): Promise<void> {
	await share(workers, mutants, async (worker, mutant) => {
		let verdict = await tryOne(worker, mutant.number, level, seconds);
		if (verdict.spoilt) {
			// What it had become may have been the work of the mutants before.
			worker.stop();
			verdict = await tryOne(worker, mutant.number, level, seconds);
			if (verdict.spoilt) worker.stop();
		}
		done(mutant, verdict);
	});
}

async function tryOne(worker: Worker, mutant: number, level: Level, seconds: number): Promise<Verdict> {
	const reply = await worker.ask({ kind: 'try', mutant, level, seconds });
	if (reply?.kind === 'verdict') return reply.verdict;
	if (reply !== null) throw new Error(reply.kind === 'crashed' ? reply.why : 'Unexpected reply');
	return { outcome: 'slow', by: 'the process', why: 'it had to be ended', tests: 0, spoilt: false };
}
