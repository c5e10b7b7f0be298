import { PDFStream, type PDFContext, type PDFObject } from 'pdf-lib';

import { breathe } from '../tick';
import { putCrossReferences } from './crossReferences';
import { FileWriter } from './fileWriter';
import type { Numbering } from './objectText';
import { writePacked } from './writePacked';

const OBJECTS_PER_LOOK = 16;

/** Objects keep the numbers that they have. */
const UNCHANGED: Numbering = {
	of: ({ objectNumber }) => objectNumber,
	ofOwn: () => undefined,
	leavesOut: () => false,
};

/**
 * The document as a file. pdf-lib's own writer goes through every object three times and through
 * stream data byte by byte: a page picture of 45 MB held the event loop for 200 ms.
 * @param useObjectStreams whether small objects are packed (PDF 1.5), which older tools cannot read
 */
export async function writePdf(
	context: PDFContext,
	useObjectStreams: boolean,
): Promise<Uint8Array> {
	const file = new FileWriter(UNCHANGED);
	const packed: Array<[number, PDFObject]> = [];
	let last = 0;
	for (const [index, [{ objectNumber }, object]] of context.enumerateIndirectObjects().entries()) {
		if (index % OBJECTS_PER_LOOK === 0) await breathe();
		last = objectNumber;
		if (useObjectStreams && !(object instanceof PDFStream)) packed.push([objectNumber, object]);
		else file.object(objectNumber, object);
	}
	const { Root, Info, ID } = context.trailerInfo;
	const trailer = context.obj({ Root, Info, ID });
	if (useObjectStreams) return await writePacked(file, packed, last + 1, trailer);
	return await file.finish(await putCrossReferences(file, trailer));
}
