import { PDFName, PDFNumber, type PDFPageLeaf } from 'pdf-lib';

import { rotationOf } from '../page/attributes';
import type { LayerWord, Placing } from './placing';
import { cornersOnPage, minus } from './quad';

/** Share of the characters that have to run in one direction, and the fewest that tell one. */
const CLEARLY = 0.75;
const FEWEST = 10;

/**
 * Turns a page by a multiple of 90 degrees so that most of its text is upright: a quad begins at the
 * top-left of the *text*, so it tells in which direction that runs. What is on the page stays.
 */
export function turnUpright(page: PDFPageLeaf, lines: LayerWord[][], placing: Placing): void {
	const turn = uprightTurn(lines, placing);
	if (turn !== null && turn !== rotationOf(page)) {
		page.set(PDFName.of('Rotate'), PDFNumber.of(turn));
	}
}

/** The turn that shows most of the text upright: degrees clockwise, null where there is none. */
export function uprightTurn(lines: LayerWord[][], placing: Placing): number | null {
	const characters = [0, 0, 0, 0];
	for (const word of lines.flat()) {
		const corners = cornersOnPage(word, placing);
		if (!corners) continue;
		const along = minus(corners[1], corners[0]);
		const quarters = Math.round(Math.atan2(along.y, along.x) / (Math.PI / 2));
		characters[(quarters + 4) % 4] += [...word.text].length;
	}
	const all = characters.reduce((sum, each) => sum + each, 0);
	const most = Math.max(...characters);
	return all >= FEWEST && most >= CLEARLY * all ? 90 * characters.indexOf(most) : null;
}
