import type { Point } from '../../../nodes/ClovaOcr/shared/geometry';
import { CARD_RIM } from '../../samples/drawing/card';
import type { Fragment, Mark, Sheet } from '../../samples/drawing/sheet';

/** Where everything stands in a picture of a sample, whatever the size of that picture. */
export interface Drawing {
	marks: ReadonlyMap<string, Mark>;
	/** The card in the picture, never quite at the pixel; means nothing for other documents. */
	outline: Point[];
}

/**
 * A sheet's places in the coordinates of a page.
 * @param width of the page; 0 where it is not known, then the sheet's own is taken
 */
export function drawingOf(sheet: Sheet, { width }: { width: number }): Drawing {
	const scale = width > 0 ? width / sheet.width : 1;
	const at = (points: Point[]) => points.map((point) => scaledPoint(point, scale));
	const fragment = ({ text, corners, words, masked }: Fragment): Fragment => ({
		text,
		corners: at(corners),
		words: words.map(at),
		masked: masked === null ? null : at(masked),
	});
	const marks = [...sheet.marks].map(([key, mark]): [string, Mark] => [
		key,
		{ ...mark, fragments: mark.fragments.map(fragment) },
	]);
	return { marks: new Map(marks), outline: at(outlineOf(sheet)) };
}

function outlineOf({ width, height }: Sheet): Point[] {
	const [right, bottom] = [width - CARD_RIM, height - CARD_RIM];
	return [
		{ x: CARD_RIM - 0.4, y: CARD_RIM + 0.7 },
		{ x: right + 0.6, y: CARD_RIM - 0.3 },
		{ x: right, y: bottom + 0.5 },
		{ x: CARD_RIM, y: bottom },
	];
}

function scaledPoint({ x, y }: Point, scale: number): Point {
	return { x: Math.round(x * scale * 10) / 10, y: Math.round(y * scale * 10) / 10 };
}
