/* Runs in a thread of its own, so that rendering does not hold up the server's answers and a test
   runner without ES modules can still use pdf.js. Started by renderer.ts. */
import { parentPort } from '../../support/node';
import type { OpenedFile } from './opened';
import { openPdf } from './pdf';
import type { RenderRequest, RenderResponse, RenderResults, RenderTask } from './protocol';
import { openPicture, openTiff } from './still';

const files = new Map<number, OpenedFile>();

parentPort?.on('message', ({ id, task }: RenderRequest) => {
	perform(task).then(
		(result) => answer({ id, result }),
		(error: unknown) =>
			answer({ id, error: error instanceof Error ? error.message : String(error) }),
	);
});

function answer(response: RenderResponse): void {
	parentPort?.postMessage(response);
}

async function perform(task: RenderTask): Promise<RenderResults[keyof RenderResults]> {
	if (task.kind === 'open') {
		const file = await open(task);
		files.set(task.handle, file);
		return file.sizes;
	}
	const file = files.get(task.handle);
	if (file === undefined) throw new Error('The file is not open');
	if (task.kind === 'raster') return await file.raster(task.pageIndex);
	if (task.kind === 'textLayer') return await file.textLayer(task.pageIndex);
	files.delete(task.handle);
	await file.close();
	return null;
}

async function open({ format, bytes }: Extract<RenderTask, { kind: 'open' }>): Promise<OpenedFile> {
	if (format === 'pdf') return await openPdf(bytes);
	return format === 'tiff' ? await openTiff(bytes) : await openPicture(bytes);
}
