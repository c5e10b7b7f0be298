import type { SearchablePage } from '../../nodes/ClovaOcr/pdf/pdf';

const WORDS_PER_PAGE = 500;
const WORDS_PER_LINE = 10;
const PICTURE = { width: 1240, height: 1754 };

/** 500 Korean words of one to five syllables, drawn evenly from all: the worst case for size. */
export function koreanPage(page: number): SearchablePage {
	const draw = generator(page);
	return filled(page, () =>
		Array.from({ length: 1 + (draw() % 5) }, () => String.fromCharCode(0xac00 + (draw() % 2350))),
	);
}

/** 500 words of Latin letters, which pdf-lib's standard fonts can draw. */
export function latinPage(page: number): SearchablePage {
	const draw = generator(page);
	return filled(page, () =>
		Array.from({ length: 2 + (draw() % 8) }, () => String.fromCharCode(97 + (draw() % 26))),
	);
}

function filled(page: number, letters: () => string[]): SearchablePage {
	const jitter = generator(page + 1000);
	const lines = Array.from({ length: WORDS_PER_PAGE / WORDS_PER_LINE }, (_, row) =>
		Array.from({ length: WORDS_PER_LINE }, (_, column) => {
			const text = letters().join('');
			const left = 60 + column * 112 + (jitter() % 7);
			const top = 60 + row * 32 + (jitter() % 3);
			const right = left + Math.min(100, 18 * text.length) + (jitter() % 5);
			const bottom = top + 22 + (jitter() % 3);
			const corners = [
				{ x: left, y: top },
				{ x: right, y: top },
				{ x: right, y: bottom },
				{ x: left, y: bottom },
			];
			return { text, corners, confidence: 0.98 };
		}),
	);
	return { page, ...PICTURE, lines };
}

/** Whole numbers that look random and are the same in every run (Park and Miller). */
function generator(seed: number): () => number {
	let state = (seed * 7919) % 2147483647 || 1;
	return () => (state = (state * 48271) % 2147483647);
}
