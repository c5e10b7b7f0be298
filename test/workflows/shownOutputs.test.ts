import type { IDataObject } from 'n8n-workflow';

import { sample } from '../samples';
import { startSimulator, type Simulator } from '../simulator';
import { sampleReaders } from '../simulator/documents';
import { fs, path, repositoryRoot } from '../support/node';
import { fileItem, jsonOf, parametersFor, runOcr } from '../support/ocrRun';

interface Shown {
	page: string;
	sample: string;
	operation: string;
	output: string;
	json: IDataObject;
}

const PAGES = ['README.md', 'docs/reference.md'];

jest.setTimeout(60_000);

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator(sampleReaders());
});

afterAll(async () => await simulator.close());

it.each(PAGES.flatMap(shownOn))(
	'what $page shows of $sample with $operation is what a run gives',
	async ({ sample: id, operation, output, json }) => {
		const { fileName, picture } = sample(id);
		const parameters = parametersFor(operation, { output });
		const result = await runOcr(simulator, parameters, [fileItem(fileName, await picture())]);
		expect(result.error).toBeUndefined();
		const [item] = jsonOf(result);
		expect(item).toMatchObject(json);
		const keys = Object.keys(json);
		expect(Object.keys(item).filter((key) => keys.includes(key))).toEqual(keys);
	},
);

it('every JSON that the pages show is one of these', () => {
	const fences = PAGES.map((page) => textOf(page).split('```json').length - 1);
	expect(PAGES.map((page) => shownOn(page).length)).toEqual(fences);
});

/** What stands under `<!-- output: sample operation [output] -->`. */
function shownOn(page: string): Shown[] {
	const marked = /<!-- output: (\S+) (\w+)(?: (\w+))? -->\n```json\n([\s\S]*?)```/g;
	return [...textOf(page).matchAll(marked)].map(([, id, operation, output, json]) => ({
		page,
		sample: id,
		operation,
		output: output ?? 'simplified',
		json: JSON.parse(json),
	}));
}

function textOf(page: string): string {
	return fs.readFileSync(path.join(repositoryRoot, page), 'utf8');
}
