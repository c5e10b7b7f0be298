import { PDFArray, PDFRawStream, PDFStream, type PDFContext, type PDFObject } from 'pdf-lib';

import { BOUNDS, budgetOf } from './bounds';
import { decodeFilters } from './filters';
import { breathe } from '../tick';

/** Decoded content of a page or form; `whole` is false where some of it could not be had. */
export interface Content {
	data: Buffer;
	whole: boolean;
}

/** Setting up the decoding counts like so many bytes. */
const LEAST_COST = 1024;
const LINE_FEED = Buffer.from('\n');

/** The content of a page (one stream or a list of them, which count as one) or of a form. */
export async function decodeContent(
	context: PDFContext,
	contents: PDFObject | undefined,
): Promise<Content> {
	const all = listStreams(context, contents);
	const streams = all.slice(0, BOUNDS.contentStreams);
	const pieces: Buffer[] = [];
	// Drawings that are larger than this are no scanned pages.
	let room: number = BOUNDS.content;
	let whole = streams.length === all.length;
	for (const stream of streams) {
		const piece = room > 0 ? await decodeStream(context, stream, room) : null;
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

/** Decoded bytes (at most `room`), or null for a stream that is unreadable or passes the bounds. */
async function decodeStream(
	context: PDFContext,
	stream: PDFStream,
	room: number,
): Promise<Buffer | null> {
	if (!(stream instanceof PDFRawStream)) return Buffer.from(stream.getContents());
	const budget = budgetOf(context);
	const most = Math.min(room, budget.contents);
	const decoded = most > 0 ? await decodeFilters(stream.dict, stream.contents, most) : null;
	budget.contents -= Math.max(LEAST_COST, decoded?.length ?? 0);
	return decoded;
}
