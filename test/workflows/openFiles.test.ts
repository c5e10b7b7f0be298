import { BinaryDataService } from 'n8n-core';

import { startSimulator, type Simulator } from '../simulator';
import { Container } from '../support/n8nHome';
import { fileItem, parametersFor, picture, runOcr } from '../support/ocrRun';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ recognizer: 'none', latency: () => 60 });
});

afterEach(() => jest.restoreAllMocks());

afterAll(async () => await simulator.close());

/** Counts the streams that are open out of n8n's store at the same time. */
function watchStore(): { opened: number; open: number; most: number } {
	const seen = { opened: 0, open: 0, most: 0 };
	const store = Container.get(BinaryDataService);
	const original = store.getAsStream.bind(store);
	jest.spyOn(store, 'getAsStream').mockImplementation(async (...given) => {
		const stream = await original(...given);
		seen.opened += 1;
		seen.open += 1;
		seen.most = Math.max(seen.most, seen.open);
		stream.once('close', () => (seen.open -= 1));
		return stream;
	});
	return seen;
}

it.each([1, 2, 4])(
	'with Max Concurrency %d no more files are open at once than calls run, and one that is prepared',
	async (maxConcurrency) => {
		const seen = watchStore();
		const items = Array.from({ length: 16 }, (_, at) => fileItem(`${at}.png`, picture(at, 300)));
		const parameters = parametersFor('extractText', { options: { maxConcurrency } });
		const result = await runOcr(simulator, parameters, items, { binaryMode: 'filesystem' });
		expect(result.items('CLOVA OCR')).toHaveLength(16);
		expect(seen.opened).toBeGreaterThanOrEqual(16);
		expect(seen.most).toBeLessThanOrEqual(maxConcurrency + 1);
		expect(seen.open).toBe(0);
	},
);
