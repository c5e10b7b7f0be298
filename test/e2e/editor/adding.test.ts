import { Editor } from '../support/editor';
import { chain, manualTrigger } from '../support/workflow';

let editor: Editor;

beforeAll(async () => {
	editor = await Editor.start();
	await editor.open(await editor.session.api.createWorkflow(chain('New', [manualTrigger()])));
});

afterAll(async () => {
	await editor.close();
});

test.each(['clova', 'receipt', '영수증', '사업자등록증', '명함', '領収書'])(
	'a search for "%s" finds the node first',
	async (text) => {
		const creator = await editor.search(text);
		const found = creator.getByTestId('node-creator-item-name').first();
		expect(await found.innerText()).toBe('CLOVA OCR');
		if (text === '영수증') await editor.shoot('search');
		await editor.closeSearch();
	},
);

test('an action chosen in the search opens the panel with resource and operation set', async () => {
	const creator = await editor.search('clova');
	await creator.getByText('CLOVA OCR', { exact: true }).click();
	await creator.getByText('Read receipt', { exact: true }).waitFor();
	await editor.shoot('actions');
	expect(await creator.getByTestId('item-iterator-item').count()).toBeGreaterThanOrEqual(14);
	await creator.getByText('Read receipt', { exact: true }).click();
	await editor.page.getByTestId('node-parameters').waitFor();
	const chosen = (name: string) =>
		editor.page.getByTestId(`parameter-input-${name}`).locator('input').first().inputValue();
	expect(await chosen('resource')).toBe('Document');
	expect(await chosen('operation')).toBe('Read Receipt');
	await editor.closeNode();
});

test('a credential is made, tested and mended in its window', async () => {
	const { page, session } = editor;
	const modal = page.getByTestId('editCredential-modal');
	const field = (name: string) => modal.getByTestId(`parameter-input-${name}`).locator('input');
	const [invokeUrl, secretKey] = [
		session.simulator.url('/document/receipt'),
		session.simulator.secret('/document/receipt'),
	];
	const save = async () => {
		await editor.settle();
		await modal.getByTestId('credential-save-button').getByRole('button', { name: 'Save' }).click();
	};
	await editor.openNode('Read receipt');
	await page.getByTestId('node-credentials-empty-state').getByRole('button').click();
	await modal.waitFor();
	await field('invokeUrl').fill(invokeUrl);
	await field('secretKey').fill('wrong');
	await save();
	await modal.getByText('More details').click();
	await modal.getByText(/CLOVA OCR rejected the secret key/).waitFor();
	await editor.shoot('credential-wrong-secret');
	await field('secretKey').fill(secretKey);
	await save();
	// n8n closes the window of a new credential as soon as its test has passed.
	await modal.waitFor({ state: 'detached' });
	await page.getByTestId('credential-edit-button').click();
	await modal.getByText('Connection tested successfully').waitFor();
	await editor.shoot('credential');
});
