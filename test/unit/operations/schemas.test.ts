import Ajv from 'ajv';

import { operations } from '../../../nodes/ClovaOcr/operations';
import { readingItem } from '../../../nodes/ClovaOcr/output/items';
import { asObject, type JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import type { Operation } from '../../../nodes/ClovaOcr/operations/types';
import { outputSchema } from '../../../scripts/outputSchema';
import { answer, answerNames, outsideAnswers, pagesOf, PLAIN } from '../../support/answers';
import { fs, path, repositoryRoot } from '../../support/node';
import { itemSettings } from '../../support/settings';

const FOLDER = path.join(repositoryRoot, 'nodes/ClovaOcr/__schema__/v1.0.0');

const PAGES = [
	...answerNames().map((name) => pagesOf(answer(name))),
	...['captures', 'clova-ocr/examples'].flatMap((folder) =>
		outsideAnswers(folder).map(({ body }) => pagesOf(body)),
	),
];

/** The items that the operation gives with its default parameters, for every answer that there is. */
function itemsOf(operation: Operation): JsonObject[] {
	const file = {
		fileName: 'scan.pdf',
		pageCount: 1,
		sourceOf: () => 'service' as const,
		requestIdOf: () => 'id',
		foundOn: () => [],
	};
	const splitInto = operation.splitInto[0]?.value ?? '';
	const settings = {
		...itemSettings(),
		valuesSchema: operation.valuesSchema(splitInto),
		rows: splitInto === 'row',
	};
	return PAGES.flatMap((pages) => operation.read(pages, { ...PLAIN, splitInto })).map((reading) =>
		asObject(JSON.parse(JSON.stringify(readingItem(reading, file, settings, 0, 1).item.json))),
	);
}

/** The schema with every member that is not named forbidden and every named one demanded. */
function strict(schema: JsonObject, names: string[]): JsonObject {
	return { ...schema, additionalProperties: false, required: names };
}

const FREE_KEYS = ['createMaskedCard', 'detectType', 'extractFields', 'extractTables', 'readOther'];

describe.each(operations.map((operation) => ({ name: operation.value, operation })))(
	'the output schema of $name',
	({ operation }) => {
		test('is the one that is shipped', () => {
			const file = path.join(FOLDER, operation.resource, `${operation.value}.json`);
			expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual(outputSchema(operation));
		});

		test('fits every item', () => {
			const schema = outputSchema(operation);
			const fixed = !FREE_KEYS.includes(operation.value);
			const names = Object.keys(asObject(schema.properties));
			const validate = new Ajv({ schemaId: 'auto' }).compile(
				fixed ? strict(schema, names) : schema,
			);
			for (const item of itemsOf(operation)) {
				validate(item);
				expect(validate.errors).toBeNull();
			}
		});

		test('can be shown by the editor, which reads the first type of a member', () => {
			const types = JSON.stringify(outputSchema(operation)).match(/"type":(\[[^\]]*\]|"\w+")/g);
			for (const type of types ?? []) expect(type).not.toMatch(/:(?:\["null"|"null")/);
		});
	},
);

test('no schema is shipped without its operation', () => {
	const files = fs
		.readdirSync(FOLDER)
		.flatMap((resource) =>
			fs.readdirSync(path.join(FOLDER, resource)).map((file) => `${resource}/${file}`),
		);
	expect(files.sort()).toEqual(
		operations.map(({ resource, value }) => `${resource}/${value}.json`).sort(),
	);
});
