import { PDFArray, PDFName, PDFRawStream, PDFStream, decodePDFRawStream } from 'pdf-lib';
import type { PDFContext, PDFDict, PDFObject } from 'pdf-lib';

import { inflate } from './flate';
import { breathe } from '../tick';

/** Decoded content of a page or form; `whole` is false where some of it could not be had. */
export interface Content {
	data: Buffer;
	whole: boolean;
}

/** Larger content is looked at only up to here: drawings of this size are no scanned pages. */
const MAX_BYTES = 16 * 1024 * 1024;
const LINE_FEED = Buffer.from('\n');

/** The content of a page (one stream or a list of them, which count as one) or of a form. */
export async function decodeContent(
	context: PDFContext,
	contents: PDFObject | undefined,
): Promise<Content> {
	const streams = listStreams(context, contents);
	const pieces: Buffer[] = [];
	let room = MAX_BYTES;
	let whole = true;
	for (const stream of streams) {
		const piece = room > 0 ? await decodeStream(stream, room) : null;
		if (piece) pieces.push(piece, LINE_FEED);
		if (!piece || piece.length >= room) whole = false;
		room -= piece?.length ?? 0;
		await breathe();
	}
	return { data: Buffer.concat(pieces), whole };
}

function listStreams(context: PDFContext, contents: PDFObject | undefined): PDFStream[] {
	const found = context.lookup(contents);
	if (found instanceof PDFStream) return [found];
	if (!(found instanceof PDFArray)) return [];
	return found.asArray().flatMap((each) => {
		const stream = context.lookup(each);
		return stream instanceof PDFStream ? [stream] : [];
	});
}

/** Decoded bytes (at most about `room` of a deflated stream), or null for an unreadable stream. */
async function decodeStream(stream: PDFStream, room: number): Promise<Buffer | null> {
	if (!(stream instanceof PDFRawStream)) return Buffer.from(stream.getContents());
	if (isPlainFlate(stream.dict)) {
		const inflated = await inflate(stream.contents, room);
		if (inflated) return inflated;
	}
	try {
		return Buffer.from(decodePDFRawStream(stream).decode());
	} catch {
		return null;
	}
}

function isPlainFlate(dict: PDFDict): boolean {
	return dict.lookup(PDFName.of('Filter')) === PDFName.of('FlateDecode');
}
