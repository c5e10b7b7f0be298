import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, type PDFPageLeaf } from 'pdf-lib';

/** An upright rectangle on the page, in page units; y runs upwards. */
export interface Area {
	left: number;
	bottom: number;
	right: number;
	top: number;
}

/** US Letter: what poppler, pdf.js, mupdf and PDFium show of a page that says no size. */
export const LETTER: Area = { left: 0, bottom: 0, right: 612, top: 792 };

const PARENT = PDFName.of('Parent');
const MEDIA_BOX = PDFName.of('MediaBox');
const CROP_BOX = PDFName.of('CropBox');
const ROTATE = PDFName.of('Rotate');

/** No real page tree is deeper; a chain of parents may be a circle. */
const MAX_DEPTH = 100;

/**
 * A member of a page or of the tree above it, as it is written (a reference stays one). pdf-lib's
 * own getters throw where the tree is broken.
 */
export function inherited(page: PDFPageLeaf, name: PDFName): PDFObject | undefined {
	let node: PDFObject | undefined = page;
	for (let depth = 0; depth < MAX_DEPTH && node instanceof PDFDict; depth++) {
		const value = node.get(name);
		if (value && page.context.lookup(value)) return value;
		node = page.context.lookup(node.get(PARENT));
	}
	return undefined;
}

/** The sheet in page units, or null for a page that says no usable size. */
export function mediaArea(page: PDFPageLeaf): Area | null {
	return areaOf(page.context.lookup(inherited(page, MEDIA_BOX)));
}

/** The box that viewers show, in page units, before the page is turned. */
export function visibleArea(page: PDFPageLeaf): Area {
	const media = mediaArea(page) ?? LETTER;
	const crop = areaOf(page.context.lookup(inherited(page, CROP_BOX))) ?? media;
	return overlap(crop, media) ?? media;
}

/** The page's turn in degrees clockwise: 0, 90, 180 or 270. */
export function rotationOf(page: PDFPageLeaf): number {
	const turn = page.context.lookup(inherited(page, ROTATE));
	const quarters = turn instanceof PDFNumber ? Math.round(turn.asNumber() / 90) : 0;
	return (((quarters % 4) + 4) % 4) * 90;
}

function areaOf(box: PDFObject | undefined): Area | null {
	if (!(box instanceof PDFArray) || box.size() !== 4) return null;
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
