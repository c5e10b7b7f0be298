import type { INodeProperties } from 'n8n-workflow';

import { operations } from '../../nodes/ClovaOcr/operations';
import type { Operation } from '../../nodes/ClovaOcr/operations/types';
import { readOptions } from '../../nodes/ClovaOcr/options';
import { readingItem } from '../../nodes/ClovaOcr/output/items';
import { BOUNDS } from '../../nodes/ClovaOcr/pdf/file/bounds';
import { nodeProperties } from '../../nodes/ClovaOcr/properties';
import { isFlat } from '../../nodes/ClovaOcr/shared/itemKeys';
import { asObject } from '../../nodes/ClovaOcr/shared/json';
import { fs, path, repositoryRoot } from '../support/node';
import { allOptions, isShownOn } from '../support/shownOptions';

const reference = page('docs/reference.md');
const RESOURCES: Record<string, string> = {
	document: 'Document',
	general: 'General',
	idCard: 'ID Card',
	template: 'Template',
};

describe('docs/reference.md', () => {
	it('has every operation with its output keys, lists and objects marked', () => {
		const rows = operations.flatMap(({ resource, name, splitInto, valuesSchema }) =>
			(splitInto.length > 0 ? splitInto : [{ name: '', value: '' }]).map((split) => {
				const schema = valuesSchema(split.value);
				const keys = Object.keys(schema ?? {}).map(
					(key) => `\`${key}\`${isFlat(schema?.[key]) ? '' : '†'}`,
				);
				return [
					RESOURCES[resource],
					name,
					split.name,
					...(schema === null ? [] : [keys.join(', ')]),
				];
			}),
		);
		const documented = tableOf(reference, 'Operations and output keys');
		expect(documented.map((cells) => cells.slice(0, cells[3].includes('`') ? 4 : 3))).toEqual(rows);
	});

	it('has every parameter of the node by its label and name', () => {
		const selectors = ['resource', 'operation', 'options'];
		const parameters = nodeProperties.filter(({ name }) => !selectors.includes(name));
		expect(namesIn('Parameters')).toEqual(labelled(parameters));
	});

	it('has every option of the node by its label and name', () => {
		expect(allOptions.length).toBeGreaterThan(0);
		expect(namesIn('Options')).toEqual(labelled(allOptions));
	});

	describe.each(tableOf(reference, 'Options').map((row) => [row[0], ...row]))(
		'says of the option %s',
		(_, label, __, byDefault, on) => {
			const option = allOptions.find(({ displayName }) => displayName === label);
			if (option === undefined) throw new Error(`There is no option ${label}`);

			it('what counts without it', () => {
				const values: Record<string, unknown> = readOptions({}).values;
				const value = values[option.name];
				const nothing = value === '' || (Array.isArray(value) && value.length === 0);
				expect(nothing ? null : value).toEqual(valueOf(option, byDefault));
			});

			it('which operations show it', () => {
				const shown = operations.filter((operation) => isShownOn(option, operation));
				expect(shown).toEqual(operations.filter((operation) => isNamed(operation, on)));
			});
		},
	);

	it("has every member of the object 'ocr'", () => {
		const some = ['missing', 'template', 'title', 'table', 'row', 'tilt', 'guessedBy'];
		const named = tableOf(reference, 'The object ocr').flatMap(([members]) => quoted(members));
		expect(named.sort()).toEqual([...Object.keys(fullDetails()), ...some].sort());
	});

	it.each([
		['Review reasons', 'ReviewReason'],
		['Checks', 'CheckName'],
	])('has all %s', (heading, type) => {
		const source = page('nodes/ClovaOcr/reading/reading.ts');
		const [, members] = new RegExp(`export type ${type} =([^;]*);`).exec(source) ?? [];
		const names = [...(members ?? '').matchAll(/'(\w+)'/g)].map(([, name]) => name);
		expect(names.length).toBeGreaterThan(0);
		const named = tableOf(reference, heading).flatMap(([name]) => quoted(name));
		expect(named.sort()).toEqual(names.sort());
	});
});

describe('docs/limits.md', () => {
	const MB = 1024 * 1024;

	it('has the bounds of PDFs as they are', () => {
		const figures = tableOf(page('docs/limits.md'), 'PDFs').map((cells) => cells[1]);
		const counts = [
			BOUNDS.pages,
			BOUNDS.treeDepth,
			BOUNDS.nesting,
			BOUNDS.objects,
			BOUNDS.objectNumber,
			BOUNDS.values,
			BOUNDS.valuesPerObject,
			BOUNDS.names,
		].map((count) => count.toLocaleString('en-US'));
		expect(figures).toEqual([
			...counts,
			`${BOUNDS.token / MB} MB`,
			`${BOUNDS.decodedTimes} times the file, at least ${BOUNDS.decodedAtLeast / MB} MB, at most ${BOUNDS.decodedBytes / MB} MB`,
			`${BOUNDS.brokenTimes} times the file`,
		]);
	});

	it('says how much of the contents of pages is looked at', () => {
		const streams = BOUNDS.contentStreams.toLocaleString('en-US');
		expect(page('docs/limits.md')).toContain(
			`${BOUNDS.content / MB} MB and ${streams} streams are looked at, of all contents ${BOUNDS.decodedTimes} times the file (at least ${BOUNDS.contentsAtLeast / MB} MB, at most ${BOUNDS.decodedBytes / MB} MB)`,
		);
	});
});

function page(name: string): string {
	return fs.readFileSync(path.join(repositoryRoot, name), 'utf8');
}

/** The rows of the first table under a heading, without its head. */
function tableOf(text: string, heading: string): string[][] {
	const [, section = ''] = text.split(`\n## ${heading}\n`);
	const rows = section.split(/\n## /)[0].split('\n');
	const first = rows.findIndex((row) => row.startsWith('|'));
	const length = rows.slice(first).findIndex((row) => !row.startsWith('|'));
	return rows.slice(first + 2, first + length).map((row) =>
		row
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim()),
	);
}

/** 'Label name' of each row. */
function namesIn(heading: string): string[] {
	return tableOf(reference, heading)
		.map(([label, name]) => `${label} ${quoted(name).join()}`)
		.sort();
}

function labelled(properties: INodeProperties[]): string[] {
	return [...new Set(properties.map(({ displayName, name }) => `${displayName} ${name}`))].sort();
}

function quoted(cell: string): string[] {
	return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
}

/** The value that a cell of the column 'Default' stands for. */
function valueOf({ type, options = [] }: INodeProperties, cell: string): unknown {
	const choice = options.find(({ name }) => name === cell);
	if (type === 'options' && choice !== undefined && 'value' in choice) return choice.value;
	if (type === 'boolean') return { on: true, off: false }[cell];
	if (type === 'number' && !cell.startsWith('off')) return Number.parseInt(cell, 10);
	// Texts and lists are empty at first; what that means stands there in words.
	return null;
}

/** Whether a cell of the column 'On' names the operation, its resource, or all. */
function isNamed({ name, resource }: Operation, cell: string): boolean {
	const named = cell.split(', ').map((each) => each.replace(/^all$/, name));
	return [name, `${name} (${RESOURCES[resource]})`, RESOURCES[resource]].some((each) =>
		named.includes(each),
	);
}

/** Everything that `ocr` says of a reading, whatever the operation. */
function fullDetails() {
	const { item } = readingItem(
		{
			values: {},
			page: 1,
			recognized: true,
			message: null,
			confidence: null,
			lowestConfidence: null,
			reviewReasons: [],
			checks: {},
			fields: {},
			other: {},
			width: 1,
			height: 1,
			detail: 'full',
			more: {},
		},
		{
			fileName: '',
			pageCount: 1,
			requestIdOf: () => null,
			foundOn: () => [],
			sourceOf: () => 'service',
		},
		{
			output: 'detailed',
			fields: [],
			valuesSchema: {},
			rows: false,
			includeFieldDetails: true,
			confidenceThreshold: null,
		},
		0,
		1,
	);
	return asObject(JSON.parse(JSON.stringify(item.json.ocr)));
}
