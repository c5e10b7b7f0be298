import { operations } from '../../nodes/ClovaOcr/operations';
import { samples } from '../samples';
import { startSimulator, type Simulator } from '../simulator';
import { sampleReaders } from '../simulator/documents';
import { readTextLayer } from '../simulator';
import { fileItem, jsonOf, parametersFor, runOcr } from '../support/ocrRun';

jest.setTimeout(120_000);

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ ...sampleReaders(), recognizer: readTextLayer });
});

afterAll(async () => await simulator.close());

/** Every operation in every way of splitting, on every sample that its API takes. */
const cases = operations
	.filter(({ fileMaker }) => fileMaker === undefined)
	.flatMap(({ value, path, splitInto }) =>
		(splitInto.length > 0 ? splitInto.map((choice) => choice.value) : [null]).map((split) => ({
			operation: value,
			split,
			documents: samples.filter(
				(sample) => operations.find(({ value: own }) => own === sample.operation)?.path === path,
			),
		})),
	);

test.each(cases)(
	'$operation, split $split: every sample gives text, numbers, booleans and nulls only',
	async ({ operation, split, documents }) => {
		expect(documents.length).toBeGreaterThan(0);
		for (const { fileName, picture } of documents) {
			const parameters = parametersFor(operation, split === null ? {} : { splitInto: split });
			const result = await runOcr(simulator, parameters, [fileItem(fileName, await picture())]);
			expect(result.error).toBeUndefined();
			const json = jsonOf(result);
			expect(json.length).toBeGreaterThan(0);
			const nested = json.flatMap((item) =>
				Object.entries(item).filter(([, value]) => typeof value === 'object' && value !== null),
			);
			expect([fileName, nested]).toEqual([fileName, []]);
		}
	},
);
