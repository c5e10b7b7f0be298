import type { Point } from '../../../nodes/ClovaOcr/shared/geometry';
import type { Json, JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import type { ApiPath } from '../../../nodes/ClovaOcr/clova/endpoint';
import type { Fragment, Mark } from '../../samples/drawing/sheet';
import { formattedOf } from '../../samples/answers/formatted';
import type { Variant } from './variants';

/** These never have `maskingPolys` on receipts. */
const UNMASKED = /\.(code|confirmNum|count|tel|time|\w*[pP]rice)$/;

/**
 * One value in the service's shape.
 * @param member path within the result without list positions
 */
export function leafOf(path: ApiPath, member: string, mark: Mark, variant: Variant): JsonObject {
	const formatted = variant.reformat(formattedOf(member, mark.text));
	const members: Array<[string, Json | null]> = [
		['text', mark.text],
		['formatted', formatted],
		['keyText', hasLabels(path) ? labelOf(path, mark) : null],
		['confidenceScore', hasLabels(path) ? confidenceOf(path, mark.text) : null],
		['boundingPolys', mark.fragments.flatMap((fragment) => outlines(fragment, variant))],
		['maskingPolys', hasMasks(path, member) ? mark.fragments.flatMap(masked) : null],
	];
	const kept = members.filter(([name, value]) => value !== null && !variant.lacks.includes(name));
	return Object.fromEntries(variant.reversed ? kept.reverse() : kept);
}

/** Only receipts and certificates come with labels and confidences. */
function hasLabels(path: ApiPath): boolean {
	return path === '/document/receipt' || path === '/document/biz-license';
}

/** Certificates have the member, but always empty. */
function labelOf(path: ApiPath, mark: Mark): string {
	return path === '/document/receipt' ? mark.label : '';
}

/** Between 0.80 and 0.97 by the text, so that it stays; certificates always say 0. */
function confidenceOf(path: ApiPath, text: string): number {
	if (path === '/document/biz-license') return 0;
	const sum = [...text].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
	return (80 + (sum % 18)) / 100;
}

function hasMasks(path: ApiPath, member: string): boolean {
	return path !== '/document/receipt' || !UNMASKED.test(member);
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
