/** A seeded source of chance (mulberry32): the same seed draws the same documents everywhere. */
export class Random {
	private state: number;

	constructor(seed: number) {
		this.state = seed >>> 0;
	}

	/** 0 up to, not including, 1. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let mixed = this.state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	}

	/** A whole number, both bounds included. */
	int(from: number, to: number): number {
		return from + Math.floor(this.next() * (to - from + 1));
	}

	between(from: number, to: number): number {
		return from + this.next() * (to - from);
	}

	chance(share: number): boolean {
		return this.next() < share;
	}

	pick<T>(list: readonly T[]): T {
		return list[this.int(0, list.length - 1)];
	}

	digits(count: number, first = '0123456789'): string {
		return Array.from({ length: count }, (_, index) =>
			this.pick([...(index === 0 ? first : '0123456789')]),
		).join('');
	}

	shuffled<T>(list: readonly T[]): T[] {
		const rest = [...list];
		return Array.from(
			{ length: rest.length },
			() => rest.splice(this.int(0, rest.length - 1), 1)[0],
		);
	}
}
