import type { FileFormat, PagePicture, RecognizedWord } from '../types';
import type { ReceivedFile } from '../wire/spool';
import type { LayerWord } from './protocol';
import { BrokenPicture, type Renderer } from './renderer';
import { jpegSize, pngSize, type Size } from './size';

/** A received file as pages. */
export interface OpenedPages {
	/** A page's size is null where only the beginning of a picture was kept and does not tell it. */
	pages: Array<{ picture: PagePicture; size: Size | null }>;
	close(): Promise<void>;
}

/**
 * Opens a file as far as its pages and their sizes. Pictures are decoded when first looked at.
 * The file's bytes belong to the result afterwards.
 * @param name `images[0].name`
 * @throws BrokenPicture when it is damaged or encrypted
 */
export async function openPages(
	file: ReceivedFile,
	format: FileFormat,
	name: string,
	renderer: Renderer,
): Promise<OpenedPages> {
	const opened = new LazyFile(file, format, renderer);
	const sizes = await opened.sizes();
	return {
		pages: sizes.map((size, pageIndex) => ({
			size,
			picture: {
				name,
				sha256: file.sha256,
				pageIndex,
				width: size?.width ?? 0,
				height: size?.height ?? 0,
				raster: async () => await renderer.raster(await opened.handle(), pageIndex),
				textLayer: async () => await opened.textLayer(pageIndex),
			},
		})),
		close: async () => await opened.close(),
	};
}

class LazyFile {
	private opening: Promise<{ handle: number; sizes: Size[] }> | null = null;

	constructor(
		private readonly file: ReceivedFile,
		private readonly format: FileFormat,
		private readonly renderer: Renderer,
	) {}

	async sizes(): Promise<Array<Size | null>> {
		const { bytes, head } = this.file;
		if (this.format === 'png') return [pngSize(head)];
		if (this.format === 'jpg') {
			const size = jpegSize(bytes ?? head);
			if (size === null && bytes !== null) throw new BrokenPicture('No frame in the JPEG');
			return [size];
		}
		return (await this.open()).sizes;
	}

	async handle(): Promise<number> {
		return (await this.open()).handle;
	}

	async textLayer(pageIndex: number): Promise<RecognizedWord[]> {
		if (this.format !== 'pdf') return [];
		return (await this.renderer.textLayer(await this.handle(), pageIndex)).map(recognizedWord);
	}

	async close(): Promise<void> {
		if (this.opening === null) return;
		const opened = await this.opening.catch(() => null);
		if (opened !== null) await this.renderer.release(opened.handle).catch(() => undefined);
	}

	private async open(): Promise<{ handle: number; sizes: Size[] }> {
		const { bytes } = this.file;
		if (bytes === null) throw new BrokenPicture('The file was not kept');
		return await (this.opening ??= this.renderer.open(this.format, bytes));
	}
}

function recognizedWord({ text, x, y, width, height, lineBreak }: LayerWord): RecognizedWord {
	const corners = [
		{ x, y },
		{ x: x + width, y },
		{ x: x + width, y: y + height },
		{ x, y: y + height },
	];
	return { text, confidence: 1, corners, lineBreak };
}
