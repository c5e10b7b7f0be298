import type { JsonObject } from '../../nodes/ClovaOcr/reading/json';

/** A document that nobody owns: drawn from invented data, so that what stands on it is known. */
export interface Sample {
	/** Short name, also the argument of the demo. */
	id: string;
	title: string;
	resource: 'document' | 'general' | 'idCard' | 'template';
	/** The operation that this document is meant for. */
	operation: string;
	fileName: string;
	mimeType: 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/tiff';
	/** The file's bytes, drawn when first asked for. */
	picture(): Promise<Buffer>;
	/** The data that it was drawn from. */
	truth: JsonObject;
	/** The values that each output item should hold with the operation's own settings, one a item. */
	expected: JsonObject[];
}
