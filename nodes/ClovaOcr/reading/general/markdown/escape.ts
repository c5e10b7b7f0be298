/** Words that Markdown makes links of as they stand; a backslash in them would show. */
const ADDRESS = /:\/\/|www\.|@/i;
/** Letters that addresses are made of; beside others a link would take them in, so it is kept from being one. */
const ADDRESS_ONLY = /^[a-z0-9][\w.+:/?=#%,@-]*[a-z0-9/][.,]?$/i;
/** What begins a tag or an entity, and what makes an address of a word. */
const LINKING = /<(?=[a-z/!?])|&(?=#?\w+;)|:(?=\/\/)|@|(?<=www)\./gi;
/** Marks that mean something where two of a kind stand apart. */
const PAIRS = { '*': /\*[^*]+\*/, _: /_[^_]+_/, '~': /~[^~]+~/, '`': /`[^`]+`/ };

/**
 * A text of a page as Markdown that shows just this text: marks are escaped where they would mean
 * something, and only there, so that the source stays readable (`900101-*******`, `9:00~18:00`).
 * CommonMark 0.31 and GitHub's additions.
 * @param marks those that mean something in the paragraph that the text is part of
 */
export function escaped(text: string, marks: ReadonlySet<string> = pairedMarks(text)): string {
	const isEscaped = (letter: string) =>
		letter === '\\' || marks.has(letter) || (letter === '[' && text.startsWith('['));
	const words = text.split(' ').map((word) => {
		if (ADDRESS.test(word) && ADDRESS_ONLY.test(word)) return word;
		const plain = [...word].map((letter) => (isEscaped(letter) ? `\\${letter}` : letter)).join('');
		return plain.replace(LINKING, '\\$&');
	});
	return words.join(' ');
}

/** The same at the start of a line, where further marks begin a block. */
export function escapedLine(text: string, marks?: ReadonlySet<string>): string {
	const line = escaped(text, marks);
	const number = /^(\d{1,9})([.)])(?=\s|$)/.exec(line);
	if (number !== null) return `${number[1]}\\${line.slice(number[1].length)}`;
	const begins =
		/^(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|`{3}|~{3}|=+\s*$|[-_*\s]+$|[|:\s-]*-[|:\s-]*$)/;
	return begins.test(line) ? `\\${line}` : line;
}

/** A heading's text; signs at its end that would be taken for the closing of the heading stay. */
export function escapedHeading(text: string): string {
	return escaped(text).replace(/(^|\s)(#+)$/, '$1\\$2');
}

/** The text of a cell in a row of pipes. */
export function escapedCell(text: string): string {
	return text
		.split(/\r\n|\r|\n/)
		.map((line) => escaped(line).replaceAll('|', '\\|'))
		.join('<br>');
}

/** The marks that mean something in a paragraph: two of a kind apart make a pair, brackets may make a link. */
export function pairedMarks(paragraph: string): ReadonlySet<string> {
	const pairs = Object.entries(PAIRS).filter(([, pair]) => pair.test(paragraph));
	const paired = pairs.map(([mark]) => mark);
	return new Set(/\][(:[]/.test(paragraph) ? [...paired, '['] : paired);
}
