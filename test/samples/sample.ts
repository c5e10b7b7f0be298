import type { Sheet } from './drawing/sheet';
import { toJpeg, toPng } from './files/picture';
import type { DocumentSample, Sample } from './types';

type Described<S extends Sample> = Omit<S, 'fileName' | 'mimeType' | 'picture'>;
type PictureType = { mimeType: 'image/jpeg' | 'image/png' };

/** A sample whose bytes are made once, when somebody first asks for them. */
export function fileSample(
	described: Omit<Sample, 'picture'>,
	make: () => Promise<Buffer>,
): Sample {
	return { ...described, picture: once(make) };
}

/** A sample that is one picture; `mimeType` decides how it is stored. */
export function pictureSample(
	described: Described<Sample> & PictureType,
	draw: () => Sheet,
): Sample {
	return { ...described, ...pictureFile(described, draw) };
}

/** A sample that is one picture of a document whose every value has CLOVA's name. */
export function documentSample(described: Described<DocumentSample> & PictureType): DocumentSample {
	return { ...described, ...pictureFile(described, described.draw) };
}

function pictureFile({ id, mimeType }: { id: string } & PictureType, draw: () => Sheet) {
	const jpeg = mimeType === 'image/jpeg';
	return {
		fileName: `${id}.${jpeg ? 'jpg' : 'png'}`,
		picture: once(async () => (jpeg ? await toJpeg(draw()) : await toPng(draw()))),
	};
}

function once(make: () => Promise<Buffer>): () => Promise<Buffer> {
	let made: Promise<Buffer> | undefined;
	return async () => await (made ??= make());
}
