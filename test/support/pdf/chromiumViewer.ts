import { pathToFileURL, sleep, spawn, type Readable, type Writable } from '../node';

type Message = { id?: number; result?: Record<string, unknown>; error?: { message: string } };
type ChromiumProcess = ReturnType<typeof spawn>;

const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run'];
const CONTROL = 2;

/** How long the viewer may take to show a page of a few words. */
const PATIENCE = 20_000;
const LEAST = 6_000;

/** Debian's Chromium with its PDF viewer, spoken to over a pipe (DevTools protocol). */
export class ChromiumViewer {
	private readonly process: ChromiumProcess;
	private readonly waiting = new Map<number, (message: Message) => void>();
	private nextId = 1;
	private rest = '';
	private broken: string | null = null;

	/** @param home a folder for its profile */
	constructor(home: string) {
		const flags = [...FLAGS, '--window-size=900,900', `--user-data-dir=${home}`];
		this.process = spawn('chromium', [...flags, '--remote-debugging-pipe', 'about:blank'], {
			stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
		});
		this.process.on('error', () => this.fail('chromium is missing: apt-get install chromium'));
		const answers = this.process.stdio[4];
		if (answers) (answers as Readable).on('data', (data: Buffer) => this.take(data.toString()));
	}

	/** The page as a PNG, once it has stopped changing; `word` is looked up and marked. */
	async picture(file: string, word?: string): Promise<Buffer> {
		const fragment = word === undefined ? '' : `#:~:text=${encodeURIComponent(word)}`;
		return await this.onPage(pathToFileURL(file).href + fragment, async (session) => {
			return await this.still(session);
		});
	}

	/** Everything that selecting all and copying gives. */
	async copiedText(file: string): Promise<string> {
		await this.onPage(pathToFileURL(file).href, async (session) => {
			await this.still(session);
			await this.click(session);
			await this.press(session, 'a');
			await sleep(1_500);
			await this.press(session, 'c');
			await sleep(1_500);
		});
		const paper = 'data:text/html,<textarea autofocus></textarea>';
		return await this.onPage(paper, async (session) => {
			await sleep(1_500);
			await this.press(session, 'v');
			await sleep(1_500);
			const expression = 'document.querySelector("textarea").value';
			const { result } = await this.send('Runtime.evaluate', { expression }, session);
			return String((result as { value?: unknown } | undefined)?.value);
		});
	}

	/** Ends the browser and waits until it has let go of its profile. */
	async close(): Promise<void> {
		if (this.broken !== null) return;
		const ended = new Promise((resolve) => this.process.once('exit', resolve));
		await this.send('Browser.close');
		await ended;
	}

	private async onPage<T>(url: string, work: (session: string) => Promise<T>): Promise<T> {
		const { targetId } = await this.send('Target.createTarget', { url });
		const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
		const result = await work(String(sessionId));
		await this.send('Target.closeTarget', { targetId });
		return result;
	}

	private async still(session: string): Promise<Buffer> {
		let last = '';
		let same = 0;
		for (let waited = 0; waited < PATIENCE; waited += 500) {
			await sleep(500);
			const { data } = await this.send('Page.captureScreenshot', { format: 'png' }, session);
			same = data === last ? same + 1 : 0;
			last = String(data);
			// On a busy machine the viewer shows nothing for a while, which stands still too.
			if (same >= 4 && waited >= LEAST) break;
		}
		return Buffer.from(last, 'base64');
	}

	private async click(session: string): Promise<void> {
		for (const type of ['mousePressed', 'mouseReleased']) {
			const event = { type, x: 450, y: 700, button: 'left', clickCount: 1 };
			await this.send('Input.dispatchMouseEvent', event, session);
		}
	}

	private async press(session: string, key: 'a' | 'c' | 'v'): Promise<void> {
		const letter = key.toUpperCase();
		for (const type of ['rawKeyDown', 'keyUp']) {
			const code = { key, code: `Key${letter}`, windowsVirtualKeyCode: letter.charCodeAt(0) };
			await this.send('Input.dispatchKeyEvent', { type, modifiers: CONTROL, ...code }, session);
		}
	}

	private async send(
		method: string,
		params: Record<string, unknown> = {},
		sessionId?: string,
	): Promise<Record<string, unknown>> {
		const id = this.nextId++;
		return await new Promise((resolve, reject) => {
			this.waiting.set(id, ({ result, error }) => {
				if (error) reject(new Error(`${method}: ${error.message}`));
				else resolve(result ?? {});
			});
			const commands = this.process.stdio[3];
			if (!commands || !('write' in commands)) this.broken ??= 'Chromium cannot be spoken to';
			if (this.broken !== null) return this.fail(this.broken);
			(commands as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
		});
	}

	private take(data: string): void {
		const messages = (this.rest + data).split('\0');
		this.rest = messages.pop() ?? '';
		for (const text of messages) {
			const message = JSON.parse(text) as Message;
			if (message.id === undefined) continue;
			this.waiting.get(message.id)?.(message);
			this.waiting.delete(message.id);
		}
	}

	private fail(message: string): void {
		this.broken = message;
		for (const answer of this.waiting.values()) answer({ error: { message } });
		this.waiting.clear();
	}
}
