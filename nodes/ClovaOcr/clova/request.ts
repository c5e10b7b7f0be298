import type { JsonObject } from '../shared/json';
import type { Deadline } from './deadline';
import { StreamedFile, type ByteSource } from './streamedFile';

export type ImageFormat = 'jpg' | 'pdf' | 'png' | 'tiff';

/** What a file of each format is called on the wire and in n8n. */
export const MIME_TYPES: Record<ImageFormat, string> = {
	jpg: 'image/jpeg',
	pdf: 'application/pdf',
	png: 'image/png',
	tiff: 'image/tiff',
};

/** The picture of a call: bytes to upload, or an address that CLOVA fetches itself. */
export type Picture =
	| { kind: 'upload'; fileName: string; format: ImageFormat; source: ByteSource }
	| { kind: 'url'; fileName: string; format: ImageFormat; url: string };

export interface MessageSettings {
	version: 'V1' | 'V2';
	/** Languages in CLOVA's form, joined by commas; empty for the domain's own. */
	languages: string[];
	templateIds: number[];
	/** Members that only one operation sends, such as `enableTableDetection`. */
	more: JsonObject;
}

/**
 * The body of one request: multipart for an upload, JSON for an address.
 * @param deadline what is uploaded is closed when it ends
 */
export function requestBody(
	picture: Picture,
	settings: MessageSettings,
	deadline: Deadline,
): FormData | JsonObject {
	const message = messageOf(picture, settings);
	if (picture.kind === 'url') return message;
	const form = new FormData();
	// One line: the HTTP library turns bare line feeds of a text part into CRLF. Must stay text:
	// a part made from a Blob would get a file name, and CLOVA expects none on `message`.
	form.append('message', JSON.stringify(message));
	form.append(
		'file',
		new StreamedFile(picture.source, picture.fileName, MIME_TYPES[picture.format], deadline),
	);
	return form;
}

function messageOf(picture: Picture, settings: MessageSettings): JsonObject {
	const image: JsonObject = { format: picture.format, name: picture.fileName };
	if (picture.kind === 'url') image.url = picture.url;
	if (settings.templateIds.length > 0) image.templateIds = settings.templateIds;
	return {
		version: settings.version,
		requestId: crypto.randomUUID(),
		timestamp: Date.now(),
		...(settings.languages.length > 0 ? { lang: settings.languages.join(',') } : {}),
		...settings.more,
		images: [image],
	};
}
