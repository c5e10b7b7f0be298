import type { INodeParameters } from 'n8n-workflow';

import { startSimulator, type Simulator } from '../simulator';
import { sleep } from '../support/node';
import { fileItem, jsonOf, parametersFor, picture, runOcr } from '../support/ocrRun';

const EXTRACT = parametersFor('extractText');

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ recognizer: 'none' });
	// The engine's first run loads its modules, which would count as time that a cancel takes.
	await runOcr(simulator, EXTRACT, [fileItem('warm-up.png')]);
});

beforeEach(() => simulator.control({ reset: true }));

afterAll(async () => await simulator.close());

const documents = (count: number) =>
	Array.from({ length: count }, (_, n) => fileItem(`${n}.png`, picture(n)));
const namesOf = (count: number) => Array.from({ length: count }, (_, n) => `${n}.png`);

describe('pace', () => {
	it('reads all documents once and in order with the pool set too high by mistake', async () => {
		simulator.control({ latency: { milliseconds: 60, spread: 0.8, seed: 7 } });
		const parameters = { ...EXTRACT, options: { maxConcurrency: 12 } };
		const result = await runOcr(simulator, parameters, documents(60));
		expect(jsonOf(result).map(({ text }) => text)).toEqual(namesOf(60));
		expect(simulator.stats.accepted).toBe(60);
		expect(simulator.stats.greatestAtWork).toBe(5);
	});

	it('loses nothing when two executions share a domain, nor when its slots free late', async () => {
		simulator.control({ latency: { milliseconds: 60, spread: 0.5, seed: 1 }, slotsFreeLateBy: 20 });
		const parameters = { ...EXTRACT, options: { maxConcurrency: 5 } };
		const both = await Promise.all([
			runOcr(simulator, parameters, documents(30)),
			runOcr(simulator, parameters, documents(30)),
		]);
		for (const result of both) expect(jsonOf(result).map(({ text }) => text)).toEqual(namesOf(30));
		expect(simulator.stats.accepted).toBe(60);
	});

	it.each([1, 2, 4])(
		'never has more than %i calls at once when told so, over items and files',
		async (limit) => {
			simulator.control({ latency: { milliseconds: 20 } });
			const parameters = {
				...EXTRACT,
				binaryPropertyName: 'a,b',
				options: { maxConcurrency: limit },
			};
			const items = documents(6).map(({ binary }, n) => ({
				binary: {
					a: { ...binary!.data, fileName: `${n}a.png` },
					b: { ...binary!.data, fileName: `${n}b.png` },
				},
			}));
			const result = await runOcr(simulator, parameters, items);
			expect(jsonOf(result).map(({ text }) => text)).toEqual(
				items.flatMap((_, n) => [`${n}a.png`, `${n}b.png`]),
			);
			expect(simulator.stats.greatestOpen).toBeLessThanOrEqual(limit);
			expect(simulator.stats.calls).toHaveLength(12);
		},
	);
});

describe('cancelling', () => {
	async function cancelAfter(milliseconds: number, options: INodeParameters) {
		let cancel = () => {};
		const running = runOcr(simulator, { ...EXTRACT, options }, documents(50), {
			onStart: (stop) => (cancel = stop),
			onError: 'continueRegularOutput',
		});
		await sleep(milliseconds);
		const asked = Date.now();
		cancel();
		const result = await running;
		return { result, took: Date.now() - asked };
	}

	it('stops within a second while calls are slow, and calls no more', async () => {
		simulator.control({ latency: { milliseconds: 20_000 } });
		const { result, took } = await cancelAfter(300, { maxConcurrency: 4 });
		expect(result.cancelled).toBe(true);
		expect(took).toBeLessThan(1000);
		const calls = simulator.stats.calls.length;
		await sleep(500);
		expect(simulator.stats.calls).toHaveLength(calls);
		expect(calls).toBeLessThanOrEqual(4);
	});

	it('stops while the domain turns every call away', async () => {
		simulator.control({ faults: [{ fault: { kind: 'service', code: '0025' }, times: 'always' }] });
		const { result, took } = await cancelAfter(400, {});
		expect(result.cancelled).toBe(true);
		expect(took).toBeLessThan(1000);
		const calls = simulator.stats.calls.length;
		await sleep(700);
		expect(simulator.stats.calls).toHaveLength(calls);
	});

	it('stops while it waits to repeat an unknown outcome', async () => {
		simulator.control({
			faults: [{ fault: { kind: 'gateway', code: '503/500', retryAfter: '30' }, times: 'always' }],
		});
		const { result, took } = await cancelAfter(400, { retryOn: 'all' });
		expect(result.cancelled).toBe(true);
		expect(took).toBeLessThan(1000);
	});

	it('stops while an answer trickles in', async () => {
		simulator.control({ faults: [{ fault: { kind: 'stall' }, times: 'always' }] });
		const { result, took } = await cancelAfter(300, {});
		expect(result.cancelled).toBe(true);
		expect(took).toBeLessThan(1000);
	});
});
