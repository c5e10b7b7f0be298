import { path, repositoryRoot, Worker } from '../node';

/** A page as pdf.js shows it. */
export interface SeenPage {
	/** Size in points, as displayed. */
	width: number;
	height: number;
	lines: string[];
	/** Subtypes of the annotations. */
	annotations: string[];
	/** RGBA pixels, where a scale was asked for. */
	picture: SeenPicture | null;
}

export interface SeenPicture {
	width: number;
	height: number;
	pixels: Uint8Array;
}

type Answer = { id: number } & ({ pages: SeenPage[] } | { error: string });

/**
 * Opens a PDF with pdf.js, which shares no code with this package.
 * @param scale pixels a point to draw the pages with; 0 for text alone
 * @throws Error with pdf.js's words where it cannot be opened
 */
export async function seePdf(bytes: Uint8Array, scale = 0): Promise<SeenPage[]> {
	thread ??= new Worker(path.join(repositoryRoot, 'test/support/pdf/pdfjsThread.mjs'));
	const own = thread;
	const id = next++;
	return await new Promise((resolve, reject) => {
		const onMessage = (answer: Answer) => {
			if (answer.id !== id) return;
			own.off('message', onMessage);
			if ('error' in answer) reject(new Error(answer.error));
			else resolve(answer.pages);
		};
		own.on('message', onMessage);
		own.postMessage({ id, bytes: Uint8Array.from(bytes), scale });
	});
}

/** The share of colour values that differ by more than a shade; 1 where the sizes differ. */
export function difference(a: SeenPicture | null, b: SeenPicture | null): number {
	if (!a || !b || a.width !== b.width || a.height !== b.height) return 1;
	let different = 0;
	for (let index = 0; index < a.pixels.length; index++) {
		if (Math.abs(a.pixels[index] - b.pixels[index]) > 8) different += 1;
	}
	return different / a.pixels.length;
}

/** Ends the thread; a test file that used `seePdf` has to call it at its end. */
export async function closePdfjs(): Promise<void> {
	await thread?.terminate();
	thread = null;
}

let thread: Worker | null = null;
let next = 1;
