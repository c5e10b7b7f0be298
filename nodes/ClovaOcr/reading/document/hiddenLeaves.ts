import { verticesOf, type Point } from '../../shared/geometry';
import { asList, asText, isObject, type Json, type JsonObject } from '../../shared/json';
import type { SensitivePath } from '../masking/places';
import { cutCorners } from '../masking/cut';
import type { HiddenPlaces } from '../masking/hiddenPlaces';
import { starredPart } from '../masking/hiddenWords';
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
