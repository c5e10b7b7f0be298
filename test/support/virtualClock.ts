import type { CallClock } from '../../nodes/ClovaOcr/clova/call';

// More turns of the microtask queue than any chain of promises in the code under test is long.
const TURNS = 40;

/** Time that passes only when everybody waits; deterministic, and fast. */
export class VirtualClock implements CallClock {
	protected time = 0;
	private sleepers: Array<{ at: number; wake: () => void }> = [];
	private state: number;
	cancelled = false;

	/** @param seed of the numbers that `random` gives */
	constructor(seed = 1) {
		this.state = seed;
	}

	now = () => this.time;

	/** Linear congruential numbers (Numerical Recipes): the same for the same seed. */
	random = () => {
		this.state = (this.state * 1664525 + 1013904223) % 2 ** 32;
		return this.state / 2 ** 32;
	};

	async wait(milliseconds: number): Promise<void> {
		if (this.cancelled) return;
		await new Promise<void>((wake) => this.sleepers.push({ at: this.time + milliseconds, wake }));
	}

	/** Lets time pass until the work is done; throws when nobody waits for time and nothing is done. */
	async run<T>(work: Promise<T>): Promise<T> {
		let done = false;
		void work.finally(() => (done = true)).catch(() => undefined);
		for (;;) {
			await everyPromise();
			if (done) return await work;
			const next = this.sleepers.sort((a, b) => a.at - b.at).shift();
			if (next === undefined) throw new Error('Nothing will ever go on');
			this.time = Math.max(this.time, next.at);
			next.wake();
		}
	}
}

async function everyPromise(): Promise<void> {
	for (let turn = 0; turn < TURNS; turn += 1) await Promise.resolve();
}
