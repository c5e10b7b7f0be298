import type { PDFPageLeaf } from 'pdf-lib';

import type { Point } from '../../shared/geometry';
import type { OpenPdf, Picture } from '../file/open';
import { LETTER, mediaArea, rotationOf, visibleArea, type Area } from '../page/attributes';
import {
	fittingFrames,
	frameOf,
	isSideways,
	storedFrame,
	type Frame,
} from '../picture/orientation';

/** A word to lay over the page. */
export interface LayerWord {
	text: string;
	/** In pixels, clockwise from the top-left of the text; without four of them there is no place. */
	corners: Point[];
	/** 0 to 1, or null where it is unknown. */
	confidence: number | null;
}

/** A picture's size in pixels and how it lies on the page: all that placing its words takes. */
export interface Placing {
	size: { width: number; height: number };
	frame: Frame;
}

interface PageWords {
	page: number;
	width: number | null;
	height: number | null;
	lines: LayerWord[][];
}

/** How the words of a page are to be placed, or null where nothing says how large their picture was. */
export function placingOf(pdf: OpenPdf, words: PageWords): Placing | null {
	const { node } = pdf.pages[words.page - 1];
	const area = visibleArea(node);
	const picture = pdf.pictures?.[words.page - 1];
	if (picture) return onPicture(picture, area, words);
	const size = sizeOf(words) ?? assumedSize(area, rotationOf(node), words);
	return size && { size, frame: pageFrame(node, size.width, size.height) };
}

/**
 * The frame in which a page was read that gave a picture of this size. A service may render a page
 * otherwise than viewers show it (uncropped or unturned); the picture's proportions give it away.
 */
function pageFrame(page: PDFPageLeaf, width: number, height: number): Frame {
	const visible = visibleArea(page);
	const media = mediaArea(page) ?? LETTER;
	const shown = frameOf(visible, rotationOf(page));
	const others = [frameOf(media, rotationOf(page)), frameOf(visible, 0), frameOf(media, 0)];
	return fittingFrames([shown, ...others], width, height)[0] ?? shown;
}

function sizeOf({ width, height }: PageWords): Placing['size'] | null {
	return width !== null && height !== null && width > 0 && height > 0 ? { width, height } : null;
}

/** Where the size is not told: the service renders a page at one pixel a point (A4 is 595 by 842). */
function assumedSize(area: Area, rotate: number, words: PageWords): Placing['size'] | null {
	const sides = { width: area.right - area.left, height: area.top - area.bottom };
	const size =
		Math.round(rotate / 90) % 2 === 0 ? sides : { width: sides.height, height: sides.width };
	const inside = ({ x, y }: { x: number; y: number }) =>
		x <= size.width * 1.02 && y <= size.height * 1.02;
	return words.lines.flat().every(({ corners }) => corners.every(inside)) ? size : null;
}

/**
 * Whether a photo was read as its EXIF orientation shows it or as it is stored is nowhere told. Its
 * proportions decide, and where they fit both ways the direction in which most of its text runs.
 */
function onPicture(picture: Picture, area: Area, words: PageWords): Placing {
	const shown = { ...frameOf(area, 0), ratio: shownRatio(picture) };
	const stored = {
		...storedFrame(picture.orientation, area),
		ratio: picture.width / picture.height,
	};
	const told = sizeOf(words);
	const fitting = told ? fittingFrames([shown, stored], told.width, told.height) : [shown, stored];
	const frame = fitting.length === 1 ? fitting[0] : moreUpright(shown, stored, words.lines.flat());
	const turned = isSideways(picture.orientation) && frame === shown;
	const own = turned ? { width: picture.height, height: picture.width } : picture;
	return { size: told ?? { width: own.width, height: own.height }, frame };
}

/** Of pixels, since those of a fax are no squares on the page. */
function shownRatio({ width, height, orientation }: Picture): number {
	return isSideways(orientation) ? height / width : width / height;
}

/** The frame in which more text runs from left to right; the first of the two in a tie. */
function moreUpright(first: Frame, second: Frame, words: LayerWord[]): Frame {
	const rightwards = (frame: Frame) => {
		const origin = frame.place(0, 0);
		return words.reduce((sum, { corners }) => {
			if (corners.length !== 4) return sum;
			const [start, end] = corners;
			const away = frame.place(end.x - start.x, end.y - start.y);
			return sum + (away.x - origin.x);
		}, 0);
	};
	return rightwards(second) > rightwards(first) ? second : first;
}
