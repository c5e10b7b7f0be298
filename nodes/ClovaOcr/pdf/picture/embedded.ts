import type { PDFRef } from 'pdf-lib';

import type { Picture } from '../file/open';

/** A picture inside a document that is being made. */
export interface EmbeddedPicture extends Picture {
	ref: PDFRef;
	/** Pixels per inch, or null where the file does not say. */
	density: number | null;
}
