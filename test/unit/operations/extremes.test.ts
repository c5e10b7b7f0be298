import { parseAnswer } from '../../../nodes/ClovaOcr/clova/answer';
import { pagesOfAnswer } from '../../../nodes/ClovaOcr/clova/pages';
import { operations } from '../../../nodes/ClovaOcr/operations';
import { maskImage } from '../../../nodes/ClovaOcr/reading/masking/maskImage';
import { boxAround, verticesOf } from '../../../nodes/ClovaOcr/shared/geometry';
import { isObject, type Json } from '../../../nodes/ClovaOcr/shared/json';
import { DETAILED } from '../../support/answers';
import { nodeProcess } from '../../support/node';

const DOCUMENTS = operations.filter(({ resource }) => resource !== 'general');
const SPLITS = ['', 'lineItem'];

/** Pages of an answer as they come over the wire, so that even `__proto__` is a member of its own. */
function pages(entry: string) {
	const parsed = parseAnswer({ status: 200, retryAfter: null, text: `{"images":[${entry}]}` });
	if (!parsed.ok) throw new Error('No answer');
	return pagesOfAnswer(parsed.answer.images, [1]).pages;
}

/** The entry with the same member in the wrapper of every document, and as field of a template. */
function everywhere(member: string): string {
	const wrappers = ['receipt', 'bizLicense', 'nameCard', 'creditCard', 'idCard', 'passport'];
	const members = wrappers.map((wrapper) => `"${wrapper}":{"result":{"name":${member}}}`);
	return `{"inferResult":"SUCCESS","fields":[{"name":"a","inferText":"b","x":${member}}],${members.join(',')}}`;
}

const nested = (depth: number, open: string, close: string) =>
	open.repeat(depth) + '{"text":"a"}' + close.repeat(depth);

describe.each([
	['lists nested 100,000 deep', nested(100_000, '[', ']'), true],
	['objects nested 100,000 deep', nested(100_000, '{"a":', '}'), true],
	[
		'coordinates of 1e308',
		'{"text":"a","boundingPolys":[{"vertices":[{"x":-1e308,"y":1},{"x":1e308,"y":1e308}]}]}',
		false,
	],
	['a number beyond all numbers', '{"text":1e999,"confidenceScore":1e999}', false],
	['a confidence of -1', '{"text":"a","confidenceScore":-1}', false],
	[
		'names that JavaScript gives a meaning',
		'{"toString":"a","valueOf":{"text":"b"},"__proto__":{"text":"c"},"constructor":"d","hasOwnProperty":1}',
		false,
	],
	[
		'a leaf with such names',
		'{"text":{"toString":"a"},"formatted":{"__proto__":{"value":"b"},"valueOf":"c"}}',
		false,
	],
])('an answer with %s', (_, member, cut) => {
	const answered = pages(everywhere(member));

	test.each(DOCUMENTS.map((operation) => [operation.value, operation] as const))(
		'gives %s its item',
		(_name, operation) => {
			expect(answered.some((page) => page.cut === true)).toBe(cut);
			const masked = answered.map((page) => ({
				...page,
				image: page.image && {
					...page.image,
					raw: maskImage(page.image.raw, operation.sensitive, 'strict').raw,
				},
			}));
			for (const splitInto of SPLITS) {
				const readings = operation.read(masked, { ...DETAILED, splitInto });
				expect(readings).toHaveLength(1);
				expect(outside(JSON.parse(JSON.stringify(readings)))).toEqual([]);
			}
		},
	);
});

test('200,000 corners have a box', () => {
	const corners = Array.from({ length: 200_000 }, (_, index) => ({ x: index, y: 1 }));
	expect(boxAround(corners)).toEqual({ x: 0, y: 1, width: 199_999, height: 0 });
});

test('corners that no picture can have are left out', () => {
	const vertices = [
		{ x: -1e308, y: 0 },
		{ x: 1e308, y: 0 },
	];
	expect(boxAround(verticesOf({ vertices }))).toBeNull();
});

describe('time does not grow faster than the answer', () => {
	const certificate = (count: number) =>
		`{"inferResult":"SUCCESS","bizLicense":{"result":{"bisType":[${Array(count).fill('{"text":"a"}').join(',')}]}}}`;
	const template = (count: number, name: (index: number) => string) =>
		`{"inferResult":"SUCCESS","fields":[${Array.from({ length: count }, (_, index) => `{"name":"${name(index)}","inferText":"a"}`).join(',')}]}`;
	const receipt = (count: number) =>
		`{"inferResult":"SUCCESS","receipt":{"result":{"subResults":[{"items":[${Array(count).fill('{"name":{"text":"a"},"price":{"price":{"text":"1"}}}').join(',')}]}]}}}`;

	test.each<[string, string, (count: number) => string]>([
		['kinds of business', 'readBusinessRegistration', certificate],
		['fields of one name', 'extractFields', (count) => template(count, () => 'a')],
		[
			'fields of different names',
			'extractFields',
			(count) => template(count, (index) => `a${index}`),
		],
		['bought things', 'readReceipt', receipt],
	])('for %s', (_, value, entry) => {
		const operation = operations.find((one) => one.value === value);
		const spent = (count: number) => {
			const answered = pages(entry(count));
			const before = nodeProcess.cpuUsage();
			operation?.read(answered, DETAILED);
			const { user, system } = nodeProcess.cpuUsage(before);
			return (user + system) / 1000;
		};
		const small = Math.max(10, Math.min(spent(1000), spent(1000)));
		const large = spent(20_000);
		// Twenty times the size; a quadratic reading would take 400 times the time.
		expect(large <= small * 25 ? large : spent(20_000)).toBeLessThanOrEqual(small * 60);
	});
});

/** Confidences that lie outside of 0 to 1, wherever they stand. */
function outside(value: Json): Json[] {
	if (Array.isArray(value)) return value.flatMap(outside);
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, member]) =>
		/onfidence$/.test(name) && typeof member === 'number' && (member < 0 || member > 1)
			? [member]
			: outside(member),
	);
}
