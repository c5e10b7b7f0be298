import type { JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { startSimulator, type Simulator } from '../simulator';
import { fileItem, jsonOf, parametersFor, runOcr } from '../support/ocrRun';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ recognizer: 'none' });
});

afterAll(async () => await simulator.close());

const TEXT = '홍길동 900101-1234568 4000-0000-0000-0002';
const STARRED = '홍길동 900101-******* 4000-00**-****-0002';

const general = { fields: [{ inferText: TEXT, inferConfidence: 0.99, lineBreak: true }] };
const template = {
	matchedTemplate: { id: 1, name: 'form' },
	fields: [{ name: 'applicant', inferText: TEXT, inferConfidence: 0.99 }],
};

async function read(operation: string, fields: JsonObject, mask: string) {
	const image = { inferResult: 'SUCCESS', message: 'SUCCESS', ...fields };
	const body = { images: [image] };
	simulator.control({ reset: true, faults: [{ fault: { kind: 'json', body } }] });
	const parameters = parametersFor(operation, { mask, output: 'detailed' });
	const result = await runOcr(simulator, parameters, [fileItem('form.png')]);
	return { item: jsonOf(result)[0], hints: result.hints.map(({ message }) => message) };
}

describe('numbers that are starred where any text may stand', () => {
	test.each([
		['extractText', general, 'text'],
		['extractFields', template, 'applicant'],
	])(
		'%s says how many and of what kind, in the item and as a hint',
		async (operation, fields, key) => {
			const { item, hints } = await read(operation, fields, 'standard');
			expect(item).toMatchObject({
				[key]: STARRED,
				ocr: { masked: 2, maskedKinds: ['card', 'personal'] },
			});
			expect(hints).toEqual([
				expect.stringMatching(
					/form\.png.*resident or alien registration numbers: 1, card numbers: 1/,
				),
			]);
		},
	);

	test.each([
		['standard', '여권번호 M12345678'],
		['strict', '여권번호 M1234****'],
	])('under %s a passport number is %s', async (mask, text) => {
		const passport = {
			fields: [{ inferText: '여권번호 M12345678', inferConfidence: 0.99, lineBreak: true }],
		};
		const { item } = await read('extractText', passport, mask);
		expect(item.text).toBe(text);
	});

	test.each([
		['extractText', general, 'text'],
		['extractFields', template, 'applicant'],
	])('%s says nothing where nothing is starred', async (operation, fields, key) => {
		const { item, hints } = await read(operation, fields, 'none');
		expect(item).toMatchObject({ [key]: TEXT, ocr: { masked: 0 } });
		expect(hints).toEqual([]);
	});
});
