import { sleep } from '../support/node';

export interface Latency {
	milliseconds: number;
	/** 0.8 means ±80 %. */
	spread?: number;
	seed?: number;
}

/** How long calls take, and how long their slots stay taken afterwards. */
export class Pace {
	slotsFreeLateBy = 0;
	private latency: (callNumber: number) => number;
	private readonly closing = new AbortController();

	constructor(private readonly initial: (callNumber: number) => number = () => 0) {
		this.latency = initial;
	}

	set({ milliseconds, spread = 0, seed = 1 }: Latency): void {
		const random = randomFrom(seed);
		this.latency = () => milliseconds * (1 + spread * (2 * random() - 1));
	}

	reset(): void {
		this.latency = this.initial;
		this.slotsFreeLateBy = 0;
	}

	/** Waits as long as this call is to take. */
	async beforeAnswer(callNumber: number): Promise<void> {
		await this.wait(this.latency(callNumber));
	}

	/** @throws when the simulator is closed meanwhile */
	async wait(milliseconds: number): Promise<void> {
		if (milliseconds > 0) await sleep(milliseconds, undefined, { signal: this.closing.signal });
	}

	/** Ends all waits. */
	close(): void {
		this.closing.abort();
	}
}

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32, public domain). */
export function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
