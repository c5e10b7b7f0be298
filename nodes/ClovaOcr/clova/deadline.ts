import { sleep } from 'n8n-workflow';

/** How long a request may take. */
export interface Patience {
	/** Milliseconds of silence after which it is given up; in all it may take ten times as long. */
	timeout: number;
	/** The execution's own, which the stop button aborts. */
	signal: AbortSignal | undefined;
}

export type GivenUp = 'cancelled' | 'silent' | 'tooLong';

const TIMEOUTS_IN_ALL = 10;
const LOOK_EVERY = 200;
const LEAST_STEP = 10;

/**
 * The time of one request, from its first byte to the last of its answer. n8n's helper knows no
 * bound once the answer's head is there, and its streams may wait for a stalled server even while
 * they are destroyed, so the signal alone ends a request: it closes socket and file.
 */
export class Deadline {
	private readonly controller = new AbortController();
	private readonly abandoned: Promise<never>;
	private cause: GivenUp | null = null;
	private silence = 0;
	private total = 0;

	constructor(private readonly patience: Patience) {
		this.abandoned = new Promise<never>((_, reject) => {
			this.signal.addEventListener('abort', () => reject(new Error('The request was given up')));
		});
		this.abandoned.catch(() => undefined);
		patience.signal?.addEventListener('abort', this.cancel);
		if (patience.signal?.aborted === true) this.cancel();
		void this.watch();
	}

	/** For the request: aborted when it is given up, and in any case at its end. */
	get signal(): AbortSignal {
		return this.controller.signal;
	}

	/** Milliseconds that the request may take in all: for the HTTP library's own limit, should it ever not heed the signal. */
	get longest(): number {
		return TIMEOUTS_IN_ALL * this.patience.timeout;
	}

	get givenUp(): GivenUp | null {
		return this.cause;
	}

	/** A byte came or went. */
	heard(): void {
		this.silence = 0;
	}

	/**
	 * @returns what the work comes to
	 * @throws what the work throws, or as soon as the request is given up
	 */
	async within<T>(work: Promise<T>): Promise<T> {
		return await Promise.race([work, this.abandoned]);
	}

	/** Must be called at the end: stops the clock, and whatever of the request is still open. */
	end(): void {
		this.patience.signal?.removeEventListener('abort', this.cancel);
		this.controller.abort();
	}

	private readonly cancel = () => this.giveUp('cancelled');

	private giveUp(cause: GivenUp): void {
		if (this.signal.aborted) return;
		this.cause = cause;
		this.end();
	}

	private async watch(): Promise<void> {
		const { timeout } = this.patience;
		const step = Math.max(LEAST_STEP, Math.min(LOOK_EVERY, timeout / 4));
		for (let last = Date.now(); !this.signal.aborted; ) {
			await sleep(step);
			const now = Date.now();
			// While another workflow holds the process, bytes wait unread: that is not the server's silence.
			const passed = Math.min(now - last, 2 * step);
			last = now;
			this.silence += passed;
			this.total += passed;
			if (this.silence > timeout) this.giveUp('silent');
			else if (this.total > this.longest) this.giveUp('tooLong');
		}
	}
}
