import type { Operators } from './operators';
import type { LayerWord, Placing } from './placing';
import { cornersOnPage } from './quad';

/** From where on a word counts as sure, and as worth a look; below that it is doubtful. */
const SURE = 0.9;
const WORTH_A_LOOK = 0.7;

interface Pen {
	/** Red, green and blue from 0 to 1. */
	color: string;
	/** Width of the outline in page units: the doubtful ones stand out without colours too. */
	line: number;
}

const GREEN: Pen = { color: '0.1 0.6 0.2', line: 0.3 };
const AMBER: Pen = { color: '0.95 0.6 0', line: 0.8 };
const RED: Pen = { color: '0.85 0.1 0.1', line: 1.2 };
const GREY: Pen = { color: '0.4 0.4 0.4', line: 0.3 };

/** Graphics state of the boxes: a veil that leaves the print below readable, and a clear outline. */
export const HIGHLIGHT_STATE = {
	Type: 'ExtGState',
	ca: 0.15,
	CA: 0.7,
	BM: 'Normal',
	SMask: 'None',
};

/**
 * Draws a box around every word: green from a confidence of 0.9, amber from 0.7, red below, grey
 * where it is unknown. Doubtful ones lie on top.
 */
export function drawBoxes(
	operators: Operators,
	words: LayerWord[],
	placing: Placing,
	stateName: string,
): void {
	operators.text(`q /${stateName} gs\n`);
	for (const pen of [GREY, GREEN, AMBER, RED]) {
		const boxes = words.flatMap((word) => {
			const corners = penFor(word.confidence) === pen ? cornersOnPage(word, placing) : null;
			return corners ? [corners] : [];
		});
		if (boxes.length === 0) continue;
		operators.text(`${pen.color} rg ${pen.color} RG ${pen.line} w\n`);
		for (const corners of boxes) {
			for (const [index, { x, y }] of corners.entries()) {
				operators.number(x).number(y).text(index === 0 ? 'm ' : 'l ');
			}
			operators.text('h\n');
		}
		operators.text('B\n');
	}
	operators.text('Q\n');
}

function penFor(confidence: number | null): Pen {
	if (confidence === null) return GREY;
	if (confidence >= SURE) return GREEN;
	return confidence >= WORTH_A_LOOK ? AMBER : RED;
}
