import type { Point } from '../../../nodes/ClovaOcr/shared/geometry';
import type { Json, JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import type { Fragment, Mark } from '../../samples/drawing/sheet';
import { formattedOf } from '../../samples/answers/formatted';
import type { AnswerStyle } from '../../samples/answers/style';
import type { Variant } from './variants';

/**
 * One value in the service's shape.
 * @param member path within the result without list positions
 */
export function leafOf(
	style: AnswerStyle,
	member: string,
	mark: Mark,
	variant: Variant,
): JsonObject {
	const isMasked = style.unmasked?.test(member) !== true;
	const formatted = variant.reformat(formattedOf(style.formats[member], mark.text));
	const members: Array<[string, Json | null]> = [
		['text', mark.text],
		['formatted', formatted],
		['keyText', style.labels?.keyText(mark) ?? null],
		['confidenceScore', style.labels?.confidenceScore(mark.text) ?? null],
		['boundingPolys', mark.fragments.flatMap((fragment) => outlines(fragment, variant))],
		['maskingPolys', isMasked ? mark.fragments.flatMap(masked) : null],
	];
	const kept = members.filter(([name, value]) => value !== null && !variant.lacks.includes(name));
	return Object.fromEntries(variant.reversed ? kept.reverse() : kept);
}

function outlines(fragment: Fragment, { wordByWord }: Variant): JsonObject[] {
	return wordByWord ? fragment.words.map(polygon) : [polygon(fragment.corners)];
}

function masked({ masked: corners }: Fragment): JsonObject[] {
	return corners === null ? [] : [polygon(corners)];
}

/** Corners as the wire has them. */
export function polygon(corners: Point[]): JsonObject {
	return { vertices: corners.map(({ x, y }) => ({ x, y })) };
}
