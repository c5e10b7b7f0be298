import { verticesOf, type Point } from '../../shared/geometry';
import { asList, asText, isObject, type Json, type JsonObject } from '../../shared/json';
import type { SensitivePath } from '../masking/found';
import { cutCorners, starredPart, type HiddenPlaces } from '../masking/hiddenWords';
import { isLeaf } from './leaf';

/** A recognised value as it came and with its numbers starred. */
interface LeafPair {
	path: string;
	clear: JsonObject;
	masked: JsonObject;
}

/**
 * Where sensitive values stand on a document: the areas that the service advises to black out, and the
 * boxes of every value of which something is starred.
 * @param clear the `images[]` entry as it came
 * @param masked the same entry with its numbers starred
 */
export function hiddenLeaves(
	clear: JsonObject,
	masked: JsonObject,
	sensitive: SensitivePath[],
): HiddenPlaces {
	const leaves = pairsOf(clear, masked, '');
	const hidden = leaves.map((leaf) => placesOf(leaf, sensitive));
	return {
		read: leaves.flatMap((leaf) => polygonsOf(leaf.clear.boundingPolys)),
		hidden: hidden.flatMap(({ places }) => places),
		unplaced: hidden.some(({ unplaced }) => unplaced),
	};
}

function pairsOf(clear: Json, masked: Json | undefined, path: string): LeafPair[] {
	if (Array.isArray(clear)) {
		const others = asList(masked);
		return clear.flatMap((member, index) => pairsOf(member, others[index], path));
	}
	if (!isObject(clear)) return [];
	const other = isObject(masked) ? masked : {};
	if (isLeaf(clear)) return [{ path, clear, masked: other }];
	return Object.entries(clear).flatMap(([name, member]) =>
		pairsOf(member, other[name], path === '' ? name : `${path}.${name}`),
	);
}

/** A personal number has seven digits to hide; fewer stars mean that it was read in a strange form. */
const PERSONAL_STARS = 7;

function placesOf({ path, clear, masked }: LeafPair, sensitive: SensitivePath[]) {
	const advised = polygonsOf(clear.maskingPolys);
	const text = asText(clear.text) ?? '';
	const starred = asText(masked.text) ?? '';
	const personal = sensitive.some((place) => place.path === path && place.kind === 'personal');
	const touched = personal || JSON.stringify(clear) !== JSON.stringify(masked);
	if (!touched) return { places: advised, unplaced: false };
	const boxes = polygonsOf(clear.boundingPolys);
	const stars = starred.split('*').length - text.split('*').length;
	const sure = stars > 0 && (!personal || (stars >= PERSONAL_STARS && advised.length > 0));
	const own = sure ? cutBoxes(boxes, text, starred, advised) : boxes;
	return { places: [...advised, ...own], unplaced: advised.length + boxes.length === 0 };
}

/** Of a value in several boxes nobody says which characters stand where: it is hidden whole. */
function cutBoxes(boxes: Point[][], text: string, starred: string, advised: Point[][]): Point[][] {
	if (boxes.length !== 1) return advised.length > 0 ? [] : boxes;
	const { from, to } = starredPart(text, starred);
	return [cutCorners(boxes[0], text, from, to)];
}

function polygonsOf(polygons: Json | undefined): Point[][] {
	return asList(polygons)
		.map(verticesOf)
		.filter((corners) => corners.length >= 2);
}

/**
 * The machine readable zone takes the lowest 23.2 mm of a data page of 88 mm (ICAO 9303-4, 3.2.1): with
 * the margin that every bar gets, 26.4 %.
 */
const ZONE = 0.23;

/**
 * Corners of the zone of a passport, by the outline of its data page and the way its text runs.
 * @param outline corners of the page
 * @param read corners of the values on it
 * @returns null where the outline or the way of the text is unknown
 */
export function passportZone(outline: Point[], read: Point[][]): Point[] | null {
	const down = sum(read.filter(({ length }) => length === 4).map(([a, , , d]) => minus(d, a)));
	if (outline.length !== 4 || Math.hypot(down.x, down.y) === 0) return null;
	const ordered = [...outline].sort((a, b) => dot(a, down) - dot(b, down));
	const [aboveLeft, aboveRight, ...lower] = ordered;
	const crosses = dot(minus(aboveRight, aboveLeft), minus(lower[1], lower[0])) < 0;
	const [left, right] = crosses ? lower.reverse() : lower;
	const raised = (foot: Point, head: Point): Point => ({
		x: foot.x + (head.x - foot.x) * ZONE,
		y: foot.y + (head.y - foot.y) * ZONE,
	});
	return [raised(left, aboveLeft), raised(right, aboveRight), right, left];
}

function minus(a: Point, b: Point): Point {
	return { x: a.x - b.x, y: a.y - b.y };
}

function dot(a: Point, b: Point): number {
	return a.x * b.x + a.y * b.y;
}

function sum(points: Point[]): Point {
	return points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
}
