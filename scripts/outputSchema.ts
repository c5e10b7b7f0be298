import type { Operation } from '../nodes/ClovaOcr/operations/types';
import { isFlat } from '../nodes/ClovaOcr/shared/itemKeys';
import type { JsonObject } from '../nodes/ClovaOcr/shared/json';

/** What a simplified item says of its reading (`ITEM_KEYS`). Null stands last: the editor shows the first type. */
const FACTS: JsonObject = {
	fileName: { type: 'string' },
	page: { type: ['number', 'null'] },
	needsReview: { type: 'boolean' },
	reviewReasons: { type: ['string', 'null'] },
};

/** JSON Schema of the items that an operation gives with its default parameters. */
export function outputSchema({ splitInto, valuesSchema }: Operation): JsonObject {
	const split = splitInto[0]?.value ?? '';
	const values = Object.entries(valuesSchema(split) ?? {}).filter(([, schema]) => isFlat(schema));
	const facts = split === 'row' ? {} : FACTS;
	return {
		type: 'object',
		properties: { ...Object.fromEntries(values), ...facts },
		version: 1,
	};
}
