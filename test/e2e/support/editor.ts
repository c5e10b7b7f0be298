import type { Locator, Page } from 'playwright-core';

import { fs, path, repositoryRoot } from '../../support/node';
import type { EditorBrowser } from './browser';
import type { Session } from './session';

const SHOTS = path.join(repositoryRoot, 'docs', 'screenshots');
/** n8n animates panels; a picture taken earlier shows them half open. */
const SETTLE_MS = 700;

/** n8n's editor as a person uses it: canvas, node panel, node creator. */
export class Editor {
	readonly page: Page;

	constructor(
		private readonly session: Session,
		browser: EditorBrowser,
	) {
		this.page = browser.page;
	}

	/** Opens a stored workflow and waits until its nodes are on the canvas. */
	async open(workflowId: string): Promise<void> {
		await this.page.goto(`${this.session.server.url}/workflow/${workflowId}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
		await this.settle();
	}

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

	/** Labels of the parameters that the open panel shows, from top to bottom. */
	async parameterLabels(): Promise<string[]> {
		const labels = this.page.getByTestId('node-parameters').getByTestId('input-label');
		return (await labels.allInnerTexts()).map((text) => text.split('\n')[0] ?? '').filter(Boolean);
	}

	/** Chooses an entry of a select parameter of the open panel by its name. */
	async choose(parameter: string, entry: string): Promise<void> {
		const field = this.page.getByTestId(`parameter-input-${parameter}`).first();
		await field.click();
		const option = this.page.locator('.el-select-dropdown__item:visible', {
			has: this.page.getByText(entry, { exact: true }),
		});
		await option.first().click();
		await this.settle();
	}

	/** Presses "Execute step" and waits for the output. */
	async executeStep(): Promise<void> {
		await this.page.getByTestId('node-execute-button').click();
		await this.page.getByTestId('output-panel').getByTestId('ndv-data-container').waitFor();
		await this.settle();
	}

	/** Shows the output as `table`, `json`, `schema` or `binary`. */
	async view(kind: string): Promise<void> {
		await this.output.getByTestId(`radio-button-${kind}`).click();
		await this.settle();
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

	/** Saves what is on the screen (or one part of it) among the documentation's pictures. */
	async shoot(name: string, part?: Locator): Promise<void> {
		fs.mkdirSync(SHOTS, { recursive: true });
		// The pointer would leave a tooltip in the picture.
		await this.page.mouse.move(5, 5);
		await this.settle();
		const options = { path: path.join(SHOTS, `${name}.png`), animations: 'disabled' } as const;
		if (part) await part.screenshot(options);
		else await this.page.screenshot(options);
	}
}
