import { buildSync } from 'esbuild';
import { fs, path, Worker } from '../../support/node';
import type { FileFormat } from '../types';
import type { RenderRequest, RenderResponse, RenderResults, RenderTask } from './protocol';
import type { Size } from './size';

/** A picture that cannot be opened or decoded. */
export class BrokenPicture extends Error {}

interface Waiting {
	resolve(result: RenderResults[keyof RenderResults]): void;
	reject(error: Error): void;
}

/** The rendering thread, started by the first file that needs it. */
export class Renderer {
	private worker: Worker | null = null;
	private readonly waiting = new Map<number, Waiting>();
	private nextId = 1;
	private closed = false;

	/**
	 * Hands a file over to the thread.
	 * @param bytes are moved, not copied: empty for the caller afterwards
	 * @throws BrokenPicture
	 */
	async open(format: FileFormat, bytes: Buffer): Promise<{ handle: number; sizes: Size[] }> {
		const handle = this.nextId;
		const own = ownsItsMemory(bytes) ? bytes : Buffer.from(bytes);
		const task: RenderTask = { kind: 'open', handle, format, bytes: own };
		const sizes = await this.request<'open'>(task, transferable(own));
		return { handle, sizes };
	}

	/** @throws BrokenPicture */
	async raster(handle: number, pageIndex: number): Promise<RenderResults['raster']> {
		return await this.request<'raster'>({ kind: 'raster', handle, pageIndex });
	}

	async textLayer(handle: number, pageIndex: number): Promise<RenderResults['textLayer']> {
		return await this.request<'textLayer'>({ kind: 'textLayer', handle, pageIndex });
	}

	async release(handle: number): Promise<void> {
		await this.request<'close'>({ kind: 'close', handle });
	}

	/** Ends the thread; what still waits fails. */
	async close(): Promise<void> {
		const { worker } = this;
		this.closed = true;
		this.worker = null;
		this.failAll('The renderer was closed');
		await worker?.terminate();
	}

	private async request<Kind extends keyof RenderResults>(
		task: RenderTask,
		transfer: ArrayBuffer[] = [],
	): Promise<RenderResults[Kind]> {
		if (this.closed) throw new BrokenPicture('The renderer was closed');
		const worker = (this.worker ??= this.start());
		const id = this.nextId++;
		return await new Promise((resolve, reject) => {
			this.waiting.set(id, { resolve: (result) => resolve(result as RenderResults[Kind]), reject });
			const request: RenderRequest = { id, task };
			worker.postMessage(request, transfer);
		});
	}

	private start(): Worker {
		const worker = new Worker(threadFile());
		worker.unref();
		worker.on('message', (response: RenderResponse) => {
			const waiting = this.waiting.get(response.id);
			this.waiting.delete(response.id);
			if ('error' in response) waiting?.reject(new BrokenPicture(response.error));
			else waiting?.resolve(response.result);
		});
		worker.on('error', (error) => {
			if (this.worker === worker) this.worker = null;
			this.failAll(error.message);
		});
		return worker;
	}

	private failAll(message: string): void {
		for (const { reject } of this.waiting.values()) reject(new BrokenPicture(message));
		this.waiting.clear();
	}
}

/** Compiles the thread's code; a thread cannot load TypeScript by itself. */
function threadFile(): string {
	const modules = path.resolve(path.dirname(require.resolve('esbuild/package.json')), '..');
	const folder = path.join(modules, '.cache', 'clova-ocr-simulator');
	const file = path.join(folder, 'renderThread.cjs');
	const [{ contents }] = buildSync({
		entryPoints: [require.resolve('./renderThread.ts')],
		bundle: true,
		packages: 'external',
		platform: 'node',
		format: 'cjs',
		write: false,
	}).outputFiles;
	fs.mkdirSync(folder, { recursive: true });
	writeAtOnce(file, contents);
	return file;
}

/** So that simulators that start at the same time never read half a file. */
function writeAtOnce(file: string, contents: Uint8Array): void {
	const draft = `${file}.${Math.random().toString(36).slice(2)}`;
	fs.writeFileSync(draft, contents);
	fs.renameSync(draft, file);
}

/** Whether moving the buffer's memory takes nothing else along (small buffers share a pool). */
function ownsItsMemory(bytes: Buffer): boolean {
	return bytes.byteOffset === 0 && bytes.buffer.byteLength > Buffer.poolSize;
}

function transferable({ buffer }: Buffer): ArrayBuffer[] {
	return buffer instanceof ArrayBuffer && buffer.byteLength > Buffer.poolSize ? [buffer] : [];
}
