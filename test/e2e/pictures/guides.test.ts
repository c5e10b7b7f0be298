import { sample } from '../../samples';
import { fs, path } from '../../support/node';
import { Editor } from '../support/editor';
import { exampleFolders, readExample } from '../support/examples';
import { startWebSite, type WebSite } from '../support/webSite';
import { chain, clovaOcr, manualTrigger, node } from '../support/workflow';

/**
 * The pictures of the guides in docs/ko and docs/ja, taken by `npm run pictures` alone: every panel
 * that a guide tells to open, as it looks right after the import of its example.
 */
let editor: Editor;
let site: WebSite;

beforeAll(async () => {
	editor = await Editor.start();
	site = await startWebSite();
	for (const name of exampleFolders) fs.mkdirSync(path.join(editor.session.home.files, name));
});

afterAll(async () => {
	await site.close();
	await editor.close();
});

/** Opens an example as a new workflow and takes its canvas and the panels of some of its nodes. */
async function picture(name: string, file: string, panels: Record<string, string>): Promise<void> {
	const { session } = editor;
	const workflow = await readExample(file, session.home.files, session.credential);
	await editor.open(await session.api.createWorkflow(workflow));
	await editor.fitToView();
	await editor.shoot(`guide-${name}-canvas`);
	for (const [panel, nodeName] of Object.entries(panels)) {
		await editor.openNode(nodeName);
		await editor.shoot(`guide-${name}-${panel}`, editor.panel);
		await editor.closeNode();
	}
}

async function openMenu(): Promise<void> {
	await editor.page.getByTestId('workflow-menu').click();
	await editor.page.getByTestId('workflow-menu-item-settings').waitFor();
	await editor.settle();
}

test('a workflow is imported from a file by the menu', async () => {
	await editor.open(
		await editor.session.api.createWorkflow(chain('My workflow', [manualTrigger()])),
	);
	await openMenu();
	await editor.page.getByTestId('workflow-menu-item-import').hover();
	await editor.page.getByTestId('workflow-menu-item-import-from-file').waitFor();
	await editor.settle();
	await editor.shoot('guide-import', undefined, 'keep the pointer');
	await editor.page.keyboard.press('Escape');
});

test('receipts into Google Sheets', async () => {
	await picture('receipts', 'receipt-mail-to-sheet.json', {
		panel: 'Read receipt',
		sheet: 'Append row',
	});
});

test('business registration certificates put to the tax service', async () => {
	await picture('registration', 'business-registration-check.json', {
		panel: 'Read certificate',
		http: 'Ask the tax service',
	});
	const { fileName, mimeType, picture: draw } = sample('business-registration');
	site.offer(fileName, mimeType, await draw());
	const url = `${site.url}/${encodeURIComponent(fileName)}`;
	const options = { response: { response: { responseFormat: 'file' } } };
	const download = node(
		'Certificate form',
		'n8n-nodes-base.httpRequest',
		{ url, options },
		{ typeVersion: 4.2 },
	);
	const credential = await editor.session.credential('/document/biz-license');
	const read = clovaOcr('document', 'readBusinessRegistration', credential);
	const nodes = [manualTrigger(), download, { ...read, name: 'Read certificate' }];
	await editor.open(await editor.session.api.createWorkflow(chain('Certificate', nodes)));
	await editor.openNode('Read certificate');
	await editor.executeStep();
	await editor.view('json');
	expect(await editor.output.innerText()).toContain('ntsRequest');
	await editor.output.getByText('ntsRequest').first().scrollIntoViewIfNeeded();
	await editor.shoot('guide-registration-output');
	await editor.closeNode();
});

test('masked copies of ID cards', async () => {
	await picture('card', 'id-card-masked-copy.json', { panel: 'Make masked copy' });
	await openMenu();
	await editor.page.getByTestId('workflow-menu-item-settings').click();
	await editor.page.getByText('Save manual executions').waitFor();
	await editor.settle();
	await editor.shoot('guide-card-settings');
	await editor.page.keyboard.press('Escape');
});

test('scans to searchable PDFs', async () => {
	editor.session.putFile('scans/scan.pdf', await sample('scan').picture());
	await picture('scan', 'scan-to-searchable-pdf.json', { panel: 'Make searchable' });
	await editor.page.getByTestId('execute-workflow-button').click();
	await editor.page.getByText('Workflow executed successfully').waitFor();
	await editor.shoot('guide-scan-run');
});
