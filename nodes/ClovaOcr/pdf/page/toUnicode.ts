/** What a CMap says of codes: how long they are, and the text that each stands for. */
export interface CMap {
	/** Lengths in bytes that its code space allows, shortest first; empty where it does not say. */
	lengths: number[];
	texts: Map<number, string>;
}

/** A range may span all codes of two bytes; a file with more entries is hostile. */
const MAX_ENTRIES = 200_000;

const SECTION = /begin(codespacerange|bfchar|bfrange)([\s\S]*?)end\1/g;
const TOKEN = /<([0-9a-fA-F\s]*)>|\[|\]/g;

/** Reads a ToUnicode CMap (ISO 32000-1, 9.10.3) as far as its codes and texts go. */
export function readToUnicode(data: Buffer): CMap {
	const map: CMap = { lengths: [], texts: new Map() };
	const lengths = new Set<number>();
	for (const [, kind, body] of data.toString('latin1').matchAll(SECTION)) {
		const tokens = [...body.matchAll(TOKEN)].map(([whole, digits]) =>
			digits === undefined ? whole : digits.replace(/\s/g, ''),
		);
		if (kind === 'codespacerange') for (const token of tokens) lengths.add(token.length / 2);
		else if (kind === 'bfchar') readCharacters(map, tokens);
		else readRanges(map, tokens);
	}
	map.lengths = [...lengths].filter((each) => each >= 1 && each <= 4).sort((a, b) => a - b);
	return map;
}

function readCharacters({ texts }: CMap, tokens: string[]): void {
	for (let at = 0; at + 1 < tokens.length && texts.size < MAX_ENTRIES; at += 2) {
		texts.set(parseInt(tokens[at], 16), utf16(tokens[at + 1]));
	}
}

function readRanges({ texts }: CMap, tokens: string[]): void {
	for (let at = 0; at + 2 < tokens.length; at += 3) {
		const [first, last] = [parseInt(tokens[at], 16), parseInt(tokens[at + 1], 16)];
		if (tokens[at + 2] === '[') {
			for (let code = first; ; code++) {
				const token = tokens[at + 3];
				if (token === undefined || token === ']') break;
				if (code <= last && texts.size < MAX_ENTRIES) texts.set(code, utf16(token));
				at += 1;
			}
			at += 1;
			continue;
		}
		const start = tokens[at + 2];
		const head = utf16(start.slice(0, -4));
		const unit = parseInt(start.slice(-4), 16);
		for (let code = first; code <= last && texts.size < MAX_ENTRIES; code++) {
			// Beyond the first plane the last unit counts on within its half.
			texts.set(code, head + String.fromCharCode(unit + code - first));
		}
	}
}

function utf16(digits: string): string {
	const units = digits.match(/.{1,4}/g) ?? [];
	return String.fromCharCode(...units.slice(0, 64).map((unit) => parseInt(unit, 16)));
}
