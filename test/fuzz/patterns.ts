import type * as HiddenWords from '../../nodes/ClovaOcr/reading/masking/hiddenWords';
import type * as MaskImage from '../../nodes/ClovaOcr/reading/masking/maskImage';
import { asList, asObject, asText, type JsonObject } from '../../nodes/ClovaOcr/shared/json';
import type { Random } from '../masking/random';
import { built } from '../support/built';
import { generalImage } from '../support/generalAnswer';
import { insist, insistClean, type Kind } from './kind';
import { oddText } from './odd';

const { hiddenWords } = built<typeof HiddenWords>('reading/masking/hiddenWords');
const { maskImage } = built<typeof MaskImage>('reading/masking/maskImage');

const SEGMENTER = new Intl.Segmenter();

export const patterns: Kind = {
	name: 'patterns',
	what: "Texts of 'Also Hide': odd ones, and pieces of the page, which then must not be left of it.",
	share: 12,
	run(random) {
		const words = Array.from({ length: random.int(1, 12) }, () => anyWord(random));
		const image = generalImage(
			words.map((text) => ({ text, end: random.chance(0.3) })),
			0,
		);
		const [first, from] = [random.int(0, words.length - 1), random.int(0, 3)];
		const shown = words.filter((word) => word.trim() !== '');
		const joined = shown.slice(first, first + random.int(1, 3)).join(' ');
		const piece = [...SEGMENTER.segment(joined)]
			.slice(from, from + random.int(1, 30))
			.map(({ segment }) => segment)
			.join('');
		const odd = Array.from({ length: random.int(0, 4) }, () => oddPattern(random));
		const level = random.pick(['standard', 'strict'] as const);
		// Longer ones are refused with the settings.
		const wanted = (random.chance(0.7) ? [piece, ...odd] : odd).filter(
			(each) => each.length <= 1000,
		);
		const search = { level, patterns: wanted };
		const given = JSON.stringify([image, search]);
		const { raw } = maskImage(image, [], level, search.patterns);
		insistClean(raw, given);
		const hidden = hiddenWords(image, raw, search);
		insistClean(hidden, given);
		insist(!hidden.unplaced, 'a word with corners has no place');
		insist(
			JSON.stringify(texts(raw).map(lengthOf)) === JSON.stringify(words.map(lengthOf)),
			'words changed length',
		);
		// A sign for digits is none of them, and stars may be those of another pattern.
		if (!search.patterns.includes(piece) || /^\s*$|[#*]/.test(piece.normalize('NFKC'))) return;
		const left = texts(raw).join(' ');
		insist(!isLeft(piece, left), `${JSON.stringify(piece)} is left in ${JSON.stringify(left)}`);
	},
};

function lengthOf(text: string): number {
	return Array.from(text).length;
}

function texts(image: JsonObject): string[] {
	return asList(image.fields).map((field) => asText(asObject(field).inferText) ?? '');
}

/** Whether a piece with a letter or digit in it stands there as it was; "a" is no piece of "à". */
function isLeft(piece: string, text: string): boolean {
	if (!/[\p{L}\p{N}]/u.test(piece)) return false;
	const ends = new Set([...SEGMENTER.segment(text)].map(({ index }) => index)).add(text.length);
	for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
		if (ends.has(at) && ends.has(at + piece.length)) return true;
	}
	return false;
}

function anyWord(random: Random): string {
	const kind = random.next();
	if (kind < 0.3)
		return random.pick(['홍길동', 'Total:', '02-123-4567', 'A+B', '$1.00', '(주)예시']);
	if (kind < 0.4) return random.pick(['홍길동', 'é à', 'Straße', 'ǅ']).normalize('NFD');
	return oddText(random).slice(0, 40);
}

const PIECES = [
	'.',
	'*',
	'+',
	'?',
	'(',
	')',
	'[',
	']',
	'{',
	'}',
	'\\',
	'|',
	'^',
	'$',
	'/',
	'#',
	'-',
];

function oddPattern(random: Random): string {
	if (random.chance(0.3)) return oddText(random);
	if (random.chance(0.1))
		return random.pick(['(a+)+$', '#'.repeat(5000), '.*', '\\', '[', 'a{2,1}']);
	return Array.from({ length: random.int(1, 12) }, () =>
		random.chance(0.5) ? random.pick(PIECES) : oddText(random).slice(0, 3),
	).join('');
}
