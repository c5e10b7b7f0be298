import { FOR_TYPES, EITHER, BOUND, type Reasons } from './reason';

const NOTHING = 'what is not there says nothing, adds nothing and matches nothing either way';

/** What lives in the reading of documents, templates and values. */
export const DOCUMENTS: Reasons = {
	'reading/checks/numbers.ts': [
		[
			'arithmetic',
			'total + (product > 9 ? product - 9 : product)',
			'ten divides a sum as it divides the same sum below zero',
		],
	],
	'reading/checks/receipt.ts': [['default', 'discount ?? 0', NOTHING]],
	'reading/document/hiddenLeaves.ts': [
		['number', '0', 'sides of a page are longer than a pixel', 'dot(minus(aboveRight'],
		[
			'boundary',
			'dot(minus(aboveRight, aboveLeft), minus(lower[1], lower[0])) < 0',
			'the upper and the lower side of a page are never at right angles',
		],
	],
	'reading/document/otherKinds.ts': [['default', "own ?? ''", NOTHING]],
	'reading/document/readOtherTable.ts': [
		['boundary', 'within.size * all.length > MOST_REPEATED', BOUND],
		['default', "keys.get(JSON.stringify(namesIn(leaf))) ?? ''", FOR_TYPES],
	],
	'reading/document/readTable.ts': [
		['always', 'isWire(field)', 'made fields are read anew afterwards', 'readField(entry.leaves'],
		['default', 'read.get(key)?.value ?? null', NOTHING],
		['default', 'values[key] ?? null', FOR_TYPES],
	],
	'reading/template/templateReadings.ts': [['default', "image.message ?? ''", NOTHING]],
	'reading/values/amount.ts': [['default', "language ?? ''", NOTHING]],
	'reading/values/mrz.ts': [
		['number', '10', 'a letter behind a day changes no order of days', 'new Date()'],
		['boundary', 'expiryDate < today', EITHER],
	],
	'reading/values/phone.ts': [
		['number', '0', 'ends of both are counted from the same place', 'let length = 0'],
		['arithmetic', 'length += group.length', 'ends of both are counted the same way'],
	],
};
