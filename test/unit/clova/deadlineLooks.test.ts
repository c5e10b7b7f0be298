import { Deadline } from '../../../nodes/ClovaOcr/clova/deadline';

/** Time that passes only when a test says so, and the steps in which a deadline asked for it. */
const mockTime = { now: 0, steps: [] as number[], wake: () => {} };

jest.mock('n8n-workflow', () => ({
	sleep: async (step: number) =>
		await new Promise<void>((resolve) => {
			mockTime.steps.push(step);
			mockTime.wake = resolve;
		}),
}));

let deadline: Deadline;

function begin(timeout: number): void {
	mockTime.steps = [];
	deadline = new Deadline({ timeout, signal: undefined });
}

/** The next look of the deadline, so many milliseconds after the one before. */
async function look(milliseconds: number): Promise<void> {
	mockTime.now += milliseconds;
	mockTime.wake();
	for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}

beforeEach(() => {
	jest.spyOn(Date, 'now').mockImplementation(() => mockTime.now);
});

afterEach(() => {
	deadline.end();
	jest.restoreAllMocks();
});

describe('a deadline', () => {
	it.each([
		[60_000, 200],
		[800, 200],
		[400, 100],
		[40, 10],
		[8, 10],
	])('of %i ms looks each %i ms: four times, but neither seldom nor without a pause', (timeout, step) => {
		begin(timeout);
		expect(mockTime.steps).toEqual([step]);
	});

	it('is over when the silence is longer than its timeout', async () => {
		begin(100);
		for (let looks = 0; looks < 4; looks += 1) await look(25);
		expect(deadline.givenUp).toBeNull();
		await look(1);
		expect(deadline.givenUp).toBe('silent');
		expect(deadline.signal.aborted).toBe(true);
	});

	it('counts silence anew whenever something is heard', async () => {
		begin(100);
		for (let looks = 0; looks < 4; looks += 1) await look(25);
		deadline.heard();
		for (let looks = 0; looks < 4; looks += 1) await look(25);
		expect(deadline.givenUp).toBeNull();
		await look(1);
		expect(deadline.givenUp).toBe('silent');
	});

	it('is over after ten times its timeout, whatever is heard', async () => {
		begin(100);
		expect(deadline.longest).toBe(1000);
		for (let looks = 0; looks < 40; looks += 1) {
			await look(25);
			deadline.heard();
		}
		expect(deadline.givenUp).toBeNull();
		await look(1);
		expect(deadline.givenUp).toBe('tooLong');
	});

	it('counts no more than two of its steps while something else held the process', async () => {
		begin(100);
		await look(10_000);
		await look(10_000);
		expect(deadline.givenUp).toBeNull();
		await look(1);
		expect(deadline.givenUp).toBe('silent');
	});

	it('looks no more after its end', async () => {
		begin(100);
		for (let looks = 0; looks < 4; looks += 1) await look(25);
		deadline.end();
		await look(25);
		expect(mockTime.steps).toHaveLength(5);
		expect(deadline.givenUp).toBeNull();
	});
});
