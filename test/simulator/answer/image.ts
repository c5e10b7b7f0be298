import type { Point } from '../../../nodes/ClovaOcr/shared/geometry';
import type { JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import { randomBytes } from '../../support/node';

export type InferResult = 'SUCCESS' | 'FAILURE' | 'ERROR';

/** What the service says where a picture could not be read. */
export const MESSAGES = {
	noText: 'NO_TEXT: no text found in image',
	noTemplate: 'NOT_FOUND: not found matched template',
	unreadable: 'Recognition failure',
	resolution:
		'The image resolution limit has been exceeded. The width and height must be between 10 px and 8000 px',
};

/** The members that every `images[]` entry has, then those given. */
export function imageEntry(
	name: string,
	inferResult: InferResult,
	message: string,
	more: JsonObject = {},
): JsonObject {
	return {
		uid: randomBytes(16).toString('hex'),
		name,
		inferResult,
		message,
		validationResult: { result: 'NO_REQUESTED' },
		...more,
	};
}

/** The whole answer around its images. The time is the server's, not the request's. */
export function envelope(
	request: { version: string; requestId: string },
	images: JsonObject[],
): JsonObject {
	const { version, requestId } = request;
	return { version, requestId, timestamp: Date.now(), images };
}

export function boundingPoly(corners: Point[]): JsonObject {
	return { vertices: corners.map(({ x, y }) => ({ x, y })) };
}
