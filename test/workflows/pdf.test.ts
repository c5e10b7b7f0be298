import type { IDataObject } from 'n8n-workflow';
import { PDFDocument } from 'pdf-lib';

import { protectedPdfs } from '../fixtures/protectedPdfs';
import { sample } from '../samples';
import { reportLines, reportPdf } from '../samples/text/index';
import { readTextLayer, startSimulator, type Simulator } from '../simulator';
import { answer } from '../support/answers';
import { readBinary } from '../support/n8n';
import { fileItem, jsonOf, parametersFor, runOcr } from '../support/ocrRun';

const EXTRACT = parametersFor('extractText', { output: 'detailed' });

let simulator: Simulator;
let pages43: Buffer;
let pages3: Buffer;

beforeAll(async () => {
	simulator = await startSimulator({ recognizer: readTextLayer });
	[pages43, pages3] = await Promise.all([reportPdf(43), reportPdf(3)]);
});

beforeEach(() => simulator.control({ reset: true }));

afterAll(async () => await simulator.close());

const ocr = (json: IDataObject) => json.ocr as IDataObject;
const firstLine = (json: IDataObject) => (json.lines as string[])[1];

describe('a PDF of 43 pages on General', () => {
	it('makes 5 calls and 43 pages in order, under random latencies and one passing fault', async () => {
		simulator.control({
			latency: { milliseconds: 80, spread: 0.8, seed: 5 },
			faults: [{ fault: { kind: 'service', code: '0025' }, match: { call: 2 } }],
		});
		const json = jsonOf(
			await runOcr(simulator, EXTRACT, [fileItem('scan.pdf', pages43)], {
				binaryMode: 'filesystem',
			}),
		);
		expect(json.map((item) => ocr(item).page)).toEqual(Array.from({ length: 43 }, (_, n) => n + 1));
		expect(json.map(firstLine)).toEqual(
			Array.from({ length: 43 }, (_, n) => reportLines(n + 1)[1]),
		);
		for (const item of json) expect(ocr(item)).toMatchObject({ pageCount: 43, recognized: true });
		expect(json.filter((item) => ocr(item).calls === 1).map((item) => ocr(item).page)).toEqual([
			1, 11, 21, 31, 41,
		]);
		expect(json.reduce((sum, item) => sum + Number(ocr(item).calls), 0)).toBe(5);
		expect(simulator.stats.accepted).toBe(5);
		expect(simulator.stats.calls).toHaveLength(6);
	});

	it('keeps pages right when an answer shuffles them', async () => {
		simulator.control({ faults: [{ fault: { kind: 'shuffledPages' }, times: 'always' }] });
		const json = jsonOf(await runOcr(simulator, EXTRACT, [fileItem('scan.pdf', pages43)]));
		expect(json.map(firstLine)).toEqual(
			Array.from({ length: 43 }, (_, n) => reportLines(n + 1)[1]),
		);
	});

	it('flags a page that the answer leaves out', async () => {
		simulator.control({ faults: [{ fault: { kind: 'missingPages', pages: [1] } }] });
		const json = jsonOf(await runOcr(simulator, EXTRACT, [fileItem('scan.pdf', pages3)]));
		expect(json.map((item) => ocr(item).page)).toEqual([1, 2, 3]);
		expect(ocr(json[1])).toMatchObject({ recognized: false, reviewReasons: ['pagesMissing'] });
		expect(json[1].text).toBeNull();
	});

	it('shows a page that the answer leaves out in the unsimplified output too', async () => {
		simulator.control({ faults: [{ fault: { kind: 'missingPages', pages: [1] } }] });
		const parameters = { ...EXTRACT, output: 'raw' };
		const json = jsonOf(await runOcr(simulator, parameters, [fileItem('scan.pdf', pages3)]));
		expect(json.map(({ inferResult }) => inferResult)).toEqual(['SUCCESS', 'FAILURE', 'SUCCESS']);
		expect(json[1].message).toContain('page 2');
	});
});

describe('a part that cannot be read', () => {
	// The second call carries pages 11 to 20 when calls go out one by one.
	const failSecond = {
		faults: [{ fault: { kind: 'service' as const, code: '0500' }, match: { call: 2 } }],
	};
	const oneByOne = { maxConcurrency: 1 };

	it('stops the workflow under Stop, naming the pages', async () => {
		simulator.control(failSecond);
		const result = await runOcr(simulator, { ...EXTRACT, options: oneByOne }, [
			fileItem('scan.pdf', pages43),
		]);
		expect(result.error?.message).toMatch(/pages 11 to 20/);
		expect(simulator.stats.calls).toHaveLength(2);
	});

	it('sends a three-page file with a wrong secret once under Stop, not page by page', async () => {
		simulator.control({ faults: [{ fault: { kind: 'service', code: '0002' }, times: 'always' }] });
		const parameters = parametersFor('readReceipt', { options: oneByOne });
		const result = await runOcr(simulator, parameters, [fileItem('receipts.pdf', pages3)]);
		expect(result.error?.message).toContain('rejected the secret');
		expect(simulator.stats.calls).toHaveLength(1);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'gives the good pages and one error item under %s',
		async (onError) => {
			simulator.control(failSecond);
			const result = await runOcr(
				simulator,
				{ ...EXTRACT, options: oneByOne },
				[fileItem('scan.pdf', pages43)],
				{ onError },
			);
			const all = [...jsonOf(result), ...jsonOf(result, 'CLOVA OCR', 1)];
			const failed = all.filter(({ error }) => error !== undefined);
			expect(failed).toHaveLength(1);
			expect(failed[0].details).toMatchObject({
				code: '0500',
				fileName: 'scan.pdf',
				pages: [11, 12, 13, 14, 15, 16, 17, 18, 19, 20],
			});
			expect(all.filter(({ error }) => error === undefined).map((item) => ocr(item).page)).toEqual([
				...Array.from({ length: 10 }, (_, n) => n + 1),
				...Array.from({ length: 23 }, (_, n) => n + 21),
			]);
		},
	);

	it.each([
		['when the file is one item', { ...EXTRACT, splitInto: 'file' }],
		['where a file is made', parametersFor('createSearchablePdf', { output: 'detailed' })],
	])('gives one item with the gap %s', async (_, chosen) => {
		simulator.control(failSecond);
		const parameters = { ...chosen, options: oneByOne };
		const json = jsonOf(
			await runOcr(simulator, parameters, [fileItem('scan.pdf', pages43)], {
				onError: 'continueRegularOutput',
			}),
		);
		expect(json).toHaveLength(1);
		expect(ocr(json[0]).reviewReasons).toContain('pagesMissing');
		expect(
			(json[0].pages as IDataObject[]).filter(({ recognized }) => recognized === false),
		).toHaveLength(10);
	});
});

describe('the other APIs', () => {
	it('a PDF of 3 pages on Read Receipt makes 3 calls and 3 items', async () => {
		simulator.control({
			faults: [{ fault: { kind: 'json', body: answer('receipt-full') }, times: 'always' }],
		});
		const json = jsonOf(
			await runOcr(simulator, parametersFor('readReceipt', { output: 'detailed' }), [
				fileItem('slips.pdf', pages3),
			]),
		);
		expect(json.map((item) => ocr(item).page)).toEqual([1, 2, 3]);
		for (const item of json) expect(ocr(item)).toMatchObject({ pageCount: 3, calls: 1 });
		for (const call of simulator.stats.calls)
			expect(call.file?.contentType).toBe('application/pdf');
		expect(simulator.stats.calls).toHaveLength(3);
	});
});

describe('a TIFF of several pages', () => {
	it('is split where the API reads one page, and by the option Pages', async () => {
		const tiff = await sample('fax').picture();
		await runOcr(simulator, parametersFor('readReceipt'), [fileItem('fax.tif', tiff)]);
		expect(simulator.stats.calls).toHaveLength(2);
		for (const call of simulator.stats.calls) {
			expect(call.file?.contentType).toBe('image/tiff');
		}
		const options = { pages: '2' };
		const read = await runOcr(simulator, { ...EXTRACT, options }, [fileItem('fax.tif', tiff)]);
		expect(jsonOf(read).map((item) => ocr(item).page)).toEqual([2]);
		expect(jsonOf(read).map((item) => ocr(item).pageCount)).toEqual([2]);
	});
});

describe('the option Pages', () => {
	it('reads exactly the chosen pages, with their true numbers', async () => {
		const parameters = { ...EXTRACT, options: { pages: '2,4-5,40-' } };
		const json = jsonOf(await runOcr(simulator, parameters, [fileItem('scan.pdf', pages43)]));
		expect(json.map((item) => ocr(item).page)).toEqual([2, 4, 5, 40, 41, 42, 43]);
		expect(json.map(firstLine)).toEqual(
			[2, 4, 5, 40, 41, 42, 43].map((page) => reportLines(page)[1]),
		);
		expect(json.map((item) => ocr(item).calls)).toEqual([1, 0, 0, 0, 0, 0, 0]);
	});

	it.each(['0', '5-2', 'x', '1,,2', '44'])('refuses %j before any call', async (pages) => {
		const result = await runOcr(simulator, { ...EXTRACT, options: { pages } }, [
			fileItem('scan.pdf', pages43),
		]);
		expect(result.error?.message).toMatch(/'Pages'/);
		expect(result.error?.description).toMatch(/\w/);
		expect(simulator.stats.calls).toHaveLength(0);
	});
});

describe('PDFs that cannot be read', () => {
	const encrypted = async () => {
		// A trailer that names an encryption dictionary is all that tells an encrypted file.
		const plain = Buffer.from(
			await (await PDFDocument.load(pages3)).save({ useObjectStreams: false }),
		).toString('latin1');
		return Buffer.from(
			plain.replace(
				/trailer\s*<</,
				'trailer << /Encrypt << /Filter /Standard /V 2 /R 3 /O (x) /U (y) /P -4 >> ',
			),
			'latin1',
		);
	};

	it.each([
		['encrypted', encrypted, /encrypted/],
		[
			'too complex',
			async () => {
				const kids = '3 0 R '.repeat(10_001);
				return Buffer.from(
					`%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[${kids}]>> endobj\n3 0 obj <</Type/Page/MediaBox[0 0 9 9]>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF`,
				);
			},
			/too complex/,
		],
		[
			'damaged',
			async () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2000, 'x')]),
			/damaged/,
		],
		['cut off', async () => pages43.subarray(0, 400), /damaged/],
		[
			'without pages',
			async () =>
				Buffer.from(
					'%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF',
				),
			/without pages/,
		],
	])('%s: has its own message, before any paid call', async (_, make, message) => {
		const result = await runOcr(simulator, EXTRACT, [fileItem('scan.pdf', await make())]);
		expect(result.error?.message).toMatch(message);
		expect(result.error?.message).toContain('scan.pdf');
		expect(simulator.stats.calls).toHaveLength(0);
	});
});

describe('protected PDFs', () => {
	const secret = parametersFor('extractText', {
		output: 'detailed',
		options: { pdfPassword: 'secret' },
	});

	it('are sent without their protection where anybody may open them', async () => {
		const json = jsonOf(
			await runOcr(simulator, EXTRACT, [fileItem('a.pdf', protectedPdfs.aes128)]),
		);
		expect(json[0].text).toBe('Invoice 7');
	});

	it('open with the right password', async () => {
		const file = fileItem('a.pdf', protectedPdfs.locked);
		expect(jsonOf(await runOcr(simulator, secret, [file]))[0].text).toBe('Invoice 7');
	});

	it('say which option opens them, before any call', async () => {
		const file = fileItem('a.pdf', protectedPdfs.locked);
		const { error } = await runOcr(simulator, EXTRACT, [file]);
		expect(error?.message).toContain("'a.pdf' is an encrypted PDF that needs a password");
		expect(error?.description).toContain("'PDF Password'");
		const wrong = parametersFor('extractText', { options: { pdfPassword: 'other' } });
		const refused = await runOcr(simulator, wrong, [file]);
		expect(refused.error?.message).toContain("The option 'PDF Password' does not open 'a.pdf'");
		expect(refused.error?.message).not.toContain('other');
		expect(simulator.stats.calls).toHaveLength(0);
	});
});

describe('pages with text of their own', () => {
	const SKIP = { output: 'detailed', options: { existingText: 'skip' } };

	/** Six pages: 2 and 5 are pictures with a stamp, the others printed reports. */
	async function mixedPdf(): Promise<Buffer> {
		const document = await PDFDocument.load(await reportPdf(6));
		for (const number of [2, 5]) {
			document.removePage(number - 1);
			const page = document.insertPage(number - 1, [595, 842]);
			page.drawText(`scan ${number}`, { x: 250, y: 20, size: 9 });
		}
		return Buffer.from(await document.save());
	}

	it('are not sent and cost nothing, their text comes out of the file', async () => {
		const mixed = await mixedPdf();
		const parameters = parametersFor('extractText', SKIP);
		const json = jsonOf(await runOcr(simulator, parameters, [fileItem('mixed.pdf', mixed)]));
		expect(json.map((item) => ocr(item).page)).toEqual([1, 2, 3, 4, 5, 6]);
		expect(json.map((item) => ocr(item).source)).toEqual([
			...['file', 'service', 'file', 'file', 'service', 'file'],
		]);
		expect(json.filter((item) => ocr(item).source === 'file').map(firstLine)).toEqual(
			[1, 3, 4, 6].map((page) => reportLines(page)[1]),
		);
		expect(simulator.stats.calls).toHaveLength(1);
		expect(json.reduce((sum, item) => sum + Number(ocr(item).calls), 0)).toBe(1);
		expect(simulator.stats.billed).toBe(2);
	});

	it('make no call at all where every page has text', async () => {
		const parameters = parametersFor('extractText', SKIP);
		const json = jsonOf(await runOcr(simulator, parameters, [fileItem('all.pdf', pages3)]));
		expect(json.map(firstLine)).toEqual([1, 2, 3].map((page) => reportLines(page)[1]));
		for (const item of json)
			expect(ocr(item)).toMatchObject({
				source: 'file',
				calls: 0,
				requestId: null,
				confidence: null,
			});
		expect(simulator.stats.calls).toHaveLength(0);
	});

	it('are sent where nothing else was asked for', async () => {
		const json = jsonOf(await runOcr(simulator, EXTRACT, [fileItem('all.pdf', pages3)]));
		for (const item of json) expect(ocr(item).source).toBe('service');
		expect(simulator.stats.calls).toHaveLength(1);
	});
});

describe('Create Searchable PDF', () => {
	it('gives text, pages and a PDF in the chosen field', async () => {
		const { scannedPdf } = await import('../samples/files/pdf');
		const { drawTextPage } = await import('../samples/drawing/textPage');
		const { reportPage } = await import('../samples/text/reports');
		const scan = await scannedPdf([1, 2].map((page) => drawTextPage(reportPage(page))));
		const image = (pageIndex: number) => ({
			inferResult: 'SUCCESS',
			message: 'SUCCESS',
			convertedImageInfo: { width: 595, height: 842, pageIndex },
			fields: [
				{
					inferText: `쪽${pageIndex + 1}`,
					inferConfidence: 0.9,
					lineBreak: false,
					boundingPoly: box(50, 50),
				},
				{
					inferText: '680229-7000023',
					inferConfidence: 0.9,
					lineBreak: true,
					boundingPoly: box(150, 50),
				},
			],
		});
		simulator.control({
			faults: [{ fault: { kind: 'json', body: { requestId: 'r', images: [image(0), image(1)] } } }],
		});
		const parameters = parametersFor('createSearchablePdf', {
			outputBinaryField: 'result',
			output: 'detailed',
			mask: 'standard',
		});
		const result = await runOcr(simulator, parameters, [fileItem('스캔.pdf', scan)], {
			binaryMode: 'filesystem',
		});
		const [item] = result.items('CLOVA OCR');
		expect(item.json).toMatchObject({
			text: '쪽1 680229-*******\n\n쪽2 680229-*******',
			ocr: { pageCount: 2, calls: 1 },
		});
		const made = item.binary?.result;
		expect(made).toMatchObject({ fileName: '스캔.pdf', mimeType: 'application/pdf' });
		const bytes = await readBinary(made!);
		expect((await PDFDocument.load(bytes)).getPageCount()).toBe(2);
		expect(bytes.length).toBeGreaterThan(scan.length);
	});

	it('refuses a TIFF that cannot stand in a PDF before the paid call', async () => {
		const tiff = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0, 0, 0]);
		const result = await runOcr(simulator, parametersFor('createSearchablePdf'), [
			fileItem('fax.tif', tiff),
		]);
		expect(result.error?.message).toMatch(/TIFF/);
		expect(simulator.stats.calls).toHaveLength(0);
	});
});

function box(x: number, y: number) {
	return {
		vertices: [
			{ x, y },
			{ x: x + 80, y },
			{ x: x + 80, y: y + 20 },
			{ x, y: y + 20 },
		],
	};
}
