import type { JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import { imageEntry, MESSAGES } from './image';

/**
 * The one page as a Document API answers it: no `convertedImageInfo`, and without a result no
 * member of the document either. Real answers have it before or after the common members; here that
 * depends on the name, so that clients see both.
 */
export function documentImage(name: string, document: JsonObject | null): JsonObject {
	if (document === null) return imageEntry(name, 'FAILURE', MESSAGES.unreadable);
	const entry = imageEntry(name, 'SUCCESS', 'SUCCESS');
	return name.length % 2 === 0 ? { ...document, ...entry } : { ...entry, ...document };
}
