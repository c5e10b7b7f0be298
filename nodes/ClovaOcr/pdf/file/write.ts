import { PDFRawStream, PDFStreamWriter, PDFWriter, type PDFContext } from 'pdf-lib';

import { OBJECTS_PER_TICK } from '../tick';

const BEFORE_DATA = Buffer.from('\nstream\n');
const AFTER_DATA = Buffer.from('\nendstream');

/**
 * The document as a file.
 * @param useObjectStreams whether small objects are packed (PDF 1.5), which older tools cannot read
 */
export async function writePdf(
	context: PDFContext,
	useObjectStreams: boolean,
): Promise<Uint8Array> {
	const numbers = context.enumerateIndirectObjects().map(([{ objectNumber }]) => objectNumber);
	// `/Size` says this plus one; numbers of objects that were removed do not count.
	context.largestObjectNumber = numbers.at(-1) ?? 0;
	const writer = useObjectStreams ? PDFStreamWriter : PDFWriter;
	return await writer.forContext(context, OBJECTS_PER_TICK).serializeToBuffer();
}

/**
 * pdf-lib copies a stream's data byte by byte: a page picture of 45 MB held the event loop for
 * 200 ms. In one piece it takes a tenth of that.
 */
Object.defineProperty(PDFRawStream.prototype, 'copyBytesInto', {
	value(this: PDFRawStream, target: Uint8Array, offset: number): number {
		this.updateDict();
		let at = offset + this.dict.copyBytesInto(target, offset);
		for (const bytes of [BEFORE_DATA, this.contents, AFTER_DATA]) {
			target.set(bytes, at);
			at += bytes.length;
		}
		return at - offset;
	},
});
