import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib';

import type { Point } from '../../shared/geometry';
import type { OpenPdf } from '../file/open';
import { rotationOf, visibleArea, type Area } from '../page/attributes';
import { placingOf } from '../layer/placing';
import type { Matrix } from '../page/matrix';
import { boundsOf, drawnPictures } from './drawing';
import { scanPicture, type ScanPicture } from './scanPicture';

/** A page that shows one picture, or nothing at all. */
export interface ScanPage {
	/** What viewers show of it, in page units, before it is turned. */
	area: Area;
	/** Degrees clockwise. */
	rotate: number;
	userUnit: number;
	picture: (ScanPicture & { matrix: Matrix }) | null;
}

export type ScanPageResult =
	| { ok: true; page: ScanPage }
	/** `notScan`: the page shows more than one picture; `pictureKind`: a picture that cannot be redacted. */
	| { ok: false; obstacle: 'notScan' | 'pictureKind' };

/** How far a picture may reach beyond its page, as a part of the page's size. */
const BEYOND = 0.02;

/** Annotations that show nothing of their own. */
const SILENT = new Set(['/Link', '/Popup']);

/** Takes a page apart. @param number 1-based */
export async function scanPage(pdf: OpenPdf, number: number): Promise<ScanPageResult> {
	const { node } = pdf.pages[number - 1];
	const resources = node.Resources() ?? PDFDict.withContext(pdf.context);
	const pictures = showsAnnotations(node.lookup(PDFName.of('Annots')))
		? null
		: await drawnPictures(node.get(PDFName.of('Contents')), resources);
	if (pictures === null || pictures.length > 1) return { ok: false, obstacle: 'notScan' };
	const userUnit = node.lookup(PDFName.of('UserUnit'));
	const page: ScanPage = {
		area: visibleArea(node),
		rotate: rotationOf(node),
		userUnit: userUnit instanceof PDFNumber ? userUnit.asNumber() : 1,
		picture: null,
	};
	if (pictures.length === 0) return { ok: true, page };
	const [{ stream, matrix, clip }] = pictures;
	if (!liesWithin(matrix, page.area, page.area) || !liesWithin(matrix, clip, page.area))
		return { ok: false, obstacle: 'notScan' };
	const picture = stream instanceof PDFRawStream ? await scanPicture(stream) : null;
	if (picture === null) return { ok: false, obstacle: 'pictureKind' };
	return { ok: true, page: { ...page, picture: { ...picture, matrix } } };
}

/**
 * Where points of a page as it was read lie in its picture, as fractions from the left and from the top.
 * @param read the page's number, the size that it was read at (null where it is not told), and the
 *   corners of everything that was read
 * @returns null where nothing says how large the page was when it was read
 */
export function placesInPicture(
	pdf: OpenPdf,
	matrix: Matrix,
	read: { page: number; width: number | null; height: number | null; corners: Point[][] },
): ((point: Point) => Point) | null {
	const words = read.corners.map((corners) => ({ text: '', corners, confidence: null }));
	const placing = placingOf(pdf, { ...read, lines: [words] });
	const [a, b, c, d, e, f] = matrix;
	const determinant = a * d - b * c;
	if (placing === null || determinant === 0) return null;
	const { size, frame } = placing;
	return (point) => {
		const { x, y } = frame.place(point.x / size.width, point.y / size.height);
		const [right, up] = [x - e, y - f];
		return {
			x: (d * right - c * up) / determinant,
			y: 1 - (a * up - b * right) / determinant,
		};
	};
}

/** What lies beyond the page, or is cut away, was not read, so it could not be hidden. */
function liesWithin(matrix: Matrix, area: Area, page: Area): boolean {
	const spareX = BEYOND * (page.right - page.left);
	const spareY = BEYOND * (page.top - page.bottom);
	const { left, right, bottom, top } = boundsOf(matrix);
	return (
		left >= area.left - spareX &&
		right <= area.right + spareX &&
		bottom >= area.bottom - spareY &&
		top <= area.top + spareY
	);
}

function showsAnnotations(list: unknown): boolean {
	if (!(list instanceof PDFArray)) return false;
	return list.asArray().some((_, index) => {
		const annotation = list.lookup(index);
		if (!(annotation instanceof PDFDict)) return false;
		return !SILENT.has(String(annotation.lookup(PDFName.of('Subtype'))));
	});
}
