import { cornersOnPage, number } from './layer';
import type { LayerWord } from './layerWord';
import type { Placing } from './placing';

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
 * The operators that draw a box around every word: green from a confidence of 0.9, amber from 0.7,
 * red below, grey where it is unknown. Empty where no word has a place.
 */
export function highlightLayer(words: LayerWord[], placing: Placing, stateName: string): string {
	const boxes = new Map<Pen, string[]>();
	for (const word of words) {
		const corners = cornersOnPage(word, placing);
		if (!corners) continue;
		const [start, ...rest] = corners.map(({ x, y }) => `${number(x)} ${number(y)}`);
		const path = `${start} m ${rest.map((corner) => `${corner} l`).join(' ')} h`;
		const pen = penFor(word.confidence);
		const paths = boxes.get(pen);
		if (paths) paths.push(path);
		else boxes.set(pen, [path]);
	}
	if (boxes.size === 0) return '';
	const drawn = [GREY, GREEN, AMBER, RED].flatMap((pen) => draw(pen, boxes.get(pen)));
	return `q /${stateName} gs\n${drawn.join('\n')}\nQ\n`;
}

function draw({ color, line }: Pen, paths: string[] | undefined): string[] {
	if (!paths) return [];
	return [`${color} rg ${color} RG ${line} w`, ...paths, 'B'];
}

function penFor(confidence: number | null): Pen {
	if (confidence === null) return GREY;
	if (confidence >= SURE) return GREEN;
	return confidence >= WORTH_A_LOOK ? AMBER : RED;
}
