import { asList, isObject, type JsonObject } from '../../shared/json';
import type { MaskLevel } from '../reading';
import { AnswerCopy } from './answerCopy';
import type { FoundKind, NumberKind, Search, SensitivePath } from './found';
import { maskFields } from './maskFields';
import { maskNumber } from './maskNumber';
import { maskTexts } from './maskText';
import { maskWords, pathOf } from './maskWords';
import { isNamed } from './pageWords';
import { isUsualWord, mayHoldNumber, namesOf, slotsIn, type Slot } from './slots';

/** An `images[]` entry after masking. */
export interface MaskedImage {
	raw: JsonObject;
	/** The kind of every number that was starred. */
	found: FoundKind[];
}

/**
 * An `images[]` entry in which the numbers of persons and cards are starred. Everything that the node
 * puts out is read from such an entry, so that no way of output can go around it. Boxes, sizes and the
 * entry's id stay as they are; what holds no number is shared with the entry that was given.
 * @param sensitive places that hold such a number by their meaning; all other text is searched
 * @param patterns texts that the user wants starred among the words of a page, see `Search`
 * @returns the entry itself under `none`
 */
export function maskImage(
	raw: JsonObject,
	sensitive: SensitivePath[],
	level: MaskLevel,
	patterns: readonly string[] = [],
): MaskedImage {
	if (level === 'none') return { raw, found: [] };
	// Only receipts declare places for article numbers, and print them into names as well.
	const barcodes = sensitive.some(({ kind }) => kind === 'barcode');
	const search: Search = { level, patterns, barcodes };
	const copy = new AnswerCopy(raw);
	const found = [...maskWords(copy, raw, search), ...maskFields(copy, raw, search)];
	const slots = otherSlots(raw);
	found.push(
		...maskSlots(
			copy,
			slots.filter(({ kind }) => kind !== 'key'),
			sensitive,
			search,
		),
	);
	renameKeys(
		copy,
		slots.filter(({ kind }) => kind === 'key'),
		search,
	);
	return { raw: copy.result, found };
}

const ENTRY_ID = /^[0-9a-f]{32}$/i;

/** Every text that is no word of the page, of a table or of a field. */
function otherSlots(image: JsonObject): Slot[] {
	const listed = new Set(['fields', 'tables', 'title']);
	const rest = slotsIn(image, [], (key) => listed.has(key));
	const own = rest.filter(
		({ path, text }) => !(path.length === 1 && path[0] === 'uid' && ENTRY_ID.test(text)),
	);
	return [...own, ...[...listed].flatMap((name) => slotsBeside(image, name))];
}

/** Texts in `fields`, `title` and `tables` that are none of those which `maskWords` and `maskFields` look after. */
function slotsBeside(image: JsonObject, name: string): Slot[] {
	return asList(image[name]).flatMap((member, index) => {
		if (name === 'fields' && isObject(member) && isUsualWord(member)) return [];
		const path = pathOf(image, name, index);
		if (!isObject(member)) return [...slotsIn(member, path), ...isWordless(member, path)];
		if (name === 'tables') return slotsIn(member, path).filter((slot) => !isCellWord(slot));
		const word = name === 'fields' || isNamed(member);
		const slots = slotsIn(
			member,
			path,
			(key) => word && key === 'inferText' && typeof member.inferText === 'string',
		);
		return slots.filter((slot) => !(word && isPartText(slot, path.length)));
	});
}

function isWordless(member: JsonObject[string], path: Slot['path']): Slot[] {
	const [text] = typeof member === 'string' || typeof member === 'number' ? [String(member)] : [''];
	return mayHoldNumber(text) ? [{ path, text, label: '', kind: 'text' }] : [];
}

function isCellWord({ path, kind }: Slot): boolean {
	return (
		kind === 'text' &&
		path[path.length - 1] === 'inferText' &&
		namesOf(path) === 'tables.cells.cellTextLines.cellWords.inferText'
	);
}

function isPartText({ path, kind }: Slot, depth: number): boolean {
	return kind === 'text' && namesOf(path.slice(depth)) === 'subFields.inferText';
}

function maskSlots(
	copy: AnswerCopy,
	slots: Slot[],
	sensitive: SensitivePath[],
	search: Search,
): FoundKind[] {
	const groups = new Map<string, Slot[]>();
	for (const slot of slots) {
		const names = namesOf(slot.path);
		// What has a label of its own is searched for itself; else a number may be spread over a list.
		const key =
			slot.label === '' || kindAt(names, sensitive) !== null ? names : JSON.stringify(slot.path);
		groups.set(key, [...(groups.get(key) ?? []), slot]);
	}
	const counts = new Map<string, FoundKind[]>();
	for (const group of groups.values()) {
		const names = namesOf(group[0].path);
		const found = maskGroup(copy, group, kindAt(names, sensitive), search);
		// `formatted` says once more what `text` says.
		const leaf = names.replace(/\.(?:text|formatted(?:\..*)?)$/, '');
		if (found.length > (counts.get(leaf)?.length ?? 0)) counts.set(leaf, found);
	}
	return [...counts.values()].flat();
}

function maskGroup(
	copy: AnswerCopy,
	group: Slot[],
	kind: NumberKind | null,
	search: Search,
): FoundKind[] {
	const texts = group.map(({ text }) => text);
	const { texts: masked, found } =
		kind === null
			? maskTexts(texts, { ...search, name: group[0].label })
			: { texts: maskNumber(texts, kind, search.level), found: [] };
	const changed = group.filter(({ text }, index) => masked[index] !== text);
	group.forEach(({ path, text }, index) => {
		if (masked[index] !== text) copy.set(path, masked[index]);
	});
	if (kind === null) return changed.length === 0 ? [] : found;
	return changed.map(() => FOUND_AS[kind] ?? 'personal');
}

/** What is counted where a number was starred by its place; every other kind counts as personal. */
const FOUND_AS: Partial<Record<NumberKind, FoundKind>> = {
	card: 'card',
	license: 'license',
	mrz: 'mrz',
	passport: 'passport',
};

function kindAt(names: string, sensitive: SensitivePath[]): NumberKind | null {
	const whole = `.${names}.`;
	const place = sensitive.find(({ path }) =>
		path.startsWith('**.') ? whole.includes(`${path.slice(2)}.`) : whole.startsWith(`.${path}.`),
	);
	return place?.kind ?? null;
}

/** The deepest first, so that the paths of the others stay true. */
function renameKeys(copy: AnswerCopy, keys: Slot[], search: Search): void {
	for (const { path, text } of [...keys].sort((a, b) => b.path.length - a.path.length)) {
		const [name] = maskTexts([text], search).texts;
		if (name !== text) copy.rename(path, name);
	}
}
