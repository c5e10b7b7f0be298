import type { Word } from './words';

/** The words cut after every one that ends a line, in the order given; one line without any break. */
export function linesByBreak(words: Word[]): Word[][] {
	const lines: Word[][] = [];
	let line: Word[] = [];
	for (const word of words) {
		line.push(word);
		if (word.lineBreak !== true) continue;
		lines.push(line);
		line = [];
	}
	if (line.length > 0) lines.push(line);
	return lines;
}

/** The text of a line: its words parted by one space. */
export function textOf(line: Word[]): string {
	return line.map((word) => word.text).join(' ');
}
