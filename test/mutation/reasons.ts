import type { Mutant } from './instrument';

/**
 * Why no test can notice some mutants: by operator and text, so that lines may move. A part of the line
 * tells apart what is short.
 */
type Reason = [operator: string, original: string, reason: string, line?: string];

const FOR_SPEED = 'saves time, and finds nothing else';
const FOR_TYPES = 'is there for the type; it never happens';

const EITHER = 'of two that are equal either will do';
const NOT_ITSELF = 'only words with a place are found, and none is above itself';
const SQUARES = 'the size of the squares changes the time it takes, not what is found';

const REASONS: Record<string, Reason[]> = {
	'reading/masking/cards.ts': [
		[
			'arithmetic',
			'misread.length * weights.misread',
			'the weight is -1: to divide by it is to multiply',
		],
		['boundary', 'groups.length > 10', 'a card in groups of one digit has fourteen groups at least'],
	],
	'reading/masking/characters.ts': [
		['default', 'text.codePointAt(from) ?? 0', FOR_TYPES],
		['number', '0', FOR_TYPES, 'text.codePointAt(from) ?? 0'],
		['boundary', 'code < 0x80', 'U+0080 reads as itself either way'],
	],
	'reading/masking/evidence.ts': [['default', 'match.groups ?? {}', FOR_TYPES]],
	'reading/masking/labelSearch.ts': [
		['never', 'other === null || index === word', NOT_ITSELF],
		['never', 'place !== null', SQUARES, 'heights.push'],
		['arithmetic', 'place.bottom - place.top', SQUARES, 'heights.push'],
		['logic', 'other === null || index === word', NOT_ITSELF],
		['arithmetic', 'column * ROWS_OF_GRID + row', 'any way to make one number of two will do'],
	],
	'reading/masking/laidWords.ts': [
		['boundary', 'across < left', EITHER],
		['boundary', 'across > right', EITHER],
		['boundary', 'down < top', EITHER],
		['boundary', 'down > bottom', EITHER],
	],
	'reading/masking/maskText.ts': [
		['number', '1', 'only the first character of it is looked at', 'text.trimStart().slice(0, 1)'],
	],
	'reading/masking/maskWords.ts': [
		['default', 'asNumber(cell[name]) ?? least', 'the greater of nothing and the least is the least'],
		['number', '10', 'rows may be measured in any unit', 'const ROW = 10'],
		['always', 'isWorth(words, search)', FOR_SPEED],
		['always', 'isWorth(page, search)', FOR_SPEED],
		['never', 'hidden.length === 0', FOR_SPEED],
	],
	'reading/masking/pageWords.ts': [
		[
			'return null',
			'Array.isArray(vertices) && vertices.every(isPoint) ? vertices : null',
			'saves copies of corners that are the same',
		],
	],
	'reading/masking/slots.ts': [
		[
			'always',
			'key.length >= SHORTEST_KEY && !USUAL_KEYS.has(key) && mayHoldNumber(key)',
			FOR_SPEED,
		],
	],
	'reading/masking/wordStrips.ts': [
		['chain', 'profiles[last]?.goesOn', FOR_TYPES],
		['boundary', 'chain.length > 0', 'an empty chain makes no strip'],
		['always', 'profile !== null', 'a word without a profile makes no strip', 'chain.push(index)'],
		['sign', '-1', 'is set anew by the first digit, and asked only where there is one', 'let last = -1'],
		['always', 'code >= 0x80 && !isPlainLetter(code)', FOR_SPEED],
		['number', '0', FOR_TYPES, 'profiles[index]?.digits ?? 0'],
	],
};

/** Why nobody could notice this mutant; null when a test should. */
export function reasonFor({
	file,
	operator,
	original,
	within,
}: Pick<Mutant, 'file' | 'operator' | 'original' | 'within'>): string | null {
	const text = original.replace(/\s+/g, ' ');
	const found = REASONS[file.replace('nodes/ClovaOcr/', '')]?.find(
		([kind, part, , line]) =>
			kind === operator && text === part && (line === undefined || within.includes(line)),
	);
	return found?.[2] ?? null;
}
