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

const FIRST = [
	...['clova', '네이버', '클로바', '영수증', '사업자등록증', '세금계산서', '주민등록증', '신분증'],
	...[
		'여권',
		'운전면허증',
		'외국인등록증',
		'신용카드',
		'명함',
		'표',
		'문서',
		'스캔',
		'領収書',
		'名刺',
	],
	...['receipt', 'credit card', 'id card', 'passport', 'extract text', 'extract table'],
	...['image to text', 'text recognition', 'searchable', 'resident'],
];

test.each(FIRST)('a search for "%s" finds the node first', async (text) => {
	expect((await found(text))[0]).toBe('CLOVA OCR');
});

test.each(['ocr', 'invoice', 'table', 'document', 'scan'])(
	'a search for "%s", which others are named after, has the node on the first screen',
	async (text) => {
		expect((await found(text)).slice(0, 8)).toContain('CLOVA OCR');
	},
);

/** Names that a search finds, best first. */
async function found(text: string): Promise<string[]> {
	const creator = await editor.search(text);
	const names = await creator.getByTestId('node-creator-item-name').allInnerTexts();
	if (text === '영수증') await editor.shoot('search');
	await editor.closeSearch();
	return names;
}

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
