import type { ApiPath } from '../../../nodes/ClovaOcr/clova/endpoint';
import type { JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import { imageEntry, MESSAGES } from './image';

/** The member of `images[]` that holds what a Document API read. */
const WRAPPERS: Partial<Record<ApiPath, string>> = {
	'/document/biz-license': 'bizLicense',
	'/document/credit-card': 'creditCard',
	'/document/id-card': 'idCard',
	'/document/name-card': 'nameCard',
	'/document/passport': 'passport',
	'/document/receipt': 'receipt',
};

/**
 * The one page as a Document API answers it: no `convertedImageInfo`, and without a result no
 * wrapper either. Real answers have the wrapper before or after the common members; here that
 * depends on the name, so that clients see both.
 */
export function documentImage(path: ApiPath, name: string, wrapper: JsonObject | null): JsonObject {
	if (wrapper === null) return imageEntry(name, 'FAILURE', MESSAGES.unreadable);
	const member = { [WRAPPERS[path] ?? 'document']: wrapper };
	const entry = imageEntry(name, 'SUCCESS', 'SUCCESS');
	return name.length % 2 === 0 ? { ...member, ...entry } : { ...entry, ...member };
}
