import {
	rawItem,
	readingItem,
	reasonsOf,
	withSource,
	type FileFacts,
	type OutputSettings,
} from '../../../nodes/ClovaOcr/output/items';
import type { Reading } from '../../../nodes/ClovaOcr/reading/reading';

const READING: Reading = {
	page: 2,
	recognized: true,
	message: null,
	values: { total: 5, lines: [{ name: 'a' }], note: null },
	confidence: 0.9,
	lowestConfidence: 0.7,
	reviewReasons: ['checkMismatch'],
	checks: { tax: 'mismatch' },
	more: { title: 'Bill' },
	fields: { total: { text: '5' } },
	other: { stamp: 'paid' },
	width: 800,
	height: 600,
	detail: 'full',
};

const FILE: FileFacts = {
	fileName: 'scan.pdf',
	pageCount: 3,
	requestIdOf: (page) => `request ${page}`,
	foundOn: () => ['personal', 'card', 'personal'],
	sourceOf: () => 'service',
};

const SCHEMA = { total: { type: 'number' }, lines: { type: 'array' }, note: { type: ['string', 'null'] } };

const SETTINGS: OutputSettings = {
	output: 'simplified',
	fields: [],
	valuesSchema: SCHEMA,
	rows: false,
	includeFieldDetails: false,
	confidenceThreshold: null,
};

function jsonOf(settings: Partial<OutputSettings>, reading: Partial<Reading> = {}) {
	return readingItem({ ...READING, ...reading }, FILE, { ...SETTINGS, ...settings }, 4, 2).item.json;
}

const FACTS = { fileName: 'scan.pdf', page: 2, needsReview: true, reviewReasons: 'checkMismatch' };

describe('an item of a reading', () => {
	it('holds flat values and what is to be known of them', () => {
		expect(readingItem(READING, FILE, SETTINGS, 4, 2)).toEqual({
			item: { json: { total: 5, note: null, ...FACTS }, pairedItem: { item: 4 } },
			needsReview: true,
		});
		expect(readingItem({ ...READING, reviewReasons: [] }, FILE, SETTINGS, 4, 2)).toMatchObject({
			item: { json: { needsReview: false, reviewReasons: null } },
			needsReview: false,
		});
	});

	it('keeps to the columns of its table where it is a row', () => {
		expect(jsonOf({ rows: true })).toEqual({ total: 5, note: null });
	});

	it('holds everything in the detailed output', () => {
		const { ocr, ...values } = jsonOf({ output: 'detailed' });
		expect(values).toEqual(READING.values);
		expect(ocr).toEqual({
			fileName: 'scan.pdf',
			page: 2,
			pageCount: 3,
			recognized: true,
			message: null,
			confidence: 0.9,
			lowestConfidence: 0.7,
			needsReview: true,
			reviewReasons: ['checkMismatch'],
			checks: { tax: 'mismatch' },
			requestId: 'request 2',
			calls: 2,
			masked: 3,
			maskedKinds: ['card', 'personal'],
			source: 'service',
			title: 'Bill',
			other: { stamp: 'paid' },
		});
	});

	it('is short in the detailed output where it is a row, line or word', () => {
		expect(jsonOf({ output: 'detailed' }, { detail: 'short', reviewReasons: [] }).ocr).toEqual({
			fileName: 'scan.pdf',
			page: 2,
			pageCount: 3,
			recognized: true,
			message: null,
			confidence: 0.9,
			needsReview: false,
			reviewReasons: [],
			title: 'Bill',
		});
	});

	it('has no other values where a document has none', () => {
		expect(jsonOf({ output: 'detailed' }, { other: null }).ocr).not.toHaveProperty('other');
	});

	it('has fields, and the size of the page where it is known, when they are asked for', () => {
		const details = { output: 'detailed', includeFieldDetails: true } as const;
		expect(jsonOf(details).ocr).toMatchObject({ width: 800, height: 600, fields: READING.fields });
		const { ocr } = jsonOf(details, { width: null, height: null });
		expect(ocr).toMatchObject({ fields: READING.fields });
		expect(ocr).not.toHaveProperty('width');
		expect(ocr).not.toHaveProperty('height');
		expect(jsonOf({ output: 'detailed' }).ocr).not.toHaveProperty('fields');
	});

	it('holds the selected keys, also of what is to be known and of lists', () => {
		const selected = (fields: string[], more: Partial<OutputSettings> = {}) =>
			jsonOf({ output: 'selectedFields', fields, ...more });
		expect(selected(['page', 'lines', 'total', 'none'])).toEqual({ total: 5, lines: [{ name: 'a' }], page: 2 });
		expect(selected(['ocr']).ocr).toMatchObject({ requestId: 'request 2' });
		expect(selected(['note'])).toEqual({ note: null });
		expect(selected([])).toEqual({ total: 5, note: null, ...FACTS });
		expect(selected(['total'], { valuesSchema: null })).toMatchObject({ total: 5, ...FACTS });
	});
});

describe('reasons for a review', () => {
	const reasons = (lowestConfidence: number | null, confidenceThreshold: number | null) =>
		reasonsOf({ ...READING, lowestConfidence }, { confidenceThreshold });

	it.each([
		[0.79, 0.8, true],
		[0.8, 0.8, false],
		[0.1, null, false],
		[null, 0.8, false],
	])('with a lowest confidence of %d and a threshold of %d', (lowest, threshold, low) => {
		expect(reasons(lowest, threshold)).toEqual(low ? ['checkMismatch', 'lowConfidence'] : ['checkMismatch']);
	});

	it('are named once', () => {
		const twice = { ...READING, reviewReasons: ['checkMismatch' as const, 'checkMismatch' as const] };
		expect(reasonsOf(twice, { confidenceThreshold: null })).toEqual(['checkMismatch']);
	});
});

describe('the source beside an item', () => {
	const file = { data: 'A', mimeType: 'image/png' };
	const item = { json: { total: 5 }, pairedItem: { item: 1 } };

	it('gives way to what was read', () => {
		expect(withSource(item, { total: 1, from: 'mail' }, {})).toEqual({
			json: { total: 5, from: 'mail' },
			pairedItem: { item: 1 },
		});
		const made = { ...item, binary: { data: { ...file, fileName: 'made' } } };
		expect(withSource(made, {}, { data: file, other: file }).binary).toEqual({
			data: { ...file, fileName: 'made' },
			other: file,
		});
	});

	it('brings files only where there are some', () => {
		expect(withSource(item, {}, {})).not.toHaveProperty('binary');
		expect(withSource(item, {}, { data: file }).binary).toEqual({ data: file });
	});
});

it('an entry as it came is an item of its own', () => {
	expect(rawItem({ a: 1 }, true, 3)).toEqual({
		item: { json: { a: 1 }, pairedItem: { item: 3 } },
		needsReview: true,
	});
});
