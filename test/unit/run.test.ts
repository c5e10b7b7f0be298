import type { FileJob, Outcome } from '../../nodes/ClovaOcr/outcome';
import { emptyOutcome } from '../../nodes/ClovaOcr/outcome';
import { finalProblem } from '../../nodes/ClovaOcr/problem';
import { branches, inOrder } from '../../nodes/ClovaOcr/run';
import { itemSettings } from '../support/settings';

const settings = itemSettings({});
const source = {
	fileName: 'scan.png',
	binary: null,
	distant: false,
	skipUnreadable: false,
	open: async () => {
		throw new Error('is not opened');
	},
};
const jobs = (count: number) =>
	Array.from({ length: count }, (_, itemIndex): FileJob => ({ itemIndex, input: {}, settings, source }));

/** Ends tasks when told, in any order. */
class Tasks {
	readonly started: number[] = [];
	private readonly open = new Map<number, () => void>();

	task = async (job: FileJob, index: number): Promise<Outcome> => {
		this.started.push(index);
		await new Promise<void>((resolve) => this.open.set(index, resolve));
		return emptyOutcome(job.itemIndex, null);
	};

	async end(index: number): Promise<void> {
		this.open.get(index)?.();
		for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
	}
}

describe('files worked on in order', () => {
	it('are a few at a time, the next one when one has ended', async () => {
		const tasks = new Tasks();
		const work = inOrder(jobs(4), 2, tasks.task, () => false);
		expect(tasks.started).toEqual([0, 1]);
		await tasks.end(1);
		expect(tasks.started).toEqual([0, 1, 2]);
		await tasks.end(2);
		await tasks.end(3);
		await tasks.end(0);
		expect((await work).map(({ itemIndex }) => itemIndex)).toEqual([0, 1, 2, 3]);
	});

	it('are all at once where there are fewer', async () => {
		const tasks = new Tasks();
		const work = inOrder(jobs(2), 5, tasks.task, () => false);
		expect(tasks.started).toEqual([0, 1]);
		await tasks.end(0);
		await tasks.end(1);
		expect(await work).toHaveLength(2);
	});

	it('start no more once it has ended', async () => {
		let ended = false;
		const tasks = new Tasks();
		const work = inOrder(jobs(3), 1, tasks.task, () => ended);
		ended = true;
		await tasks.end(0);
		expect(await work).toHaveLength(1);
		expect(tasks.started).toEqual([0]);
		expect(await inOrder(jobs(3), 1, tasks.task, () => true)).toEqual([]);
	});
});

describe('items on the outputs of the node', () => {
	const item = (name: string, needsReview: boolean) => ({ item: { json: { name } }, needsReview });
	const problem = finalProblem('It was refused', 'Look at it.');
	const failure = { problem, itemIndex: 1, fileName: null, pages: null };
	const finished = [
		{ items: [item('a', false), item('b', true)], failures: [] },
		{ items: [item('c', true)], failures: [failure] },
	];
	const names = (outputs: ReturnType<typeof branches>) =>
		outputs.map((list) => list.map(({ json }) => json.name ?? 'failure'));

	it('are all on one, what failed behind what its file gave', () => {
		expect(names(branches(finished, false))).toEqual([['a', 'b', 'c', 'failure']]);
	});

	it('are parted where somebody has to look', () => {
		expect(names(branches(finished, true))).toEqual([
			['a', 'failure'],
			['b', 'c'],
		]);
		expect(branches([], true)).toEqual([[], []]);
	});
});
