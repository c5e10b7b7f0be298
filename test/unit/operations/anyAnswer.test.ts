import fc from 'fast-check';

import { operations } from '../../../nodes/ClovaOcr/operations/index';
import type { Operation } from '../../../nodes/ClovaOcr/operations/types';
import {
	asList,
	asObject,
	flatList,
	isObject,
	type Json,
	type JsonObject,
} from '../../../nodes/ClovaOcr/shared/json';
import {
	answer,
	answerNames,
	DETAILED,
	outsideAnswers,
	pagesOf,
	printedTexts,
	stringsIn,
} from '../../support/answers';
import { mutate, mutations } from '../../support/mutate';

const OPERATIONS = operations.filter(({ resource }) => resource !== 'general');

const ANSWERS: Array<{ name: string; body: Json }> = [
	...answerNames().map((name) => ({ name, body: answer(name) })),
	...outsideAnswers('captures'),
	...outsideAnswers('clova-ocr/examples'),
].filter(({ name, body }) => pagesOf(body).length > 0 && !name.startsWith('general'));

/** The answers without those of pages on which nothing was found. */
const FOUND = ANSWERS.filter(({ body }) =>
	pagesOf(body).every(({ image }) => image?.inferResult === 'SUCCESS'),
);

/** The operations that such an answer may reach; a template's differs from a document's. */
function operationsFor(body: Json): Operation[] {
	const isTemplate = pagesOf(body).some(({ image }) => image?.raw.fields !== undefined);
	return OPERATIONS.filter((operation) => (operation.resource === 'template') === isTemplate);
}

/** Texts of the pages that stand nowhere in their readings. */
function lostTexts(operation: Operation, body: Json): string[] {
	const pages = pagesOf(body);
	const readings = operation.read(pages, DETAILED);
	const kept = new Set(
		stringsIn(readings.map(({ values, fields, other, more }) => [values, fields, other, more])),
	);
	return printedTexts(pages.map((page) => withoutTitleWords(page.image?.raw ?? {}))).filter(
		(text) => !kept.has(text),
	);
}

/** The words of a template's title come once more, each with its place; nothing is read of them. */
function withoutTitleWords(entry: JsonObject): JsonObject {
	const titles = flatList(entry.title).map((title) =>
		isObject(title) ? { ...title, subFields: null } : title,
	);
	return { ...entry, title: titles };
}

describe.each(ANSWERS)('the answer $name', ({ body }) => {
	test.each(OPERATIONS.map((operation) => [operation.value, operation] as const))(
		'is read by %s without an exception',
		(_, operation) => {
			for (const splitInto of ['', 'lineItem']) {
				const readings = operation.read(pagesOf(body), { ...DETAILED, splitInto });
				expect(readings.length).toBeGreaterThanOrEqual(pagesOf(body).length);
				expect(faults(readings)).toEqual([]);
			}
		},
	);

	test('loses no word', () => {
		if (!FOUND.some((found) => found.body === body)) return;
		for (const operation of operationsFor(body)) expect(lostTexts(operation, body)).toEqual([]);
	});
});

describe('answers of any shape', () => {
	const found = fc.constantFrom(...FOUND.map(({ name }) => name));

	test('are read without an exception and give clean values', () => {
		fc.assert(
			fc.property(found, mutations, choice(OPERATIONS), (name, changes, value) => {
				const operation = named(value);
				const pages = pagesOf(mutate(bodyOf(name), changes));
				for (const splitInto of ['', 'lineItem']) {
					expect(faults(operation.read(pages, { ...DETAILED, splitInto }))).toEqual([]);
				}
			}),
			{ numRuns: 2000 },
		);
	});

	test('lose no word', () => {
		fc.assert(
			fc.property(found, mutations, fc.nat(), (name, changes, choice) => {
				const images = asList(asObject(bodyOf(name)).images).map((entry) => {
					const changed = mutate(entry, changes);
					return { ...asObject(changed), inferResult: 'SUCCESS' };
				});
				const operations = operationsFor(bodyOf(name));
				const operation = operations[choice % operations.length];
				expect(lostTexts(operation, { images })).toEqual([]);
			}),
			{ numRuns: 2000 },
		);
	});

	test('give the same keys whatever is missing', () => {
		const fixed = OPERATIONS.filter(
			({ value }) => !['createMaskedCard', 'detectType', 'extractFields', 'readOther'].includes(value),
		);
		fc.assert(
			fc.property(found, mutations, choice(fixed), (name, changes, value) => {
				const operation = named(value);
				const [whole] = operation.read(
					[{ page: 1, image: null, width: null, height: null }],
					DETAILED,
				);
				for (const reading of operation.read(pagesOf(mutate(bodyOf(name), changes)), DETAILED)) {
					expect(Object.keys(reading.values)).toEqual(Object.keys(whole?.values ?? {}));
				}
			}),
			{ numRuns: 500 },
		);
	});
});

/** Choices by name, so that a counterexample can be read. */
function choice(operations: Operation[]): fc.Arbitrary<string> {
	return fc.constantFrom(...operations.map(({ value }) => value));
}

function named(value: string): Operation {
	const found = OPERATIONS.find((operation) => operation.value === value);
	if (found === undefined) throw new Error(`No operation ${value}`);
	return found;
}

function bodyOf(name: string): Json {
	return FOUND.find((one) => one.name === name)?.body ?? null;
}

/** What must never reach an item: missing values, numbers that are none, objects printed as text. */
function faults(value: unknown, at = 'reading'): string[] {
	if (value === undefined) return [`${at} is undefined`];
	if (typeof value === 'number' && !Number.isFinite(value)) return [`${at} is ${value}`];
	if (Object.is(value, -0)) return [`${at} is -0`];
	if (typeof value === 'string') {
		return /\[object |undefined|\bNaN\b/.test(value) ? [`${at} holds ${value}`] : [];
	}
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, member]) => faults(member, `${at}.${name}`));
}
