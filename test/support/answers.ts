import { asList, asObject, asText, isObject, type Json } from '../../nodes/ClovaOcr/shared/json';
import { readOptions } from '../../nodes/ClovaOcr/options';
import type { PageAnswer } from '../../nodes/ClovaOcr/reading/page';
import type { ReadingOptions } from '../../nodes/ClovaOcr/reading/reading';
import { fs, path, repositoryRoot } from './node';

/** The options of a reader as the node's defaults give them. */
export const PLAIN: ReadingOptions = { ...readOptions({}).values, splitInto: '' };

/** The same with `ocr.fields` filled. */
export const DETAILED: ReadingOptions = { ...PLAIN, includeFieldDetails: true };

const SAMPLES = path.join(repositoryRoot, 'test/samples');

/** Invented answers by name: those of each kind of document, and those of no kind. */
const FILES = new Map(
	[
		path.join(repositoryRoot, 'test/fixtures/answers'),
		...fs.readdirSync(SAMPLES).map((kind) => path.join(SAMPLES, kind, 'answers')),
	]
		.filter((folder) => fs.existsSync(folder))
		.flatMap((folder) => fs.readdirSync(folder).map((file) => path.join(folder, file)))
		.map((file): [string, string] => [path.basename(file, '.json'), file]),
);

/**
 * An invented answer of the service by file name without `.json`.
 * @throws Error when there is none
 */
export function answer(name: string): Json {
	const file = FILES.get(name);
	if (file === undefined) throw new Error(`No answer is called "${name}"`);
	return parse(file);
}

/** Names of all invented answers. */
export function answerNames(): string[] {
	return [...FILES.keys()].sort();
}

/** Answers that lie outside the project; an empty list where there are none. */
export function outsideAnswers(folder: string): Array<{ name: string; body: Json }> {
	const from = path.join(repositoryRoot, '../shared', folder);
	if (!fs.existsSync(from)) return [];
	return fs
		.readdirSync(from)
		.filter((file) => file.endsWith('.json'))
		.map((file) => ({ name: file, body: parse(path.join(from, file)) }));
}

/** The pages of an answer as a reader takes them, one per `images[]` entry. */
export function pagesOf(body: Json): PageAnswer[] {
	return asList(asObject(body).images).map((entry, index) => ({
		page: index + 1,
		image: {
			inferResult: asObject(entry).inferResult === 'SUCCESS' ? 'SUCCESS' : 'FAILURE',
			message: asText(asObject(entry).message),
			raw: asObject(entry),
		},
		width: null,
		height: null,
	}));
}

/** Every printed text of an answer, found by its member's name alone, wherever it stands. */
export function printedTexts(value: Json): string[] {
	if (Array.isArray(value)) return value.flatMap(printedTexts);
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, member]) => {
		const text = asText(member);
		if (text === null) return printedTexts(member);
		return (name === 'text' || name === 'inferText') && text.trim() !== ''
			? [text.normalize('NFC')]
			: [];
	});
}

/** Every string that stands anywhere in a value. */
export function stringsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(stringsIn);
}

function parse(file: string): Json {
	return JSON.parse(fs.readFileSync(file, 'utf8'));
}
