import { bytesSource } from '../../nodes/ClovaOcr/clova/streamedFile';
import { openSource } from '../../nodes/ClovaOcr/input/open';
import type { ItemSettings } from '../../nodes/ClovaOcr/input/settings';
import { lookAhead } from '../../nodes/ClovaOcr/lookAhead';
import { extractText } from '../../nodes/ClovaOcr/operations/general/extractText';
import type { FileJob } from '../../nodes/ClovaOcr/outcome';
import { picture } from '../support/ocrRun';
import { itemSettings } from '../support/settings';

let opened = 0;

function jobOf(itemIndex: number, bytes: Buffer, more: Partial<ItemSettings> = {}): FileJob {
	const fileName = `${itemIndex}.png`;
	const open = async () => {
		opened += 1;
		return await openSource(bytesSource(bytes), fileName);
	};
	const source = { fileName, binary: null, distant: false, skipUnreadable: false, open };
	return { itemIndex, input: {}, settings: itemSettings(more), source };
}

const good = (itemIndex: number, more?: Partial<ItemSettings>) => jobOf(itemIndex, picture(), more);
const bad = (itemIndex: number, more?: Partial<ItemSettings>) =>
	jobOf(itemIndex, Buffer.from('no picture'), more);

function atAddress(job: FileJob): FileJob {
	return { ...job, source: { ...job.source, distant: true } };
}

function looked(
	jobs: FileJob[],
	{ atFailure = false, maxCalls = null as number | null, cancelled = false },
) {
	const settings = { maxConcurrency: 1, maxCalls, rateLimitWait: 0, reviewOutput: false };
	const stop = { atFailure, stopped: false, noteFailure: () => undefined };
	return lookAhead(jobs, extractText, { settings, stop, cancelled });
}

async function messages(...given: Parameters<typeof looked>): Promise<string[]> {
	const outcomes = await looked(...given);
	return (outcomes ?? []).flatMap(({ failures }) => failures.map(({ problem }) => problem.message));
}

beforeEach(() => {
	opened = 0;
});

describe('under Stop', () => {
	test('the first file that is refused ends the execution before its first call', async () => {
		const found = await looked([good(0), bad(1), bad(2)], { atFailure: true });
		expect(found).toMatchObject([{ itemIndex: 1, failures: [{ fileName: '1.png' }] }]);
		expect(opened).toBe(2);
	});

	test('two files are enough for that', async () => {
		expect(await looked([good(0), bad(1)], { atFailure: true })).toMatchObject([{ itemIndex: 1 }]);
	});

	test('a lone file is not opened twice', async () => {
		expect(await looked([bad(0)], { atFailure: true })).toBeNull();
		expect(opened).toBe(0);
	});

	test('what is only estimated is not looked at', async () => {
		const estimate = { output: 'estimate' } as const;
		expect(await looked([bad(0, estimate), bad(1, estimate)], { atFailure: true })).toBeNull();
		expect(opened).toBe(0);
	});

	test('a cancelled execution opens nothing', async () => {
		expect(await looked([bad(0), bad(1)], { atFailure: true, cancelled: true })).toBeNull();
		expect(opened).toBe(0);
	});
});

test('under Continue every file speaks for itself', async () => {
	expect(await looked([bad(0), bad(1)], {})).toBeNull();
	expect(opened).toBe(0);
});

describe('Max Calls', () => {
	test('counts a call for each picture', async () => {
		expect(await looked([good(0), good(1)], { maxCalls: 2 })).toBeNull();
		expect(await messages([good(0), good(1)], { maxCalls: 1 })).toEqual([
			expect.stringMatching(/needs 2 calls.*allows 1/),
			expect.stringMatching(/needs 2 calls.*allows 1/),
		]);
	});

	test('counts a file at an address as one call, without touching it', async () => {
		const jobs = [atAddress(bad(0)), atAddress(bad(1))];
		expect(await looked(jobs, { maxCalls: 2 })).toBeNull();
		expect(await messages(jobs, { maxCalls: 1 })).toHaveLength(2);
		expect(opened).toBe(0);
	});

	test('does not count what is refused', async () => {
		expect(await looked([good(0), bad(1)], { maxCalls: 1 })).toBeNull();
	});

	test('gives an item with several files one failure', async () => {
		expect(await messages([good(0), good(0)], { maxCalls: 1 })).toHaveLength(1);
	});
});
