import { readPage, toReading } from '../../../../nodes/ClovaOcr/reading/document/readPage';
import { readOtherTable } from '../../../../nodes/ClovaOcr/reading/document/readOtherTable';
import type { Entry } from '../../../../nodes/ClovaOcr/reading/document/walk';
import type { JsonObject } from '../../../../nodes/ClovaOcr/shared/json';
import { DETAILED, pagesOf, PLAIN } from '../../../support/answers';

const CARD = { wrapper: 'card', read: (entry: Entry) => readOtherTable(entry, 'card') };

function readOne(card: JsonObject) {
	const [page] = pagesOf({ images: [{ inferResult: 'SUCCESS', card }] });
	return readPage(page, false, CARD, DETAILED);
}

const polygon = {
	vertices: [
		{ x: 10, y: 20 },
		{ x: 110, y: 50 },
	],
};
const BOX = { x: 10, y: 20, width: 100, height: 30 };

const WHOLE = readOne({
	result: {
		name: { text: 'a', keyText: 'Name', confidenceScore: 0.9, boundingPolys: [polygon] },
		num: { text: '1', boundingPolys: [polygon], maskingPolys: [polygon] },
	},
});

test('details say where a value stands, and what is to be blacked out where anything is', () => {
	expect(toReading(WHOLE, DETAILED).fields).toEqual({
		name: { text: 'a', keyText: 'Name', confidence: 0.9, boxes: [BOX] },
		num: { text: '1', keyText: null, confidence: null, boxes: [BOX], maskBoxes: [BOX] },
	});
	expect(toReading(WHOLE, PLAIN).fields).toBeNull();
});

test('only the full output of a page says what is missing', () => {
	expect(toReading(WHOLE, PLAIN).more).toEqual({ missing: [] });
	expect(toReading(WHOLE, PLAIN, 'short').more).toEqual({});
});

test.each<[string, JsonObject, string[]]>([
	[
		'is doubted where CLOVA is not sure',
		{ isConfident: false, name: { text: 'a' } },
		['notConfident'],
	],
	['is not where CLOVA is sure', { isConfident: true, name: { text: 'a' } }, []],
	['without values is not doubted besides', { isConfident: false }, ['nothingRead']],
])('a page %s', (_, result, reasons) => {
	expect(readOne({ result }).reviewReasons).toEqual(reasons);
});
