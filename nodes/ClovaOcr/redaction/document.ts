import { readJpeg } from '../pdf/picture/jpeg';
import { barOver, touches, type Bar } from './bar';
import { redactJpeg, surveyJpeg, type StoredSize } from './jpeg/redactJpeg';
import { redactPdf, surveyPdf, type Progress } from './pdf';
import { mappingsOf, type Mapping, type PageMarks } from './places';
import { pngSize, redactPng, surveyPng } from './png/redactPng';
import { insist, Unredactable, type Obstacle } from './unredactable';

type Format = 'jpg' | 'pdf' | 'png';

/** Why no redacted copy can be made, and of which page (1-based; null for the whole file). */
export interface Hindrance {
	ok: false;
	obstacle: Obstacle;
	page: number | null;
}

/** Looks whether a redacted copy can be made of a document; reads it to its end. */
export async function surveyDocument(
	format: Format,
	bytes: Uint8Array,
	keep: number[] | null,
	password: string,
): Promise<{ ok: true } | Hindrance> {
	return await orHindrance(async (progress) => {
		if (format === 'pdf') await surveyPdf(bytes, keep, password, progress);
		else await surveyPicture(format, viewOf(bytes));
		return { ok: true as const };
	});
}

/**
 * A copy of a document in which everything hidden is black, and all metadata is gone.
 * @param pages the marks of every page that comes out
 * @param keep pages of a PDF that come out, or null for all
 */
export async function redactDocument(
	format: Format,
	bytes: Uint8Array,
	pages: PageMarks[],
	keep: number[] | null,
	password: string,
): Promise<{ ok: true; bytes: Uint8Array } | Hindrance> {
	return await orHindrance(async (progress) => {
		if (format === 'pdf') {
			return { ok: true as const, bytes: await redactPdf(bytes, pages, keep, password, progress) };
		}
		insist(pages.length === 1);
		return { ok: true as const, bytes: await redactPicture(format, viewOf(bytes), pages[0]) };
	});
}

function viewOf(bytes: Uint8Array): Buffer {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

async function orHindrance<T>(work: (progress: Progress) => Promise<T>): Promise<Hindrance | T> {
	const progress: Progress = { page: null };
	try {
		return await work(progress);
	} catch (error) {
		// What else could be thrown comes of a file that makes no sense.
		const obstacle = error instanceof Unredactable ? error.obstacle : 'damaged';
		return { ok: false, obstacle, page: progress.page };
	}
}

type PictureFormat = 'jpg' | 'png';

/** Reads a picture to its end. @throws Unredactable where no redacted copy can be made of it */
async function surveyPicture(format: PictureFormat, file: Buffer): Promise<void> {
	await (format === 'jpg' ? surveyJpeg(file) : surveyPng(file));
}

/**
 * A copy of a picture in which everything hidden is black, and all metadata is gone.
 * @throws Unredactable
 */
async function redactPicture(
	format: PictureFormat,
	file: Buffer,
	marks: PageMarks,
): Promise<Buffer> {
	const stored = format === 'jpg' ? readJpeg(file) : { ...pngSize(file), orientation: 1 };
	insist(stored !== null);
	const turned = stored.orientation !== 1;
	const ink = turned ? (await surveyJpeg(file)).ink : null;
	const bars = barsOf(marks, stored, mappingsOf(stored, ink, marks));
	return await (format === 'jpg' ? redactJpeg(file, bars) : redactPng(file, bars));
}

/** The bars in pixels of the stored picture. @throws Unredactable where one of them has no place in it */
function barsOf({ hidden }: PageMarks, stored: StoredSize, mappings: Mapping[]): Bar[] {
	if (hidden.length > 0 && mappings.length === 0) throw new Unredactable('notPlaced');
	return mappings.flatMap((mapping) =>
		hidden.map((corners) => {
			const bar = barOver(corners.map(mapping));
			if (bar === null || !touches(bar, 0, 0, stored.width, stored.height)) {
				throw new Unredactable('notPlaced');
			}
			return bar;
		}),
	);
}
