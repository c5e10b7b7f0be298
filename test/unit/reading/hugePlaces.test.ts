import { maskImage } from '../../../nodes/ClovaOcr/reading/masking/maskImage';
import { extractText } from '../../../nodes/ClovaOcr/operations/general/extractText';
import { asList, asObject, type JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import { PLAIN } from '../../support/answers';
import { generalImage, wordsOfLines } from '../../support/generalAnswer';

/** A page whose words and table lie so far out that one more makes no other number. */
function farOut(distance: number): JsonObject {
	const image = generalImage(wordsOfLines(['Card No.', '4000123412341234', '900101-1234567 A']));
	for (const field of asList(image.fields)) {
		for (const corner of asList(asObject(asObject(field).boundingPoly).vertices)) {
			const { x, y } = asObject(corner);
			Object.assign(asObject(corner), { x: Number(x) + distance, y: Number(y) + distance });
		}
	}
	const vertices = [
		{ x: distance, y: distance },
		{ x: 2 * distance, y: distance },
		{ x: 2 * distance, y: distance },
		{ x: distance, y: distance },
	];
	const cell = { rowIndex: 0, columnIndex: 0, rowSpan: 1, columnSpan: 1, cellTextLines: [] };
	const cells = [{ ...cell, boundingPoly: { vertices } }];
	return { ...image, tables: [{ cells, boundingPoly: { vertices } }] };
}

describe.each([2 ** 53, 1e21, 1e300, -1e300])('a page that lies %d pixels away', (distance) => {
	const raw = farOut(distance);

	it('is masked without end of time or memory', () => {
		const { found } = maskImage(raw, [], 'standard');
		expect(found).toContain('card');
	});

	it.each(['text', 'spaced', 'columns', 'markdown'] as const)('is read as %s', (layout) => {
		const page = {
			page: 1,
			image: { inferResult: 'SUCCESS' as const, message: null, raw },
			width: null,
			height: null,
		};
		const [reading] = extractText.read([page], { ...PLAIN, splitInto: 'page', layout });
		expect(String(reading.values.text)).toContain('900101-1234567');
	});
});
