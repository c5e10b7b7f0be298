import { startExecution } from '../../nodes/ClovaOcr/execution';
import { listJobs } from '../../nodes/ClovaOcr/listJobs';
import { extractText } from '../../nodes/ClovaOcr/operations/general/extractText';
import { executeContext, type Surroundings } from '../support/executeContext';

const file = { data: 'bytes', mimeType: 'image/png', fileName: 'a.png' };
const withFile = { json: { row: 1 }, binary: { data: file } };

async function listed(surroundings: Surroundings) {
	const { context } = executeContext({ continueOnFail: true, items: [withFile], ...surroundings });
	const execution = await startExecution(context, extractText);
	try {
		const { jobs, outcomes, withoutFiles } = listJobs(context, extractText, execution);
		return {
			files: jobs.map(({ itemIndex, source }) => [itemIndex, source.fileName]),
			inputs: jobs.map(({ input }) => input),
			failures: outcomes.flatMap(({ failures }) => failures),
			withoutFiles,
		};
	} finally {
		execution.end();
	}
}

const binary = { inputType: 'binary', binaryPropertyName: 'data' };

test('every file of every item is a job, with the fields of its item', async () => {
	const items = [withFile, { json: { row: 2 }, binary: { data: file, other: file } }];
	const { files, inputs, failures } = await listed({
		items,
		parameters: { ...binary, binaryPropertyName: 'data,other' },
	});
	expect(failures).toMatchObject([{ itemIndex: 0, fileName: null, pages: null }]);
	expect(failures[0].problem.message).toContain("'other'");
	expect(files).toEqual([
		[1, 'a.png'],
		[1, 'a.png'],
	]);
	expect(inputs).toEqual([{ row: 2 }, { row: 2 }]);
});

test('items without any file are counted', async () => {
	const items = [{ json: {} }, withFile, { json: {} }];
	const { files, withoutFiles, failures } = await listed({
		items,
		parameters: { ...binary, binaryPropertyName: '*' },
	});
	expect([files, withoutFiles, failures]).toEqual([[[1, 'a.png']], 2, []]);
});

test('an address that is refused is a failure of every item that has a file to send', async () => {
	const answers = (itemIndex: number) =>
		itemIndex === 0 ? binary : { ...binary, inputType: 'answer', answer: {} };
	const { files, failures } = await listed({
		items: [withFile, withFile],
		parameters: answers,
		raw: { inputType: '={{ $json.kind }}' },
		credential: { invokeUrl: 'nonsense', secretKey: 's' },
	});
	expect(failures).toMatchObject([{ itemIndex: 0 }]);
	expect(failures[0].problem.message).toContain('Invoke URL');
	expect(files.map(([itemIndex]) => itemIndex)).toEqual([1]);
});

test('an option that says nothing that could be done is a failure', async () => {
	const { files, failures } = await listed({ parameters: { ...binary, options: { maxCalls: 'x' } } });
	expect(files).toEqual([]);
	expect(failures[0].problem.message).toContain("'Max Calls'");
});

describe('an expression that fails', () => {
	const parameters = { ...binary, binaryPropertyName: new Error('row is not defined') };

	test('is a failure of its item under Continue, in n8n’s words', async () => {
		const { failures } = await listed({ parameters });
		expect(failures[0].problem.message).toMatch(/expression in the parameters failed/);
		expect(failures[0].problem.description).toMatch(/ n8n says: row is not defined$/);
	});

	test('ends the execution under Stop, as n8n reports it', async () => {
		await expect(listed({ parameters, continueOnFail: false })).rejects.toThrow('row is not defined');
	});
});
