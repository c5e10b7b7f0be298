import type { OpenPdf, ScanPage, ScanPicture } from '../pdf/pdf';
import { barOver, touches, type Bar } from './bar';
import { plainProfile } from './icc';
import { redactJpeg, surveyJpeg } from './jpeg/redactJpeg';
import type { PageMarks } from './places';
import { redactedRows } from './png/rows';
import { deflated, inflated } from './png/zlib';
import { blackSamples, WHOLE, type Raster } from './raster';
import { insist, Unredactable } from './unredactable';

/** The page that is being worked on (1-based): which one it was, should something be thrown. */
export interface Progress {
	page: number | null;
}

/** Reads every page that comes out. @throws Unredactable where no copy can be made */
export async function surveyPdf(
	bytes: Uint8Array,
	keep: number[] | null,
	password: string,
	progress: Progress,
): Promise<void> {
	const pdf = await opened(bytes, password);
	for (const number of keep ?? allPages(pdf)) {
		progress.page = number;
		const { picture } = await pageOf(pdf, number);
		if (picture?.kind === 'jpeg') await surveyJpeg(viewOf(picture.bytes));
		else if (picture) await drain(rowsOf(picture, []));
	}
}

/**
 * A new PDF of the same pages, whose pictures are black under the bars. Nothing else of the document
 * comes along.
 * @throws Unredactable
 */
export async function redactPdf(
	bytes: Uint8Array,
	marks: PageMarks[],
	keep: number[] | null,
	password: string,
	progress: Progress,
): Promise<Uint8Array> {
	const { writeScan } = await import('../pdf/pdf');
	const pdf = await opened(bytes, password);
	const pages: ScanPage[] = [];
	for (const number of keep ?? allPages(pdf)) {
		progress.page = number;
		const page = await pageOf(pdf, number);
		const mark = marks.find((each) => each.page === number);
		if (mark === undefined) throw new Unredactable('notPlaced');
		pages.push(await redactedPage(pdf, page, mark));
	}
	return await writeScan(pages);
}

async function redactedPage(pdf: OpenPdf, page: ScanPage, mark: PageMarks): Promise<ScanPage> {
	const { picture } = page;
	if (picture === null) {
		if (mark.hidden.length > 0) throw new Unredactable('notPlaced');
		return page;
	}
	const { placesInPicture } = await import('../pdf/pdf');
	const corners = [...mark.read, ...mark.hidden];
	const place = placesInPicture(pdf, picture.matrix, { ...mark, corners });
	const bars = mark.hidden.map((hidden) => {
		const bar = place && barOver(hidden.map((point) => scaled(place(point), picture)));
		if (!bar || !touches(bar, 0, 0, picture.width, picture.height)) {
			throw new Unredactable('notPlaced');
		}
		return bar;
	});
	const redacted = await redactedPicture(picture, bars);
	return { ...page, picture: { ...redacted, matrix: picture.matrix } };
}

async function opened(bytes: Uint8Array, password: string): Promise<OpenPdf> {
	const { openPdf } = await import('../pdf/pdf');
	const found = await openPdf(bytes, password);
	insist(found.kind === 'ok');
	return found.pdf;
}

async function pageOf(pdf: OpenPdf, number: number): Promise<ScanPage> {
	const { scanPage } = await import('../pdf/pdf');
	const found = await scanPage(pdf, number);
	if (!found.ok) throw new Unredactable(found.obstacle);
	return found.page;
}

async function redactedPicture(picture: ScanPicture, bars: Bar[]): Promise<ScanPicture> {
	const color = picture.color && { ...picture.color, profile: profileOf(picture.color.profile) };
	const bytes = viewOf(picture.bytes);
	if (picture.kind === 'jpeg') return { ...picture, color, bytes: await redactJpeg(bytes, bars) };
	const rows = Buffer.concat(await deflated(rowsOf(picture, bars)));
	return { ...picture, color, deflated: true, bytes: rows };
}

function rowsOf(picture: ScanPicture, bars: Bar[]): AsyncGenerator<Uint8Array> {
	const { width, height, bitDepth, filtered } = picture;
	const raster: Raster = { width, height, bitDepth, black: blackSamples(picture) };
	const bytes = viewOf(picture.bytes);
	const source = picture.deflated ? inflated([bytes]) : once(bytes);
	return redactedRows(source, raster, WHOLE, filtered, bars);
}

async function drain(rows: AsyncGenerator<Uint8Array>): Promise<void> {
	while ((await rows.next()).done !== true) continue;
}

function allPages(pdf: OpenPdf): number[] {
	return pdf.pages.map((_, index) => index + 1);
}

function profileOf(profile: Uint8Array | null): Uint8Array | null {
	return profile && plainProfile(viewOf(profile));
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}

function scaled({ x, y }: { x: number; y: number }, { width, height }: ScanPicture) {
	return { x: x * width, y: y * height };
}

function viewOf(bytes: Uint8Array): Buffer {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
