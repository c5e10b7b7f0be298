import { operations } from '../../../nodes/ClovaOcr/operations';
import { pathOf } from '../../support/apis';
import { Editor } from '../support/editor';
import { chain, clovaOcr, manualTrigger } from '../support/workflow';

/** What the editor makes of the selectors: descriptions, the canvas, and choices left behind. */
let editor: Editor;

beforeAll(async () => {
	editor = await Editor.start();
});

afterAll(async () => {
	await editor.close();
});

async function openNodeOf(resource: string, operation: string, parameters = {}): Promise<void> {
	const { session } = editor;
	const credential = await session.credential(pathOf(resource, operation));
	const node = clovaOcr(resource, operation, credential, parameters);
	await editor.open(await session.api.createWorkflow(chain(operation, [manualTrigger(), node])));
}

const chosen = async (name: string) =>
	await editor.page.getByTestId(`parameter-input-${name}`).locator('input').first().inputValue();

describe('a switch of resource or operation', () => {
	test('leaves masking as the new resource wants it', async () => {
		await openNodeOf('general', 'extractText');
		await editor.openNode('OCR');
		expect(await chosen('mask')).toBe('None');
		await editor.choose('resource', 'ID Card');
		expect(await chosen('mask')).toBe('Standard');
		await editor.closeNode();
	});

	test.each([
		[
			'document',
			'readReceipt',
			{ splitInto: 'lineItem' },
			['resource', 'General'],
			'splitInto',
			'Pages',
		],
		[
			'general',
			'extractText',
			{ splitInto: 'word' },
			['operation', 'Extract Tables'],
			'splitInto',
			'Rows',
		],
		[
			'document',
			'readReceipt',
			{ output: 'selectedFields' },
			['resource', 'Template'],
			'output',
			'Simplified',
		],
		[
			'idCard',
			'detectType',
			{ mask: 'none' },
			['operation', 'Create Masked Copy'],
			'mask',
			'Standard',
		],
	] as const)(
		'from %s (%s, %j) over %j leaves no choice of %s behind that is not offered',
		async (resource, operation, parameters, [selector, entry], name, value) => {
			await openNodeOf(resource, operation, parameters);
			await editor.openNode('OCR');
			await editor.choose(selector, entry);
			expect(await chosen(name)).toBe(value);
			expect(await editor.page.getByTestId('parameter-issues').count()).toBe(0);
			await editor.closeNode();
		},
	);
});

test.each(['document', 'general', 'idCard', 'template'] as const)(
	'the descriptions of the operations of %s fit their two lines',
	async (resource) => {
		const [first] = operations.filter((operation) => operation.resource === resource);
		await openNodeOf(resource, first?.value ?? '');
		await editor.openNode('OCR');
		await editor.page.getByTestId('parameter-input-operation').first().click();
		const texts = editor.page.locator('.el-select-dropdown__item:visible .option-description');
		await texts.first().waitFor();
		const clipped = await texts.evaluateAll((elements) =>
			elements
				.filter((element) => element.scrollHeight > element.clientHeight + 1)
				.map((element) => element.textContent),
		);
		expect(clipped).toEqual([]);
		await editor.page.keyboard.press('Escape');
		await editor.closeNode();
	},
);

test('the canvas says what a node does in the words of its panel', async () => {
	const { session } = editor;
	const nodes = await Promise.all(
		operations.map(async ({ resource, value }, index) => ({
			...clovaOcr(resource, value, await session.credential(pathOf(resource, value))),
			id: value,
			name: value,
			position: [300 * (index % 5), 220 * Math.floor(index / 5)],
		})),
	);
	await editor.open(await session.api.createWorkflow({ name: 'All', nodes, connections: {} }));
	for (const { value, name } of operations) {
		expect(await editor.node(value).innerText()).toContain(name);
	}
});
