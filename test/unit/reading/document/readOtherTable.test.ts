import { wrapperIn } from '../../../../nodes/ClovaOcr/reading/document/readOtherTable';
import type { JsonObject } from '../../../../nodes/ClovaOcr/shared/json';

test.each<[string, JsonObject, string]>([
	['the one with a result', { note: { text: 'x' }, bankbook: { result: {} } }, 'bankbook'],
	['the first of several with a result', { a: { result: {} }, b: { result: {} } }, 'a'],
	['the first object where none has a result', { note: 'x', a: { b: {} }, c: {} }, 'a'],
	['no list', { a: [{ result: {} }] }, ''],
	['nothing of what every entry has', { convertedImageInfo: { width: 1 }, uid: 'x' }, ''],
])('the member that holds a document of an unknown kind is %s', (_, entry, wrapper) => {
	expect(wrapperIn(entry)).toBe(wrapper);
});
