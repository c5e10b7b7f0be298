import type { JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import { operations } from '../../../nodes/ClovaOcr/operations';
import { Editor } from '../support/editor';
import { pathOf } from '../../support/apis';
import { clovaOcr, manualTrigger } from '../support/workflow';

const SELECTORS = ['Resource', 'Operation'];
const FILE = ['Input Type', 'Input Binary Field'];
const ALWAYS = [
	'Confidence Threshold',
	'Keep Source',
	'Max Calls',
	'Max Concurrency',
	'Max Tries',
	'PDF Password',
	'Pages',
	'Rate Limit Wait',
	'Retry On',
	'Review Output',
	'Timeout',
];

/** Parameters after the file's, and options beside those that stand everywhere. */
const EXPECTED: Record<string, { parameters: string[]; options: string[] }> = {
	extractText: {
		parameters: ['Split Into', 'Output', 'Mask Numbers'],
		options: ['Detect Tables', 'Engine Version', 'Existing Text', 'Languages', 'Layout'],
	},
	extractTables: {
		parameters: ['Split Into', 'Output', 'Mask Numbers'],
		options: ['Convert Numbers', 'Fill Merged Cells', 'Header Row', 'Languages'],
	},
	createSearchablePdf: {
		parameters: ['Put Output File in Field', 'Output', 'Mask Numbers'],
		options: [
			'Engine Version',
			'Existing Text',
			'Hide Numbers',
			'Highlight',
			'Languages',
			'Rotate Pages',
		],
	},
	createMaskedCopy: {
		parameters: ['Put Output File in Field', 'Output', 'Also Hide', 'Mask Numbers'],
		options: ['Engine Version', 'Languages'],
	},
	createMaskedCard: {
		parameters: ['Put Output File in Field', 'Output', 'Mask Numbers'],
		options: [],
	},
	extractFields: {
		parameters: ['Output', 'Mask Numbers'],
		options: ['Engine Version', 'Languages', 'Template IDs'],
	},
	readReceipt: {
		parameters: ['Split Into', 'Output', 'Mask Numbers'],
		options: ['Expected Total'],
	},
};
const DOCUMENT = { parameters: ['Output', 'Mask Numbers'], options: [] };

let editor: Editor;

beforeAll(async () => {
	editor = await Editor.start();
	await editor.open(await createWorkflowOfAll(editor));
});

afterAll(async () => {
	await editor.close();
});

/** A workflow that holds one node for every operation, named as the operation. */
async function createWorkflowOfAll({ session }: Editor): Promise<string> {
	const nodes = await Promise.all(
		operations.map(async ({ resource, value }, index) => ({
			...clovaOcr(resource, value, await session.credential(pathOf(resource, value))),
			id: value,
			name: value,
			position: [300 + 240 * (index % 5), 200 * Math.floor(index / 5)],
		})),
	);
	const wires = nodes.map(({ name }) => ({ node: name, type: 'main', index: 0 }));
	const workflow: JsonObject = {
		name: 'All operations',
		nodes: [manualTrigger(), ...nodes],
		connections: { Start: { main: [wires] } },
	};
	return await session.api.createWorkflow(workflow);
}

test.each(operations.map(({ value }) => value))(
	'%s shows the parameters and options that mean something, in order',
	async (operation) => {
		const { parameters, options } = EXPECTED[operation] ?? DOCUMENT;
		await editor.openNode(operation);
		await editor.shoot(`panel-${operation}`, editor.page.getByTestId('node-parameters'));
		expect(await editor.parameterNames()).toEqual([
			...SELECTORS,
			...FILE,
			...parameters,
			'Options',
		]);
		expect(await editor.optionNames()).toEqual([...ALWAYS, ...options].sort());
		await editor.closeNode();
	},
);

test('what a choice reveals stands where it belongs', async () => {
	await editor.openNode('extractText');
	await editor.choose('inputType', 'URL');
	expect((await editor.parameterNames()).slice(2, 4)).toEqual(['Input Type', 'URL']);
	await editor.choose('inputType', 'Base64');
	expect((await editor.parameterNames()).slice(2, 5)).toEqual([
		'Input Type',
		'Base64',
		'File Name',
	]);
	await editor.choose('inputType', 'Binary File');
	await editor.choose('output', 'Estimate');
	expect(await editor.parameterNames()).toEqual([...SELECTORS, ...FILE, 'Output', 'Options']);
	await editor.choose('output', 'Selected Fields');
	expect(await editor.parameterNames()).toEqual([
		...SELECTORS,
		...FILE,
		'Split Into',
		'Output',
		'Fields',
		'Mask Numbers',
		'Options',
	]);
	await editor.closeNode();
});
