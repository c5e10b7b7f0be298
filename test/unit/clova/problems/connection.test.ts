import { imageProblem } from '../../../../nodes/ClovaOcr/clova/problems/answer';
import {
	codesIn,
	connectionProblem,
	deadlineProblem,
	isBlockedByPolicy,
} from '../../../../nodes/ClovaOcr/clova/problems/connection';

const thrown = (code: string, more: object = {}) => Object.assign(new Error('x'), { code, ...more });

describe('a request that ended without an answer', () => {
	it.each([
		['ECONNREFUSED', /could not be reached/, 'refused'],
		['ENOTFOUND', /could not be reached/, 'refused'],
		['ETIMEDOUT', /silent for longer/, 'unknown'],
		['ECONNABORTED', /silent for longer/, 'unknown'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', /certificate/, 'never'],
		['ECONNRESET', /broke off/, 'unknown'],
	])('%s is explained', (code, message, retry) => {
		const problem = connectionProblem(thrown(code));
		expect(problem.message).toMatch(message);
		expect(problem.retry).toBe(retry);
	});

	it('is one of the network’s rules, or was never sent', () => {
		expect(connectionProblem(new Error('domain x is not allowed')).message).toMatch(/network rules/);
		expect(connectionProblem(new Error('other')).message).toMatch(/could not send/);
		expect(connectionProblem('domain x is not allowed').message).toMatch(/could not send/);
		expect([new Error('x'), null, { message: 'blocked host' }].some(isBlockedByPolicy)).toBe(false);
	});

	it('has the codes of all that caused it, six levels deep', () => {
		const nested = (depth: number): object =>
			depth === 0 ? { code: 'LAST' } : { code: `C${depth}`, cause: nested(depth - 1) };
		expect(codesIn(nested(2))).toEqual(['C2', 'C1', 'LAST']);
		expect(codesIn(nested(5))).toContain('LAST');
		expect(codesIn(nested(6))).not.toContain('LAST');
		expect(codesIn({ errorResponse: { code: 'A' }, errors: [{ code: 'B' }, 5] })).toEqual(['A', 'B']);
		expect([null, 'x', undefined, { code: 5 }].flatMap((value) => codesIn(value))).toEqual([]);
	});

	it('given up says why', () => {
		expect(deadlineProblem('cancelled').message).toMatch(/canceled/);
		expect(deadlineProblem('silent').message).toMatch(/silent/);
		expect(deadlineProblem('tooLong').message).toMatch(/not complete/);
	});
});

describe('an entry that could not be processed', () => {
	it.each([
		['image resolution limit', /too small or too large/],
		['at least 10 px', /too small or too large/],
		['invalid image format', /could not open/],
		['unsupported', /could not open/],
		['internal', /could not process/],
	])('%s', (message, expected) => {
		const problem = imageProblem(message);
		expect(problem.message).toMatch(expected);
		expect(problem.code).toBe('ERROR');
	});
});
