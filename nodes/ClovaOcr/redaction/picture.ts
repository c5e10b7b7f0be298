import { readJpeg } from '../pdf/picture/jpeg';
import { barOver, touches, type Bar } from './bar';
import { redactJpeg, surveyJpeg, type StoredSize } from './jpeg/redactJpeg';
import { mappingsOf, type Mapping, type PageMarks } from './places';
import { pngSize, redactPng, surveyPng } from './png/redactPng';
import { insist, Unredactable } from './unredactable';

export type PictureFormat = 'jpg' | 'png';

/** Reads a picture to its end. @throws Unredactable where no redacted copy can be made of it */
export async function surveyPicture(format: PictureFormat, file: Buffer): Promise<void> {
	await (format === 'jpg' ? surveyJpeg(file) : surveyPng(file));
}

/**
 * A copy of a picture in which everything hidden is black, and all metadata is gone.
 * @throws Unredactable
 */
export async function redactPicture(
	format: PictureFormat,
	file: Buffer,
	marks: PageMarks,
): Promise<Buffer> {
	const stored = format === 'jpg' ? readJpeg(file) : { ...pngSize(file), orientation: 1 };
	insist(stored !== null);
	const turned = stored.orientation !== 1;
	const ink = turned ? (await surveyJpeg(file)).ink : null;
	const bars = barsOf(marks, stored, mappingsOf(stored, ink, marks));
	return await (format === 'jpg' ? redactJpeg(file, bars) : redactPng(file, bars));
}

/** The bars in pixels of the stored picture. @throws Unredactable where one of them has no place in it */
function barsOf({ hidden }: PageMarks, stored: StoredSize, mappings: Mapping[]): Bar[] {
	if (hidden.length > 0 && mappings.length === 0) throw new Unredactable('notPlaced');
	return mappings.flatMap((mapping) =>
		hidden.map((corners) => {
			const bar = barOver(corners.map(mapping));
			if (bar === null || !touches(bar, 0, 0, stored.width, stored.height)) {
				throw new Unredactable('notPlaced');
			}
			return bar;
		}),
	);
}
