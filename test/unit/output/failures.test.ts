import { errorItem, errorOf } from '../../../nodes/ClovaOcr/output/failures';
import { finalProblem } from '../../../nodes/ClovaOcr/problem';

const problem = finalProblem('It was refused', 'Look at it.', { code: '0011', httpStatus: 400 });
const failure = { problem, itemIndex: 3, fileName: 'scan.png', pages: null };
const node = {
	id: 'id',
	name: 'CLOVA OCR',
	type: 'clovaOcr',
	typeVersion: 1,
	position: [0, 0] as [number, number],
	parameters: {},
};

describe('an item of what failed', () => {
	it('says what happened, what to do, and which file and pages it was', () => {
		expect(errorItem(failure)).toEqual({
			json: {
				error: "It was refused ('scan.png')",
				message: "It was refused ('scan.png'). Look at it.",
				details: { code: '0011', httpStatus: 400, fileName: 'scan.png' },
			},
			pairedItem: { item: 3 },
		});
	});

	it.each<[number[], string]>([
		[[], ''],
		[[4], ' (page 4)'],
		[[4, 5, 6], ' (pages 4 to 6)'],
	])('names the pages %j', (pages, shown) => {
		const { json } = errorItem({ ...failure, pages });
		expect(json.error).toBe(`It was refused ('scan.png')${shown}`);
		expect(json.details).toMatchObject({ pages });
	});

	it('names the file once, and none where there is none', () => {
		const named = { ...problem, message: "The file 'scan.png' was refused" };
		expect(errorItem({ ...failure, problem: named }).json.error).toBe(named.message);
		expect(errorItem({ ...failure, fileName: null }).json).toMatchObject({
			error: 'It was refused',
			details: { fileName: null },
		});
	});

	it('holds what was read of it', () => {
		const recognized = (...list: Array<{ text: string }>) =>
			errorItem({ ...failure, recognized: list }).json.details;
		expect(recognized()).not.toHaveProperty('recognized');
		expect(recognized({ text: 'a' })).toMatchObject({ recognized: { text: 'a' } });
		expect(recognized({ text: 'a' }, { text: 'b' })).toMatchObject({
			recognized: [{ text: 'a' }, { text: 'b' }],
		});
	});

	it('never shows a number of a person in the name of a file', () => {
		const shown = JSON.stringify(errorItem({ ...failure, fileName: '900101-1234567.png' }));
		expect(shown).toContain('900101-*******.png');
		expect(shown).not.toContain('1234567');
	});
});

describe('what stops the workflow', () => {
	it('is an error of its item', () => {
		const error = errorOf(node, failure, 0);
		expect(error.message).toContain("It was refused ('scan.png')");
		expect(error.context.itemIndex).toBe(3);
		expect(error.description).toContain('Look at it.');
	});

	it('says how many documents were read and billed by then', () => {
		expect(errorOf(node, failure, 0).description).not.toMatch(/\d/);
		expect(errorOf(node, failure, 1).description).toMatch(/^Look at it\. 1 file had been read/);
		expect(errorOf(node, failure, 2).description).toMatch(/^Look at it\. 2 files had been read/);
	});

	it('has the words of ours, and the status of the service where there was one', () => {
		const shown = (code: string | null, httpStatus: number | null) => {
			const given = { ...failure, problem: { ...problem, code, httpStatus } };
			const error = errorOf(node, given, 0);
			expect(error.message).toBe("It was refused ('scan.png') [item 3]");
			expect(error.description).toBe('Look at it.');
			return [error.name, 'httpCode' in error ? error.httpCode : undefined];
		};
		expect(shown(null, null)).toEqual(['NodeOperationError', undefined]);
		expect(shown('0011', 400)).toEqual(['NodeApiError', '400']);
		expect(shown(null, 502)).toEqual(['NodeApiError', '502']);
		expect(shown('ERROR', null)).toEqual(['NodeApiError', null]);
	});
});
