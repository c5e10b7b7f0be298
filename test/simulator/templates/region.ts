import { boxAround } from '../../../nodes/ClovaOcr/shared/geometry';
import type { Box } from '../../../nodes/ClovaOcr/shared/geometry';
import type { RecognizedWord } from '../types';

/** What was recognised within a box of a form. */
export interface Region {
	/** Words joined by blanks, lines by line feeds; empty where nothing stands. */
	text: string;
	/** Mean of the words; 1 for an empty box, as the service has it. */
	confidence: number;
	/** Around the words, or the whole box where it is empty. */
	box: Box;
}

/**
 * Reads one box of a form.
 * @param box in the coordinates of the words
 */
export function readRegion(words: RecognizedWord[], box: Box): Region {
	const inside = words.filter((word) => hasMiddleIn(word, box));
	if (inside.length === 0) return { text: '', confidence: 1, box };
	const confidences = inside.reduce((sum, { confidence }) => sum + confidence, 0);
	return {
		text: inside
			.map(({ text, lineBreak }) => `${text}${lineBreak ? '\n' : ' '}`)
			.join('')
			.trim(),
		confidence: Math.round((confidences / inside.length) * 10000) / 10000,
		box: boxAround(inside.flatMap(({ corners }) => corners)) ?? box,
	};
}

/** A box of the form on a page of another size. */
export function scaledBox(box: Box, across: number, down: number): Box {
	return {
		x: box.x * across,
		y: box.y * down,
		width: box.width * across,
		height: box.height * down,
	};
}

function hasMiddleIn({ corners }: RecognizedWord, box: Box): boolean {
	const around = boxAround(corners);
	if (around === null) return false;
	const x = around.x + around.width / 2;
	const y = around.y + around.height / 2;
	return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
}
