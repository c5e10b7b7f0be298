import { answer } from '../../support/answers';
import { openSession, type Session } from '../support/session';
import { chain, CLOVA_OCR, manualTrigger, node } from '../support/workflow';

let session: Session;

beforeAll(async () => {
	session = await openSession();
});

afterAll(async () => {
	await session.close();
});

test('an answer that is there already is read by a node that has no credential', async () => {
	const jsonOutput = JSON.stringify(answer('receipt-full'));
	const set = node(
		'Answer',
		'n8n-nodes-base.set',
		{ mode: 'raw', jsonOutput },
		{ typeVersion: 3.4 },
	);
	const parameters = {
		resource: 'document',
		operation: 'readReceipt',
		inputType: 'answer',
		output: 'detailed',
		options: {},
	};
	const ocr = node('OCR', CLOVA_OCR, parameters);
	const nodes = [manualTrigger(), set, ocr];
	const workflowId = await session.api.createWorkflow(chain('Answer', nodes));
	const before = session.simulator.stats.calls.length;
	const execution = await session.api.runByHand(workflowId, 'Start');
	expect(execution.status).toBe('success');
	const [{ json }] = execution.items('OCR');
	expect(json).toMatchObject({ ocr: { source: 'answer', calls: 0, recognized: true } });
	expect(typeof json.total).toBe('number');
	expect(session.simulator.stats.calls).toHaveLength(before);
});
