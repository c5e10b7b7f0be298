import {
	asksService,
	hidesAlways,
	readExecutionSettings,
	readItemSettings,
} from '../../../nodes/ClovaOcr/input/settings';
import { readReceipt } from '../../../nodes/ClovaOcr/operations/document/readReceipt';
import { createMaskedCopy } from '../../../nodes/ClovaOcr/operations/general/createMaskedCopy';
import { createSearchablePdf } from '../../../nodes/ClovaOcr/operations/general/createSearchablePdf';
import { extractText } from '../../../nodes/ClovaOcr/operations/general/extractText';
import type { Operation } from '../../../nodes/ClovaOcr/operations/types';
import { contextOf } from '../../support/nodeContext';

const EXECUTION = { maxConcurrency: 3, maxCalls: null, rateLimitWait: 7, reviewOutput: false };

/** What is read of the parameters of the second of two items. */
function readOf(parameters: Record<string, unknown>, operation: Operation = extractText, raw = {}) {
	const context = contextOf({ raw, items: [{}, parameters] });
	return readItemSettings(context, operation, EXECUTION, 1);
}

const settingsOf = (...given: Parameters<typeof readOf>) => readOf(...given).settings;
const refusalOf = (...given: Parameters<typeof readOf>) => readOf(...given).refusal;

describe('what counts for the whole execution', () => {
	const read = (...given: Parameters<typeof contextOf>) => readExecutionSettings(contextOf(...given));

	it('is read from the first item', () => {
		const options = { maxConcurrency: 5, maxCalls: 9, rateLimitWait: 1000 };
		expect(read({ items: [{ options }, { options: {} }] })).toEqual({ ...options, reviewOutput: false });
		expect(read({ items: [{}] })).toEqual({
			maxConcurrency: 3,
			maxCalls: null,
			rateLimitWait: 120_000,
			reviewOutput: false,
		});
	});

	it('is what the workflow holds where an expression of the first item fails', () => {
		const raw = { options: { maxCalls: 4, pages: '={{ $json.none.at }}' } };
		expect(read({ raw, items: [{ options: new Error('no such member') }] }).maxCalls).toBe(4);
	});

	it('parts the outputs where the workflow says so, but not for a tool, which has but one', () => {
		const raw = { options: { reviewOutput: true } };
		expect(read({ raw }).reviewOutput).toBe(true);
		expect(read({ raw, isToolExecution: () => false }).reviewOutput).toBe(true);
		expect(read({ raw, isToolExecution: () => true }).reviewOutput).toBe(false);
		expect(read({ raw, type: 'n8n-nodes-clova-ocr.clovaOcrTool' }).reviewOutput).toBe(false);
		expect(read({ items: [{ options: { reviewOutput: true } }] }).reviewOutput).toBe(false);
	});
});

describe('what an item asks for', () => {
	it('is the default where nothing is said, or something that nobody knows', () => {
		const byDefault = {
			inputType: 'binary',
			output: 'simplified',
			fields: [],
			alsoHide: [],
			mask: 'standard',
			outputBinaryField: 'data',
			pages: '',
			reading: { splitInto: 'page' },
			retry: { rateLimitWait: 7, maxTries: 4, retryOn: 'refused' },
		};
		expect(readOf({})).toMatchObject({ settings: byDefault, refusal: null });
		const odd = { inputType: 'fax', output: 5, fields: 'total', mask: 'some', splitInto: 'verse' };
		expect(settingsOf({ ...odd, outputBinaryField: ' ', options: 'none' })).toMatchObject(byDefault);
	});

	it('is what its parameters say', () => {
		const parameters = { inputType: 'url', output: 'raw', fields: ['total', 5], mask: 'strict' };
		const options = { pages: '2-', maxTries: 1, retryOn: 'all', includeFieldDetails: true };
		const more = { splitInto: 'line', outputBinaryField: ' copy ', options };
		expect(settingsOf({ ...parameters, ...more })).toMatchObject({
			...parameters,
			fields: ['total', '5'],
			outputBinaryField: 'copy',
			pages: '2-',
			reading: { splitInto: 'line', includeFieldDetails: true },
			retry: { rateLimitWait: 7, maxTries: 1, retryOn: 'all' },
		});
	});

	it('is one item a page where an operation has no other way', () => {
		const splitInto = (operation: Operation, given?: string) =>
			settingsOf({ splitInto: given }, operation).reading.splitInto;
		expect(splitInto({ ...extractText, splitInto: [] })).toBe('page');
		expect(splitInto({ ...extractText, splitInto: [] }, 'line')).toBe('page');
		expect(splitInto(extractText, 'line')).toBe('line');
		expect(splitInto({ ...extractText, splitInto: extractText.splitInto.slice(1) })).toBe('file');
	});

	it.each([
		['none', readReceipt, {}, 'none'],
		['strict', readReceipt, {}, 'strict'],
		['none', createMaskedCopy, {}, 'standard'],
		['strict', createMaskedCopy, {}, 'strict'],
		['none', createSearchablePdf, { hideNumbers: true }, 'standard'],
		['none', createSearchablePdf, {}, 'none'],
		['none', extractText, { hideNumbers: true }, 'none'],
	] as const)("masks under 'Mask Numbers' %s as the operation allows", (mask, operation, options, level) => {
		expect(settingsOf({ mask, options }, operation).mask).toBe(level);
	});

	it('is refused where an option cannot be used', () => {
		expect(refusalOf({ options: { maxCalls: 0 } })?.message).toMatch(/'Max Calls'/);
		const expression = { options: { reviewOutput: '={{ true }}' } };
		expect(refusalOf({}, extractText, expression)?.message).toMatch(/'Review Output' takes no expression/);
		expect(refusalOf({}, extractText, { options: { reviewOutput: true } })).toBeNull();
	});
});

describe('what is to be hidden too', () => {
	const hidden = (alsoHide: unknown, operation = createMaskedCopy) =>
		settingsOf({ alsoHide }, operation).alsoHide;

	it('stands in lines, whose blanks do not count', () => {
		expect(hidden(' HONG \r\n\n  \n/[0-9]+ kg/\n')).toEqual(['HONG', '/[0-9]+ kg/']);
		expect(hidden('')).toEqual([]);
		expect(hidden(undefined)).toEqual([]);
		expect(hidden(5)).toEqual(['5']);
	});

	it('is nothing under an operation that does not ask for it', () => {
		expect(hidden('HONG', extractText)).toEqual([]);
	});

	it('has at most 1000 characters in a line', () => {
		const refusal = (alsoHide: string) => refusalOf({ alsoHide }, createMaskedCopy);
		const [longest, tooLong] = ['x'.repeat(1000), 'x'.repeat(1001)];
		expect(refusal(`${longest}\n${longest}`)).toBeNull();
		expect(refusal(`HONG\n${tooLong}`)?.message).toMatch(/more than 1000 characters/);
	});
});

it('numbers as read would stand beside a picture that hides them, by operation and by Hide Numbers', () => {
	expect(hidesAlways(createMaskedCopy, { hideNumbers: false })).toBe(true);
	expect(hidesAlways(createSearchablePdf, { hideNumbers: true })).toBe(true);
	expect(hidesAlways(createSearchablePdf, { hideNumbers: false })).toBe(false);
	expect(hidesAlways(extractText, { hideNumbers: true })).toBe(false);
});

describe('whether a service is asked', () => {
	const EXPRESSION = { inputType: '={{ $json.type }}' };
	const asks = (raw: object, ...types: unknown[]) =>
		asksService(contextOf({ raw: { ...raw }, items: types.map((inputType) => ({ inputType })) }));

	it('is said by the input type', () => {
		expect(asks({ inputType: 'binary' }, 'binary', 'binary')).toBe(true);
		expect(asks({ inputType: 'answer' }, 'answer')).toBe(false);
	});

	it('is said by any item where each has its own', () => {
		expect(asks(EXPRESSION, 'answer', 'binary')).toBe(true);
		expect(asks(EXPRESSION, 'answer', 'answer')).toBe(false);
	});

	it('is not said by an item whose expression fails', () => {
		expect(asks(EXPRESSION, new Error('no'), 'answer')).toBe(false);
		expect(asks(EXPRESSION, new Error('no'), 'url')).toBe(true);
	});

	it('takes one look where all items have the same', () => {
		const context = contextOf({ raw: { inputType: 'answer' }, items: Array(5).fill({ inputType: 'answer' }) });
		const look = jest.spyOn(context, 'getNodeParameter');
		expect(asksService(context)).toBe(false);
		expect(look).toHaveBeenCalledTimes(1);
	});
});
