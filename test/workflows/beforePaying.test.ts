import type { IDataObject } from 'n8n-workflow';

import { startSimulator, type Simulator } from '../simulator';
import { reportPdf } from '../samples/text/index';
import { fileItem, jsonOf, parametersFor, picture, runOcr } from '../support/ocrRun';
import { linesJpeg, linesPng } from '../support/tinyPictures';

const EXTRACT = parametersFor('extractText');
const RECEIPT = parametersFor('readReceipt');
const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1');

let simulator: Simulator;
let threePages: Buffer;

beforeAll(async () => {
	simulator = await startSimulator({ recognizer: 'none' });
	threePages = await reportPdf(3);
});

beforeEach(() => simulator.control({ reset: true }));

afterAll(async () => await simulator.close());

/** A PNG that says it is of that size; nothing but its header is looked at before the call. */
function sized(width: number, height: number): Buffer {
	const bytes = Buffer.from(picture());
	bytes.writeUInt32BE(width, 16);
	bytes.writeUInt32BE(height, 20);
	return bytes;
}

describe.each(['default', 'filesystem'] as const)(
	'under Stop, files kept in %s mode',
	(binaryMode) => {
		it('nothing is paid when any of the files will be refused, and the first of them is named', async () => {
			const items = [
				fileItem('1.png'),
				fileItem('2.png'),
				fileItem('3.heic', HEIC),
				fileItem('4.png'),
				fileItem('5.heic', HEIC),
			];
			const result = await runOcr(simulator, EXTRACT, items, { binaryMode });
			expect(result.error?.message).toContain('3.heic');
			expect(result.error?.message).toContain('[item 2]');
			expect(simulator.stats.calls).toHaveLength(0);
		});

		it('nothing is paid for one of two files either', async () => {
			const items = [fileItem('1.png'), fileItem('2.heic', HEIC)];
			const result = await runOcr(simulator, EXTRACT, items, { binaryMode });
			expect(result.error?.message).toContain('2.heic');
			expect(simulator.stats.calls).toHaveLength(0);
		});

		it('a later failure says what had been read and billed, and how to keep it', async () => {
			simulator.control({
				faults: [{ fault: { kind: 'service', code: '0011' }, match: { fileName: '3' } }],
			});
			const items = ['1.png', '2.png', '3.png', '4.png'].map((name) => fileItem(name));
			const parameters = { ...EXTRACT, options: { maxConcurrency: 1 } };
			const result = await runOcr(simulator, parameters, items, { binaryMode });
			expect(result.error?.description).toMatch(/2 files had been read, and billed/);
			expect(result.error?.description).toContain("'On Error'");
			expect(simulator.stats.calls).toHaveLength(3);
		});
	},
);

describe('a picture that a searchable PDF cannot be made of', () => {
	const lines = ['Copy of a letter', 'with two lines'];
	it.each([
		['a JPEG without a picture', () => linesJpeg(lines).subarray(0, 20)],
		['a PNG cut off', () => linesPng(lines).subarray(0, 4000)],
	])('is refused before the call is paid: %s', async (_, damaged) => {
		const parameters = parametersFor('createSearchablePdf');
		const items = [fileItem('damaged.jpg', damaged()), fileItem('good.jpg', linesJpeg(lines))];
		const result = await runOcr(simulator, parameters, items, {
			onError: 'continueRegularOutput',
		});
		const [refused, made] = result.items('CLOVA OCR');
		expect(refused.json.error).toMatch(/'damaged\.jpg'.*damaged/);
		expect(made.binary).toHaveProperty('data');
		expect(simulator.stats.calls).toHaveLength(1);
	});
});

describe('the size of a picture', () => {
	it.each([
		[9, 500, /9 x 500 pixels/],
		[500, 9, /500 x 9 pixels/],
		[8001, 500, /8001 x 500 pixels/],
	])('refuses %s x %s before the call', async (width, height, message) => {
		const items = [fileItem('scan.png', sized(width, height))];
		const result = await runOcr(simulator, EXTRACT, items);
		expect(result.error?.message).toMatch(message);
		expect(simulator.stats.calls).toHaveLength(0);
	});

	it.each([
		[10, 8000],
		[8000, 10],
	])('takes %s x %s', async (width, height) => {
		await runOcr(simulator, EXTRACT, [fileItem('scan.png', sized(width, height))]);
		expect(simulator.stats.calls).toHaveLength(1);
	});
});

describe('the output Estimate', () => {
	it('sends nothing and says for each file what it would take', async () => {
		const items = [
			fileItem('a.png', picture(0, 300)),
			fileItem('slips.pdf', threePages),
			fileItem('b.heic', HEIC),
			fileItem('c.png', sized(9, 9)),
		];
		const json = jsonOf(await runOcr(simulator, { ...RECEIPT, output: 'estimate' }, items));
		expect(json.map(({ fileName, calls, pageCount }) => [fileName, calls, pageCount])).toEqual([
			['a.png', 1, 1],
			['slips.pdf', 3, 3],
			['b.heic', 0, null],
			['c.png', 0, null],
		]);
		expect(json[0]).toEqual({
			fileName: 'a.png',
			format: 'png',
			fileSize: picture(0, 300).length,
			width: 300,
			height: 300,
			pageCount: 1,
			calls: 1,
			problem: null,
		});
		expect(json[2].problem).toMatch(/HEIC/);
		expect(json[3]).toMatchObject({ width: 9, problem: expect.stringMatching(/9 x 9/) });
		expect(simulator.stats.calls).toHaveLength(0);
	});

	it('counts an address that CLOVA would fetch as one call, and does not touch it', async () => {
		const parameters = {
			...EXTRACT,
			output: 'estimate',
			inputType: 'url',
			url: 'http://127.0.0.1:9/a.pdf',
		};
		const [json] = jsonOf(await runOcr(simulator, parameters, [{}]));
		expect(json).toMatchObject({ format: 'pdf', calls: 1, fileSize: null, problem: null });
	});
});

describe('the option Max Calls', () => {
	const run = async (options: IDataObject, onError?: 'continueRegularOutput') =>
		await runOcr(
			simulator,
			{ ...RECEIPT, options: options as never },
			[fileItem('a.png'), fileItem('slips.pdf', threePages)],
			{ onError },
		);

	it.each([undefined, 'continueRegularOutput'] as const)(
		'refuses an execution that needs more before its first call, with both numbers (%s)',
		async (onError) => {
			const result = await run({ maxCalls: 3 }, onError);
			const said =
				result.error?.message ??
				jsonOf(result)
					.map(({ error }) => error)
					.join();
			expect(said).toMatch(/needs 4 calls.*allows 3/);
			expect(simulator.stats.calls).toHaveLength(0);
		},
	);

	it('lets an execution through that needs no more', async () => {
		await run({ maxCalls: 4 });
		expect(simulator.stats.calls).toHaveLength(4);
	});

	it('without it only a file of more than 200 calls is refused, with both numbers', async () => {
		const result = await runOcr(simulator, RECEIPT, [fileItem('book.pdf', await reportPdf(201))]);
		expect(result.error?.message).toMatch(/'book\.pdf' of 201 pages needs 201 calls, and 200/);
		expect(simulator.stats.calls).toHaveLength(0);
	}, 60_000);
});

describe('options that cannot mean what was typed', () => {
	it('reads a confidence threshold above 1 as per cent', async () => {
		const flagged = async (confidenceThreshold: unknown) =>
			jsonOf(
				await runOcr(simulator, { ...EXTRACT, options: { confidenceThreshold } as never }, [
					fileItem('a.png'),
				]),
			)[0].reviewReasons;
		simulator.control({
			faults: [
				{
					fault: {
						kind: 'json',
						body: {
							images: [
								{
									inferResult: 'SUCCESS',
									fields: [{ inferText: 'x', inferConfidence: 0.7, lineBreak: true }],
								},
							],
						},
					},
					times: 'always',
				},
			],
		});
		expect(await flagged(80)).toBe('lowConfidence');
		expect(await flagged('0.8')).toBe('lowConfidence');
		expect(await flagged(60)).toBeNull();
		expect(await flagged(0)).toBeNull();
	});

	it.each(['high', -1, 101])('refuses the confidence threshold %j by name', async (given) => {
		const options = { confidenceThreshold: given };
		const result = await runOcr(simulator, { ...EXTRACT, options }, [fileItem('a.png')]);
		expect(result.error?.message).toContain("'Confidence Threshold'");
		expect(simulator.stats.calls).toHaveLength(0);
	});

	it.each([
		[1000, undefined],
		[1001, /A line of 'Also Hide' has more than 1000 characters/],
	])('of what is to be hidden a line of %d characters', async (length, message) => {
		const alsoHide = `홍길동\n${'가'.repeat(length)}`;
		const parameters = parametersFor('createMaskedCopy', { alsoHide });
		const result = await runOcr(simulator, parameters, [fileItem('scan.png')]);
		if (message === undefined) expect(simulator.stats.calls).toHaveLength(1);
		else {
			expect(result.error?.message).toMatch(message);
			expect(simulator.stats.calls).toHaveLength(0);
		}
	});

	it('refuses a review output by expression', async () => {
		const options = { reviewOutput: '={{ true }}' };
		const result = await runOcr(simulator, { ...EXTRACT, options }, [fileItem('a.png')]);
		expect(result.error?.message).toContain("'Review Output' takes no expression");
		expect(simulator.stats.calls).toHaveLength(0);
	});
});
