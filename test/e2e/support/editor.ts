import type { Locator, Page } from 'playwright-core';

import { fs, nodeProcess, path, repositoryRoot } from '../../support/node';
import { openBrowser, type EditorBrowser } from './browser';
import { openSession, type Session } from './session';

const SHOTS = path.join(repositoryRoot, 'docs', 'screenshots');
/** n8n animates panels; what is done or pictured earlier meets them half open. */
const SETTLE_MS = 700;

/** n8n's editor as a person uses it: canvas, node panel, node creator. */
export class Editor {
	readonly page: Page;

	constructor(
		readonly session: Session,
		private readonly browser: EditorBrowser,
	) {
		this.page = browser.page;
	}

	/** Starts n8n with the package and opens Chromium on it. */
	static async start(): Promise<Editor> {
		const session = await openSession();
		return new Editor(session, await openBrowser(session.api));
	}

	/** Ends browser and servers; throws when a page's script failed. */
	async close(): Promise<void> {
		await this.browser.close();
		await this.session.close();
		if (this.browser.errors.length > 0) throw new Error(this.browser.errors.join('\n'));
	}

	/** Opens a stored workflow and waits until its nodes are on the canvas. */
	async open(workflowId: string): Promise<void> {
		await this.page.goto(`${this.session.server.url}/workflow/${workflowId}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
		await this.settle();
	}

	/** Shows the whole workflow on the canvas, as a person does with the key 1. */
	async fitToView(): Promise<void> {
		await this.page.getByTestId('zoom-to-fit').click();
		await this.settle();
	}

	/** A node on the canvas. */
	node(name: string): Locator {
		return this.page.locator(`[data-test-id=canvas-node][data-node-name="${name}"]`);
	}

	/** Opens a node's panel. */
	async openNode(name: string): Promise<void> {
		await this.node(name).dblclick();
		await this.page.getByTestId('node-parameters').waitFor();
		await this.settle();
	}

	async closeNode(): Promise<void> {
		await this.page.getByTestId('ndv-close-button').click();
		await this.page.getByTestId('node-parameters').waitFor({ state: 'detached' });
	}

	/** Opens the node creator and searches in it. */
	async search(text: string): Promise<Locator> {
		await this.page.getByTestId('node-creator-plus-button').click();
		const creator = this.page.getByTestId('node-creator');
		await creator.waitFor();
		await this.page.keyboard.type(text);
		await this.settle();
		return creator;
	}

	async closeSearch(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.page.getByTestId('node-creator').waitFor({ state: 'detached' });
	}

	/** Names of the parameters that the open panel shows, from top to bottom. */
	async parameterNames(): Promise<string[]> {
		const labels = this.page.locator(
			'[data-test-id=node-parameters] [data-test-id=input-label]:visible',
		);
		return (await labels.allInnerTexts()).map((text) => text.split('\n')[0] ?? '');
	}

	/** Names of the options that "Add option" offers. */
	async optionNames(): Promise<string[]> {
		await this.page.getByTestId('collection-parameter-add').locator('visible=true').click();
		const entries = this.page.locator('.el-select-dropdown__item:visible');
		await entries.first().waitFor();
		const names = await entries.allInnerTexts();
		await this.page.keyboard.press('Escape');
		await this.settle();
		return names;
	}

	/** Chooses an entry of a select parameter of the open panel by its name. */
	async choose(parameter: string, entry: string): Promise<void> {
		await this.page.getByTestId(`parameter-input-${parameter}`).first().click();
		const entries = this.page.locator('.el-select-dropdown__item:visible');
		await entries.filter({ hasText: entry }).first().click();
		await this.settle();
	}

	/** Presses "Execute step" and waits for the node's end. */
	async executeStep(): Promise<void> {
		await this.page.getByTestId('node-execute-button').click();
		await this.output.locator('[data-test-id^=node-run-status]').waitFor();
		await this.page.getByTestId('node-execute-button').getByText('Execute step').waitFor();
		await this.settle();
	}

	/** Shows the output as `table`, `json`, `schema` or `binary`. */
	async view(kind: 'table' | 'json' | 'schema' | 'binary'): Promise<void> {
		await this.output.getByTestId(`radio-button-${kind}`).click();
		await this.settle();
	}

	/** The open node's parameters with their heading and button. */
	get panel(): Locator {
		return this.page.getByTestId('node-parameters');
	}

	get output(): Locator {
		return this.page.getByTestId('output-panel');
	}

	get input(): Locator {
		return this.page.getByTestId('ndv-input-panel');
	}

	async settle(): Promise<void> {
		await this.page.waitForTimeout(SETTLE_MS);
	}

	/**
	 * Saves the screen, or one part of it, among the documentation's pictures; only on request, since
	 * no two runs give the same bytes.
	 */
	async shoot(name: string, part?: Locator, pointer?: 'keep the pointer'): Promise<void> {
		if (nodeProcess.env.E2E_PICTURES === undefined) return;
		const file = path.join(SHOTS, `${name}.png`);
		fs.mkdirSync(path.dirname(file), { recursive: true });
		const notices = this.page.locator('.el-notification__closeBtn:visible');
		while ((await notices.count()) > 0) {
			await notices.first().click();
			await this.settle();
		}
		// The pointer would leave a tooltip in the picture.
		if (pointer === undefined) await this.page.mouse.move(700, 5);
		await this.settle();
		const box = await part?.boundingBox();
		const clip = box ? { clip: box } : {};
		await this.page.evaluate(showAsAtHome, this.session.home.files);
		await this.page.screenshot({ path: file, animations: 'disabled', ...clip });
	}
}

/**
 * In the page: puts what a user would see into texts and fields in place of this machine's folders
 * and ports. n8n does not notice, and writes its own again with the next change.
 */
function showAsAtHome(files: string): void {
	const shown = (text: string) =>
		text
			.replaceAll(files, '/home/node/.n8n-files')
			.replace(
				/http:\/\/(127\.0\.0\.1|localhost):\d+\/custom/g,
				'https://example.apigw.ntruss.com/custom',
			)
			.replace(/http:\/\/(127\.0\.0\.1|localhost):\d+/g, 'https://n8n.example.com');
	const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
		const { nodeValue } = text;
		if (nodeValue !== null && shown(nodeValue) !== nodeValue) text.nodeValue = shown(nodeValue);
	}
	for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea')) {
		if (shown(field.value) !== field.value) field.value = shown(field.value);
	}
}
