import type { JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import { operations } from '../../../nodes/ClovaOcr/operations';
import { Editor } from '../support/editor';
import { allOptions, isShown } from '../../support/shownOptions';
import { pathOf } from '../../support/apis';
import { clovaOcr, manualTrigger } from '../support/workflow';

const SELECTORS = ['Resource', 'Operation'];
const FILE = ['Input Type', 'Input Binary Field'];

/** Parameters after the file's. */
const EXPECTED: Record<string, string[]> = {
	extractText: ['Split Into', 'Output', 'Mask Numbers'],
	extractTables: ['Split Into', 'Output', 'Mask Numbers'],
	createSearchablePdf: ['Put Output File in Field', 'Output', 'Mask Numbers'],
	createMaskedCopy: ['Put Output File in Field', 'Output', 'Also Hide', 'Mask Numbers'],
	createMaskedCard: ['Put Output File in Field', 'Output', 'Mask Numbers'],
	readOther: ['Split Into', 'Output', 'Mask Numbers'],
	readReceipt: ['Split Into', 'Output', 'Mask Numbers'],
};
const DOCUMENT = ['Output', 'Mask Numbers'];

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
		await editor.openNode(operation);
		await editor.shoot(`panel-${operation}`, editor.page.getByTestId('node-parameters'));
		expect(await editor.parameterNames()).toEqual([
			...SELECTORS,
			...FILE,
			...(EXPECTED[operation] ?? DOCUMENT),
			'Options',
		]);
		expect(await editor.optionNames()).toEqual(shownFirst(operation));
		await editor.closeNode();
	},
);

/** Names of the options that a new node of the operation offers; the unit tests of the options know which. */
function shownFirst(operation: string): string[] {
	const chosen = operations.find(({ value }) => value === operation);
	const splitInto = chosen?.splitInto[0]?.value ?? '';
	const parameters = {
		resource: chosen?.resource ?? '',
		operation,
		inputType: 'binary',
		output: 'simplified',
		splitInto,
	};
	return allOptions
		.filter((option) => isShown(option, parameters))
		.map(({ displayName }) => displayName)
		.sort();
}

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
	await editor.choose('inputType', 'CLOVA Answer');
	expect((await editor.parameterNames()).slice(2, 6)).toEqual([
		'Input Type',
		'Answer',
		'File Name',
		'Split Into',
	]);
	expect(await editor.page.getByTestId('node-credentials-select').count()).toBe(0);
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
