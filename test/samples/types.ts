import type { JsonObject } from '../../nodes/ClovaOcr/shared/json';
import type { AnswerStyle } from './answers/style';
import type { Sheet } from './drawing/sheet';

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
	/** Whether its picture is that of another sample, read by another operation. */
	repeated?: boolean;
	/** The data that it was drawn from. */
	truth: JsonObject;
	/**
	 * What has to come out: the values as they stand, unless only the words can be asked of free
	 * recognition, which reads two columns across where the service reads each for itself.
	 */
	compared?: 'words';
	/** The values that each output item should hold with the operation's own settings, one an item. */
	expected: JsonObject[];
}

/** A sample of one picture whose values are known by the names that CLOVA gives them. */
export interface DocumentSample extends Sample {
	language: 'en' | 'ja' | 'ko';
	answer: AnswerStyle;
	/**
	 * What the answer's `result` has beside the values.
	 * @param outline of the card in the picture, as the wire has it; means nothing for other documents
	 */
	members?(outline: JsonObject): JsonObject;
	/** Draws it; keys of the marks are paths within CLOVA's `result`. */
	draw(): Sheet;
}
