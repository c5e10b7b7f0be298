import type { ImageFormat } from '../clova/request';
import type { ByteSource } from '../clova/streamedFile';
import type { Problem } from '../problem';
import type { PixelSize } from './pixelSize';

/** A file that CLOVA can read, opened as far as needed: its bytes are still where they were. */
export interface Document {
	fileName: string;
	format: ImageFormat;
	source: ByteSource;
	/** Width and height of a picture as its header says; null for PDFs and where it says nothing. */
	pixels: PixelSize | null;
}

/** A file that only CLOVA will fetch. */
export interface RemoteDocument {
	fileName: string;
	format: ImageFormat;
	url: string;
}

export type Opened =
	| { ok: true; kind: 'local'; document: Document }
	| { ok: true; kind: 'remote'; document: RemoteDocument }
	| { ok: false; problem: Problem; unreadableKind: boolean };

/**
 * A file name as a person writes it: names taken from addresses come percent-encoded. Left as it is
 * where it is no valid encoding.
 */
export function readableFileName(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}
