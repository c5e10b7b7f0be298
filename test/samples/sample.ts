import type { Sheet } from './drawing/sheet';
import { toJpeg, toPng } from './files/picture';
import type { Sample } from './types';

type Described = Omit<Sample, 'fileName' | 'mimeType' | 'picture'>;

/** A sample whose bytes are made once, when somebody first asks for them. */
export function fileSample(
	described: Described & Pick<Sample, 'fileName' | 'mimeType'>,
	make: () => Promise<Buffer>,
): Sample {
	let made: Promise<Buffer> | undefined;
	return { ...described, picture: async () => await (made ??= make()) };
}

/** A sample that is one picture; `mimeType` decides how it is stored. */
export function pictureSample(
	described: Described & { mimeType: 'image/jpeg' | 'image/png' },
	draw: () => Sheet,
): Sample {
	const jpeg = described.mimeType === 'image/jpeg';
	const fileName = `${described.id}.${jpeg ? 'jpg' : 'png'}`;
	return fileSample({ ...described, fileName }, async () =>
		jpeg ? await toJpeg(draw()) : await toPng(draw()),
	);
}
