import { sample } from '../../samples';
import { Renderer } from '../../simulator/pictures/renderer';
import { fs, path } from '../../support/node';
import { Editor } from '../support/editor';
import { startWebSite, type WebSite } from '../support/webSite';
import { pathOf } from '../../support/apis';
import { chain, clovaOcr, manualTrigger, node, readFiles } from '../support/workflow';

let editor: Editor;
let site: WebSite;

beforeAll(async () => {
	editor = await Editor.start();
	site = await startWebSite();
});

afterAll(async () => {
	await site.close();
	await editor.close();
});

/** Opens a workflow "Start, Download, OCR, Next" that reads a file with the operation. */
async function openWorkflow(name: string, resource: string, operation: string, options = {}) {
	const { session } = editor;
	const url = `${site.url}/${encodeURIComponent(name)}`;
	const response = { response: { responseFormat: 'file' } };
	const parameters = { url, options: { response } };
	const download = node('Download', 'n8n-nodes-base.httpRequest', parameters, { typeVersion: 4.2 });
	const credential = await session.credential(pathOf(resource, operation));
	const ocr = clovaOcr(resource, operation, credential, { options });
	const next = node('Next', 'n8n-nodes-base.set', {}, { typeVersion: 3.4 });
	const nodes = [manualTrigger(), download, ocr, next];
	await editor.open(await session.api.createWorkflow(chain(`${operation} in the editor`, nodes)));
}

/** Lets the site serve a sample; returns its file name. */
async function offer(id: string): Promise<string> {
	const { fileName, mimeType, picture } = sample(id);
	site.offer(fileName, mimeType, await picture());
	return fileName;
}

test('a receipt runs and reads well as table, JSON and schema', async () => {
	await openWorkflow(await offer('receipt'), 'document', 'readReceipt');
	await editor.openNode('Next');
	await editor.input.getByText('Usually outputs the following fields').waitFor();
	expect(await editor.input.innerText()).toContain('storeName');
	await editor.shoot('schema-preview');
	await editor.closeNode();

	await editor.openNode('OCR');
	await editor.executeStep();
	await editor.view('table');
	const head = await editor.output.locator('th').allInnerTexts();
	expect(head.slice(0, 3)).toEqual(['storeName', 'storeBranch', 'businessNumber']);
	expect(head).toContain('reviewReasons');
	expect(head.length).toBeLessThanOrEqual(24);
	await editor.shoot('receipt-table');
	await editor.view('json');
	expect(await editor.output.innerText()).toContain('57000');
	await editor.shoot('receipt-json');
	await editor.view('schema');
	await editor.shoot('receipt-schema');
	await editor.closeNode();
	await editor.shoot('receipt-canvas');
});

test('ten receipts are ten rows of the table on one screen', async () => {
	const { session } = editor;
	const { picture } = sample('receipt');
	for (let number = 0; number < 10; number++) {
		session.putFile(`slip-${number}.jpg`, await picture());
	}
	const credential = await session.credential(pathOf('document', 'readReceipt'));
	const files = readFiles(path.join(session.home.files, 'slip-*.jpg'));
	const nodes = [manualTrigger(), files, clovaOcr('document', 'readReceipt', credential)];
	await editor.open(await session.api.createWorkflow(chain('Ten receipts', nodes)));
	await editor.openNode('OCR');
	await editor.executeStep();
	await editor.view('table');
	await editor.settle();
	const boxes = await editor.output.locator('tbody tr').all();
	const { height } = editor.page.viewportSize() ?? { height: 0 };
	const bottoms = await Promise.all(
		boxes.map(async (row) => {
			const box = await row.boundingBox();
			return box === null ? 0 : box.y + box.height;
		}),
	);
	expect(bottoms.filter((bottom) => bottom > 0 && bottom <= height).length).toBeGreaterThanOrEqual(
		10,
	);
	await editor.shoot('receipts-table');
	await editor.closeNode();
});

test('a file of another kind is refused in words that help', async () => {
	const bytes = 'PK\u0003\u0004 word/document.xml';
	site.offer('minutes.docx', 'application/octet-stream', Buffer.from(bytes, 'latin1'));
	await openWorkflow('minutes.docx', 'document', 'readReceipt');
	await editor.openNode('OCR');
	await editor.executeStep();
	const title = editor.output.getByTestId('node-error-message');
	expect(await title.innerText()).toContain("'minutes.docx': it is an Office");
	expect(await editor.output.innerText()).toContain('Export it as PDF first.');
	await editor.shoot('wrong-file');
	expect(
		editor.session.simulator.stats.calls.some((call) => call.file?.fileName === 'minutes.docx'),
	).toBe(false);
});

test('doubtful items go to the output "Needs Review"', async () => {
	const options = { reviewOutput: true, confidenceThreshold: 0.99 };
	await openWorkflow(await offer('receipt'), 'document', 'readReceipt', options);
	expect(await editor.node('OCR').count()).toBe(1);
	await editor.page.getByText('Needs Review').waitFor();
	await editor.openNode('OCR');
	await editor.executeStep();
	await editor.output.getByText('Needs Review Branch (1 item)').click();
	await editor.settle();
	await editor.shoot('review-output');
});

test('a searchable PDF is downloaded from the binary tab and shows page and text', async () => {
	await openWorkflow(await offer('scan'), 'general', 'createSearchablePdf');
	await editor.openNode('OCR');
	await editor.executeStep();
	await editor.view('binary');
	await editor.shoot('searchable-pdf');
	const [download] = await Promise.all([
		editor.page.waitForEvent('download'),
		editor.output.getByText('Download').click(),
	]);
	expect(download.suggestedFilename()).toMatch(/\.pdf$/);
	const bytes = fs.readFileSync(await download.path());
	const renderer = new Renderer();
	const { handle, sizes } = await renderer.open('pdf', bytes);
	const [words, raster] = [await renderer.textLayer(handle, 0), await renderer.raster(handle, 0)];
	await renderer.close();
	expect(sizes).toHaveLength(2);
	const text = words
		.map((word) => word.text)
		.join('')
		.replaceAll(/\s/g, '');
	expect(text).toContain('업무보고');
	expect(raster.grey.some((level) => level < 100)).toBe(true);
});
