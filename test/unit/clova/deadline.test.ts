import { Deadline } from '../../../nodes/ClovaOcr/clova/deadline';
import { readCapped, type ByteStream } from '../../../nodes/ClovaOcr/clova/readBody';
import { performance, sleep } from '../../support/node';

const opened: Deadline[] = [];

function deadlineOf(timeout: number, signal?: AbortSignal): Deadline {
	const deadline = new Deadline({ timeout, signal });
	opened.push(deadline);
	return deadline;
}

afterEach(() => opened.splice(0).forEach((deadline) => deadline.end()));

const never = new Promise<never>(() => undefined);

/** A piece each so many milliseconds, without end. */
async function* drip(milliseconds: number): AsyncGenerator<Uint8Array> {
	for (;;) {
		await sleep(milliseconds);
		yield Buffer.from('x');
	}
}

/** Bytes and then nothing; like axios' own streams it does not even end when it is destroyed. */
async function* stalled(): AsyncGenerator<Uint8Array> {
	yield Buffer.from('{"images":');
	await never;
}

describe('Deadline', () => {
	it('is over after silence, and aborts its signal', async () => {
		const deadline = deadlineOf(100);
		const begun = performance.now();
		await expect(deadline.within(never)).rejects.toThrow('given up');
		expect(performance.now() - begun).toBeLessThan(2000);
		expect(deadline.givenUp).toBe('silent');
		expect(deadline.signal.aborted).toBe(true);
	});

	it('is over when the silence is longer than its timeout, and not before', async () => {
		const deadline = deadlineOf(1000);
		const begun = performance.now();
		await expect(deadline.within(never)).rejects.toThrow('given up');
		const passed = performance.now() - begun;
		expect(passed).toBeGreaterThan(950);
		expect(passed).toBeLessThan(1900);
	});

	it('goes on as long as something is heard, up to ten times its timeout', async () => {
		const deadline = deadlineOf(120);
		let heard = 0;
		const begun = performance.now();
		while (!deadline.signal.aborted) {
			await sleep(20);
			deadline.heard();
			heard += 1;
		}
		expect(deadline.givenUp).toBe('tooLong');
		expect(performance.now() - begun).toBeGreaterThanOrEqual(1200);
		expect(heard).toBeGreaterThan(10);
	});

	it('does not take a process that is held up for a silent server', async () => {
		const deadline = deadlineOf(200);
		await sleep(20);
		const until = performance.now() + 600;
		while (performance.now() < until);
		await sleep(60);
		expect(deadline.givenUp).toBeNull();
	});

	it('ends at once when the execution is cancelled, before or meanwhile', async () => {
		const cancel = new AbortController();
		const deadline = deadlineOf(60_000, cancel.signal);
		const work = deadline.within(never);
		cancel.abort();
		await expect(work).rejects.toThrow('given up');
		expect(deadline.givenUp).toBe('cancelled');
		expect(deadlineOf(60_000, cancel.signal).givenUp).toBe('cancelled');
	});

	it('aborts its signal at the end without having given up', () => {
		const deadline = deadlineOf(60_000);
		deadline.end();
		expect(deadline.signal.aborted).toBe(true);
		expect(deadline.givenUp).toBeNull();
	});

	it('leaves no listener on the signal of the execution', () => {
		const cancel = new AbortController();
		const remove = jest.spyOn(cancel.signal, 'removeEventListener');
		deadlineOf(60_000, cancel.signal).end();
		expect(remove).toHaveBeenCalledTimes(1);
	});
});

describe('readCapped', () => {
	async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
		for (const text of texts) yield Buffer.from(text);
	}

	async function read(stream: ByteStream, cap: number, deadline = deadlineOf(60_000)) {
		const { complete, bytes } = await readCapped(stream, cap, deadline);
		return { complete, text: Buffer.from(bytes).toString() };
	}

	it.each([
		[['ab', 'cd'], 5, true, 'abcd'],
		[['ab', 'cd'], 4, true, 'abcd'],
		[['ab', 'cd'], 3, false, 'abc'],
		[[], 0, true, ''],
	])('reads %j with a cap of %i bytes', async (texts, cap, complete, text) => {
		expect(await read(pieces(...texts), cap)).toEqual({ complete, text });
	});

	it('asks for no byte beyond the cap', async () => {
		let given = 0;
		const endless = async function* () {
			for (;;) {
				given += 1;
				yield Buffer.alloc(10);
			}
		};
		await read(endless(), 25);
		expect(given).toBe(3);
	});

	it('does not wait for a stream that stalls, whatever that stream does when it is stopped', async () => {
		const deadline = deadlineOf(100);
		await expect(read(stalled(), 1000, deadline)).rejects.toThrow('given up');
		expect(deadline.givenUp).toBe('silent');
	});

	it('ends with a stream that drips for too long', async () => {
		const deadline = deadlineOf(60);
		await expect(read(drip(10), 1e6, deadline)).rejects.toThrow('given up');
		expect(deadline.givenUp).toBe('tooLong');
	});

	it('ends at once when the execution is cancelled', async () => {
		const cancel = new AbortController();
		const deadline = deadlineOf(60_000, cancel.signal);
		const reading = read(stalled(), 1000, deadline);
		await sleep(10);
		cancel.abort();
		await expect(reading).rejects.toThrow('given up');
		expect(deadline.givenUp).toBe('cancelled');
	});
});
