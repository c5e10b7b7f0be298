import { asObject } from '../../nodes/ClovaOcr/shared/json';
import { nodeProcess } from '../support/node';
import { blankPng } from '../support/tinyPictures';
import { waitFor } from './support/processes';
import { putPictures, startCluster, type Cluster } from './support/queue';
import { chain, clovaOcr, manualTrigger, readFiles } from './support/workflow';

const LATENCY_SECONDS = 1;
const DOMAIN_LIMIT = 5;

/** Stores a workflow that reads all pictures of one folder; returns its id. */
async function workflowOver(cluster: Cluster, folder: string, count: number): Promise<string> {
	const pattern = putPictures(cluster.home, folder, count, blankPng());
	const name = 'CLOVA OCR /general';
	const credential = await cluster.api.createCredential(name, 'clovaOcrApi', {
		invokeUrl: cluster.simulator.url('/general'),
		secretKey: cluster.simulator.secret('/general'),
	});
	const ocr = clovaOcr('general', 'extractText', credential);
	const nodes = [manualTrigger(), readFiles(pattern), ocr];
	return await cluster.api.createWorkflow(chain(folder, nodes));
}

test.each(['database', 'filesystem'])(
	'three executions of 20 documents on one domain lose and mix nothing: files in %s',
	async (binaryMode) => {
		const cluster = await startCluster(binaryMode, 2);
		try {
			const { api, simulator } = cluster;
			const folders = ['a', 'b', 'c'];
			const ids = await Promise.all(folders.map((folder) => workflowOver(cluster, folder, 20)));
			const started = Date.now();
			const executionIds = await Promise.all(ids.map((id) => api.start(id, 'Start')));
			const executions = await Promise.all(executionIds.map((id) => api.execution(id)));
			const calls = simulator.stats.calls;
			for (const [index, folder] of folders.entries()) {
				const execution = executions[index];
				const names = Array.from(
					{ length: 20 },
					(_, each) => `${folder}-${String(each + 1).padStart(2, '0')}.png`,
				);
				expect(execution?.status).toBe('success');
				const items = execution?.items('OCR') ?? [];
				expect(items.map(({ json }) => json.fileName)).toEqual(names);
				const input = execution?.items('Read')[0]?.binary.data;
				expect(String(asObject(input).id)).toMatch(new RegExp(`^${binaryMode}`));
			}
			expect(simulator.stats.accepted).toBe(60);
			const seconds =
				(Math.max(...calls.map((call) => call.endedAt ?? 0)) -
					Math.min(...calls.map((call) => call.startedAt))) /
				1000;
			const ideal = (60 * LATENCY_SECONDS) / DOMAIN_LIMIT;
			nodeProcess.stderr.write(
				`queue, ${binaryMode}: ${(calls.length / 60).toFixed(2)} requests per document, ` +
					`${seconds.toFixed(1)} s for the calls (ideal ${ideal} s), ` +
					`${((Date.now() - started) / 1000).toFixed(1)} s in all\n`,
			);
			expect(cluster.workers.some((worker) => /started execution/.test(worker.log()))).toBe(true);
		} finally {
			await cluster.close();
		}
	},
);

test('after the death of a worker n8n says so, and nothing is sent twice', async () => {
	const cluster = await startCluster('filesystem', 2);
	try {
		const { api, simulator, workers } = cluster;
		const executionId = await api.start(await workflowOver(cluster, 'k', 30), 'Start');
		await waitFor('the first documents', 60_000, () =>
			simulator.stats.accepted >= 6 ? true : undefined,
		);
		const busy = workers.find((worker) => /started execution/.test(worker.log()));
		expect(busy).toBeDefined();
		await busy?.kill();
		const execution = await api.execution(executionId);
		nodeProcess.stderr.write(
			`worker killed: execution ${execution.status}, "${String(execution.error.message)}", ` +
				`${simulator.stats.accepted} of 30 documents billed\n`,
		);
		expect(['crashed', 'error']).toContain(execution.status);
		expect(simulator.stats.accepted).toBeLessThan(30);
		const files = simulator.stats.calls.map((call) => call.file?.fileName);
		expect(new Set(files).size).toBe(files.length);
	} finally {
		await cluster.close();
	}
});
