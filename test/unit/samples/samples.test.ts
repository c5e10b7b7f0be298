import type { PageAnswer } from '../../../nodes/ClovaOcr/reading/page';
import type { Reading } from '../../../nodes/ClovaOcr/reading/reading';
import { isObject, type Json } from '../../../nodes/ClovaOcr/shared/json';
import { documentSamples, sample, samples, type DocumentSample } from '../../samples/index';
import { drawingOf } from '../../simulator/documents/drawing';
import { documentOf, variantNames } from '../../simulator/documents/result';
import { PLAIN, stringsIn } from '../../support/answers';
import { operationOf } from '../../support/apis';

jest.setTimeout(60_000);

/** Keys whose value follows from how much was read beside them. */
const MADE_OF_SEVERAL = ['all', 'duplicateKey', 'itemCount', 'suggestedFileName'];

describe('the list of samples', () => {
	it('names every sample once and finds it by its name', () => {
		expect(new Set(samples.map(({ id }) => id)).size).toBe(samples.length);
		expect(sample('letter')).toBe(samples[0]);
		expect(() => sample('nothing')).toThrow('letter');
	});

	it.each(samples.map((each) => [each.id, each] as const))(
		'%s is a file of the kind that it says',
		async (_, { picture, mimeType, expected }) => {
			const bytes = await picture();
			const starts = {
				'application/pdf': '255044462d',
				'image/jpeg': 'ffd8ff',
				'image/png': '89504e47',
				'image/tiff': '49492a00',
			}[mimeType];
			expect(bytes.subarray(0, 5).toString('hex').startsWith(starts)).toBe(true);
			expect(expected.length).toBeGreaterThan(0);
			expect(await picture()).toBe(bytes);
		},
	);
});

describe('what the simulator knows of a sample', () => {
	it.each(documentSamples.map((each) => [each.id, each] as const))(
		'%s reads as the data it was drawn from',
		(_, each) => {
			const values = read(each, 0);
			expect(matching(values, each.expected[0])).toEqual(each.expected[0]);
		},
	);

	it.each(documentSamples.map((each) => [each.id, each] as const))(
		'%s passes every check, so that nobody has to look at a sample',
		(_, each) => {
			const { checks, reviewReasons } = readingOf(each, 0);
			expect(reviewReasons).toEqual([]);
			expect(Object.values(checks)).not.toContain('mismatch');
		},
	);

	it.each(variantNames().map((name, number) => [name, number] as const))(
		'never gives a value that was not printed: %s',
		(_, number) => {
			for (const each of documentSamples) {
				const complete = read(each, 0);
				for (const [key, value] of Object.entries(read(each, number))) {
					if (isNothing(value) || MADE_OF_SEVERAL.includes(key)) continue;
					// What no tidied form tells the kind of stays as it is printed.
					if (each.operation === 'readOther' && isPrinted(each, value)) continue;
					expect([each.id, key, value]).toEqual([each.id, key, complete[key]]);
				}
			}
		},
	);
});

function isPrinted(each: DocumentSample, value: Json): boolean {
	const texts = [...each.draw().marks.values()].map(({ text }) => text);
	return stringsIn(value).every((text) => texts.includes(text) || text === 'parcels');
}

const drawings = new Map(
	documentSamples.map((each) => [each.id, drawingOf(each.draw(), { width: 0 })]),
);

function read(each: DocumentSample, variant: number) {
	return readingOf(each, variant).values;
}

function readingOf(each: DocumentSample, variant: number): Reading {
	const operation = operationOf(each.resource, each.operation);
	const drawing = drawings.get(each.id);
	if (drawing === undefined) throw new Error(`No drawing ${each.id}`);
	const page: PageAnswer = {
		page: 1,
		image: {
			inferResult: 'SUCCESS',
			message: null,
			raw: documentOf(each, drawing, variant),
		},
		width: null,
		height: null,
	};
	const splitInto = operation.splitInto[0]?.value ?? '';
	return operation.read([page], { ...PLAIN, splitInto, fileName: each.fileName })[0];
}

function isNothing(value: Json): boolean {
	return value === null || (Array.isArray(value) && value.length === 0);
}

/** The value as read, but starred where the expectation is: readings are masked later. */
function matching(value: Json, expected: Json): Json {
	if (typeof value === 'string' && typeof expected === 'string') {
		return [...value].map((letter, at) => (expected[at] === '*' ? '*' : letter)).join('');
	}
	if (Array.isArray(value) && Array.isArray(expected)) {
		return value.map((entry, at) => matching(entry, expected[at] ?? null));
	}
	if (isObject(value) && isObject(expected)) {
		const entries = Object.entries(value);
		return Object.fromEntries(
			entries.map(([key, inner]) => [key, matching(inner, expected[key] ?? null)]),
		);
	}
	return value;
}
