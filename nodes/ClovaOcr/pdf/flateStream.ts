import { PDFRawStream, type PDFContext, type PDFRef } from 'pdf-lib';

import { deflate } from './flate';

/**
 * Puts deflated data into the document. pdf-lib's own deflating runs on the event loop and takes
 * ten times as long.
 * @param members further members of the stream's dictionary
 */
export async function addDeflated(
	context: PDFContext,
	data: Uint8Array | string,
	members: Record<string, number> = {},
): Promise<PDFRef> {
	const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
	const dict = context.obj({ ...members, Filter: 'FlateDecode' });
	return context.register(PDFRawStream.of(dict, await deflate(bytes)));
}
