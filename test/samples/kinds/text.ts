import { letter, notice, type TextPage } from '../data/letters';
import { drawTextPage, linesOf } from '../drawing/textPage';
import { pictureSample } from '../sample';
import type { Sample } from '../types';

/** Pages of running text, for General. */
export const textSamples: Sample[] = [
	textSample('letter', 'Korean letter', letter),
	textSample('notice', 'Notice in Korean and English', notice),
	textSample('tilted', 'The same letter, two degrees askew', letter, 2),
];

function textSample(id: string, title: string, page: TextPage, tilt = 0): Sample {
	const lines = linesOf(page);
	return pictureSample(
		{
			id,
			title,
			resource: 'general',
			operation: 'extractText',
			mimeType: 'image/png',
			truth: { lines },
			expected: [{ text: lines.join('\n'), lines }],
		},
		() => drawTextPage(page, tilt),
	);
}
