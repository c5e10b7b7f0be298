import { PDFNumber, type PDFArray, type PDFPageLeaf } from 'pdf-lib';

import { fittingFrames, frameOf, type Area, type Frame } from '../picture/frame';

/** US letter, what viewers take for a page without a usable size. */
const NO_SIZE: Area = { left: 0, bottom: 0, right: 612, top: 792 };

/** The box that viewers show, in page units, before the page is turned. */
export function visibleArea(page: PDFPageLeaf): Area {
	const media = areaOf(page.MediaBox()) ?? NO_SIZE;
	const crop = areaOf(page.CropBox()) ?? media;
	return overlap(crop, media) ?? media;
}

/**
 * The frame in which a page was read that gave a picture of this size. A service may render a page
 * otherwise than viewers show it (uncropped or unturned); the picture's proportions give it away.
 */
export function pageFrame(page: PDFPageLeaf, width: number, height: number): Frame {
	const visible = visibleArea(page);
	const media = areaOf(page.MediaBox()) ?? NO_SIZE;
	const shown = frameOf(visible, rotationOf(page));
	const others = [frameOf(media, rotationOf(page)), frameOf(visible, 0), frameOf(media, 0)];
	return fittingFrames([shown, ...others], width, height)[0] ?? shown;
}

/** The page's turn in degrees clockwise. */
export function rotationOf(page: PDFPageLeaf): number {
	const turn = page.Rotate();
	return turn instanceof PDFNumber ? turn.asNumber() : 0;
}

function areaOf(box: PDFArray | undefined): Area | null {
	if (!box || box.size() !== 4) return null;
	const [x1, y1, x2, y2] = [0, 1, 2, 3].map((index) => {
		const side = box.lookup(index);
		return side instanceof PDFNumber ? side.asNumber() : Number.NaN;
	});
	return ifNotEmpty({
		left: Math.min(x1, x2),
		bottom: Math.min(y1, y2),
		right: Math.max(x1, x2),
		top: Math.max(y1, y2),
	});
}

function overlap(a: Area, b: Area): Area | null {
	return ifNotEmpty({
		left: Math.max(a.left, b.left),
		bottom: Math.max(a.bottom, b.bottom),
		right: Math.min(a.right, b.right),
		top: Math.min(a.top, b.top),
	});
}

function ifNotEmpty(area: Area): Area | null {
	return area.right > area.left && area.top > area.bottom ? area : null;
}
