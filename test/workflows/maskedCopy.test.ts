import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { IBinaryData, IDataObject } from 'n8n-workflow';
import { PDFDocument } from 'pdf-lib';

import { openPdf, scanPage } from '../../nodes/ClovaOcr/pdf/pdf';
import type { Point } from '../../nodes/ClovaOcr/shared/geometry';
import type { JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { documentSamples, sample, type Sample } from '../samples';
import { startSimulator, type Simulator } from '../simulator';
import { sampleReaders } from '../simulator/documents';
import { readBinary, type WorkflowResult } from '../support/n8n';
import { fileItem, jsonOf, parametersFor, runOcr } from '../support/ocrRun';
import { linesJpeg, linesPng, textPdf } from '../support/tinyPictures';

const CARD = parametersFor('createMaskedCard');
const COPY = parametersFor('createMaskedCopy');
const NUMBER = '900101-1234567';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator(sampleReaders());
});

beforeEach(() => simulator.control({ reset: true }));

afterAll(async () => await simulator.close());

const continues = { onError: 'continueErrorOutput' } as const;

/** What one call answers next, whatever is sent. */
function answerWith(...images: JsonObject[]): void {
	simulator.control({ faults: [{ fault: { kind: 'json', body: { images } } }] });
}

/** A word as General answers it. */
function word(text: string, corners: Point[] | null, lineBreak = true): JsonObject {
	return {
		inferText: text,
		inferConfidence: 0.99,
		lineBreak,
		...(corners === null
			? {}
			: { boundingPoly: { vertices: corners.map(({ x, y }) => ({ x, y })) } }),
	};
}

function upright(x: number, y: number, width: number, height: number) {
	return [
		{ x, y },
		{ x: x + width, y },
		{ x: x + width, y: y + height },
		{ x, y: y + height },
	];
}

function page(...fields: JsonObject[]): JsonObject {
	return { inferResult: 'SUCCESS', message: 'SUCCESS', fields };
}

function fileOf(result: WorkflowResult): IBinaryData | undefined {
	return result.items('CLOVA OCR', 0)[0]?.binary?.data;
}

/** The errors on the error output. */
function errorsOf(result: WorkflowResult): IDataObject[] {
	expect(result.items('CLOVA OCR', 0)).toEqual([]);
	return jsonOf(result, 'CLOVA OCR', 1);
}

async function pixelsOf(bytes: Buffer) {
	const image = await loadImage(bytes);
	const context = createCanvas(image.width, image.height).getContext('2d');
	context.drawImage(image, 0, 0);
	const { data } = context.getImageData(0, 0, image.width, image.height);
	return (x: number, y: number) => [...data.subarray((y * image.width + x) * 4).subarray(0, 3)];
}

async function maskCard(card: Sample) {
	const item = fileItem(card.fileName, await card.picture());
	return await runOcr(simulator, CARD, [item], continues);
}

const cards = documentSamples.filter(
	({ resource, operation }) => resource === 'idCard' && operation !== 'readForeignPassport',
);

describe('a masked copy of an ID card', () => {
	it.each(cards.map((card) => [card.id, card] as const))(
		'gives the values of %s and its picture, both without the number',
		async (_, card) => {
			const result = await maskCard(card);
			expect(jsonOf(result)[0]).toMatchObject({ documentType: card.expected[0].documentType });
			expect(JSON.stringify(jsonOf(result))).not.toMatch(/\d{6}-?[1-8]\d{6}/);
			const binary = fileOf(result);
			expect(binary).toMatchObject({
				fileName: card.fileName.replace('.jpg', '-masked.jpg'),
				mimeType: 'image/jpeg',
			});
			const copy = await readBinary(binary as IBinaryData);
			expect(copy.equals(await card.picture())).toBe(false);
		},
	);

	it('covers every hidden digit of every card', async () => {
		for (const card of cards) {
			const binary = fileOf(await maskCard(card));
			const at = await pixelsOf(await readBinary(binary as IBinaryData));
			const fragments = [...card.draw().marks.values()].flatMap((mark) => mark.fragments);
			for (const { masked } of fragments) {
				for (const { x, y } of masked ?? []) {
					expect(at(Math.round(x), Math.round(y))).toEqual([0, 0, 0]);
				}
			}
		}
	});

	it('covers the machine readable zone of a passport that prints a resident number', async () => {
		const passport = sample('passport');
		const at = await pixelsOf(await readBinary(fileOf(await maskCard(passport)) as IBinaryData));
		for (const x of [120, 600, 1200]) {
			for (const y of [830, 890]) expect(at(x, y)).toEqual([0, 0, 0]);
		}
		expect(at(600, 640)).not.toEqual([0, 0, 0]);
	});

	it('never goes out unmasked under the name of a masked one', async () => {
		const parameters = { ...CARD, mask: 'none' };
		const item = fileItem('card.jpg', await sample('resident-card').picture());
		const result = await runOcr(simulator, parameters, [item], continues);
		expect(jsonOf(result)[0].personalNumber).toMatch(/^\d{6}-\*{7}$/);
	});

	const number = { text: NUMBER, boundingPolys: [{ vertices: upright(60, 60, 200, 30) }] };
	const result = (more: JsonObject) => ({
		inferResult: 'SUCCESS',
		idCard: { result: { idtype: 'ID Card', ...more } },
	});

	it.each<[string, JsonObject]>([
		['shows no card', { inferResult: 'FAILURE', message: 'Recognition failure' }],
		['shows a card of an unknown kind', result({ idtype: 'Library Card', xx: { num: [number] } })],
		['has no number that was found', result({ ic: { name: [{ text: '홍길동' }] } })],
		['has a number without a place', result({ ic: { personalNum: [{ text: NUMBER }] } })],
		[
			'has a second number without a place',
			result({ ic: { personalNum: [number], alienRegNumEtc: [{ text: NUMBER }] } }),
		],
		[
			'is read beyond its edges',
			result({
				ic: {
					personalNum: [{ ...number, boundingPolys: [{ vertices: upright(5e3, 9e3, 9, 9) }] }],
				},
			}),
		],
		['is a passport without the outline of its page', result({ pp: { personalNum: [number] } })],
		['is a passport without a number and a date', result({ pp: { num: [{ text: 'M00000000' }] } })],
	])('is an error where the picture %s', async (_, image) => {
		answerWith(image);
		const run = await runOcr(simulator, CARD, [fileItem('card.jpg', linesJpeg([]))], continues);
		const [error] = errorsOf(run);
		expect(error.error).toContain('card.jpg');
		expect(JSON.stringify(error)).not.toContain('1234567');
		expect(Object.keys(error).sort()).toEqual(['details', 'error', 'message']);
	});

	it('keeps what was read and paid for with the error, masked', async () => {
		answerWith(result({ ic: { personalNum: [{ text: NUMBER }], name: [{ text: '홍길동' }] } }));
		const run = await runOcr(simulator, CARD, [fileItem('card.jpg', linesJpeg([]))], continues);
		const details = errorsOf(run)[0].details as IDataObject;
		expect(details.recognized).toMatchObject({ name: '홍길동', personalNumber: '900101-*******' });
	});
});

describe('a masked copy of any document', () => {
	const text = [NUMBER, '홍길동', 'Nr 123-45-67890'];
	const drawn = () => linesPng(text);
	const boxes = [upright(60, 52, 246, 36), upright(60, 122, 106, 36), upright(60, 192, 270, 36)];

	it('hides numbers and what the user names, and nothing else', async () => {
		answerWith(page(...text.map((line, index) => word(line, boxes[index]))));
		const parameters = { ...COPY, alsoHide: '\n 홍길동 \n###-##-#####' };
		const run = await runOcr(simulator, parameters, [fileItem('scan.png', drawn())], continues);
		const at = await pixelsOf(await readBinary(fileOf(run) as IBinaryData));
		const black = (x: number, y: number) => at(x, y).every((value) => value === 0);
		expect([black(300, 70), black(200, 55), black(66, 128), black(300, 210)]).toEqual([
			true,
			true,
			true,
			true,
		]);
		expect([black(66, 54), black(150, 85), black(500, 70)]).toEqual([false, false, false]);
	});

	it('goes alone to Needs Review, without the file that still shows the number', async () => {
		answerWith(page(...text.map((line, index) => word(line, boxes[index]))));
		const parameters = { ...COPY, options: { reviewOutput: true, confidenceThreshold: 0.999 } };
		const item = fileItem('scan.png');
		const named = { ...parameters, binaryPropertyName: 'photo' };
		const photo = { ...item, binary: { photo: { ...item.binary!.data, data: drawn() } } };
		const [made] = (await runOcr(simulator, named, [photo])).items('CLOVA OCR', 1);
		expect(made.json).toMatchObject({ needsReview: true });
		expect(Object.keys(made.binary ?? {})).toEqual(['data']);
		expect(made.binary?.data.fileName).toBe('scan-masked.png');
	});

	it('of a card that needs review goes there alone, too', async () => {
		const boxed = [{ vertices: upright(60, 52, 246, 36) }];
		const ic = { personalNum: [{ text: NUMBER, boundingPolys: boxed }] };
		answerWith({ inferResult: 'SUCCESS', idCard: { result: { idtype: 'ID Card', ic } } });
		const named = { ...CARD, binaryPropertyName: 'photo', options: { reviewOutput: true } };
		const { data } = fileItem('card.jpg', linesJpeg([NUMBER])).binary ?? {};
		const [made] = (await runOcr(simulator, named, [{ json: {}, binary: { photo: data! } }])).items(
			'CLOVA OCR',
			1,
		);
		expect(made.json).toMatchObject({ needsReview: true, reviewReasons: 'incomplete' });
		expect(Object.keys(made.binary ?? {})).toEqual(['data']);
		expect(made.binary?.data.fileName).toBe('card-masked.jpg');
	});

	it('as a searchable PDF that hides numbers goes there alone, too', async () => {
		answerWith(page(word(NUMBER, boxes[0])));
		const named = {
			...parametersFor('createSearchablePdf'),
			binaryPropertyName: 'photo',
			options: { reviewOutput: true, confidenceThreshold: 0.999, hideNumbers: true },
		};
		const { data } = fileItem('scan.jpg', linesJpeg(text)).binary ?? {};
		const [made] = (await runOcr(simulator, named, [{ json: {}, binary: { photo: data! } }])).items(
			'CLOVA OCR',
			1,
		);
		expect(made.json).toMatchObject({ needsReview: true });
		expect(Object.keys(made.binary ?? {})).toEqual(['data']);
	});

	it('stars in the text what it hides in the picture, and counts both kinds', async () => {
		answerWith(page(...text.map((line, index) => word(line, boxes[index]))));
		const parameters = { ...COPY, alsoHide: '홍길동\n###-##-#####', output: 'detailed' };
		const run = await runOcr(simulator, parameters, [fileItem('scan.png', drawn())]);
		expect(jsonOf(run)[0]).toMatchObject({
			text: '900101-*******\n***\nNr ************',
			ocr: { masked: 3, maskedKinds: ['pattern', 'personal'] },
		});
		expect(run.hints.map(({ message }) => message).join()).toMatch(
			/starred \(resident or alien registration numbers: 1, texts of your own: 2\)/,
		);
	});

	it('is what a searchable PDF shows that hides numbers', async () => {
		answerWith(page(...text.map((line, index) => word(line, boxes[index]))));
		const parameters = {
			...parametersFor('createSearchablePdf'),
			mask: 'none',
			options: { hideNumbers: true },
		};
		const item = fileItem('scan.jpg', linesJpeg(text));
		const run = await runOcr(simulator, parameters, [item], continues);
		expect(JSON.stringify(jsonOf(run))).not.toContain('1234567');
		const opened = await openPdf(await readBinary(fileOf(run) as IBinaryData));
		if (opened.kind !== 'ok') throw new Error(opened.kind);
		const shown = await scanPage(opened.pdf, 1);
		if (!shown.ok || !shown.page.picture) throw new Error('No picture');
		const at = await pixelsOf(Buffer.from(shown.page.picture.bytes));
		expect(at(250, 70)).toEqual([0, 0, 0]);
		expect(at(66, 54)).not.toEqual([0, 0, 0]);
	});

	describe('of a PDF of three scanned pages', () => {
		const numbers = ['900101-1234567', '910202-2345678', '920303-1456789'];
		const scan = async () => {
			const pdf = await PDFDocument.create();
			for (const number of numbers) {
				const picture = await pdf.embedJpg(new Uint8Array(linesJpeg([number])));
				pdf.addPage([800, 400]).drawImage(picture, { x: 0, y: 0, width: 800, height: 400 });
			}
			return Buffer.from(await pdf.save());
		};
		const told = { width: 800, height: 400 };
		const pageAt = (index: number, pageIndex = index) => ({
			...page(word(numbers[index], boxes[0])),
			convertedImageInfo: { ...told, pageIndex },
		});
		/** For each page of the file whether the back half of its number is covered. */
		const covered = async (run: WorkflowResult): Promise<boolean[]> => {
			const opened = await openPdf(await readBinary(fileOf(run) as IBinaryData));
			if (opened.kind !== 'ok') throw new Error(opened.kind);
			const seen: boolean[] = [];
			for (let number = 1; number <= opened.pdf.pages.length; number += 1) {
				const shown = await scanPage(opened.pdf, number);
				if (!shown.ok || !shown.page.picture) throw new Error('No picture');
				const at = await pixelsOf(Buffer.from(shown.page.picture.bytes));
				seen.push(at(250, 70).every((value) => value === 0));
			}
			return seen;
		};

		it.each([
			['a masked copy', COPY],
			['a searchable PDF', parametersFor('createSearchablePdf')],
		])('%s has its bars on every page', async (_, parameters) => {
			answerWith(pageAt(1), pageAt(0), pageAt(2));
			const named = { ...parameters, options: { hideNumbers: true } };
			const run = await runOcr(simulator, named, [fileItem('scan.pdf', await scan())], continues);
			expect(await covered(run)).toEqual([true, true, true]);
		});

		it.each([
			['a masked copy', COPY],
			['a searchable PDF', parametersFor('createSearchablePdf')],
		])('%s has the chosen pages alone', async (_, parameters) => {
			answerWith(pageAt(1, 0), pageAt(2, 1));
			const named = { ...parameters, options: { hideNumbers: true, pages: '2-3' } };
			const run = await runOcr(simulator, named, [fileItem('scan.pdf', await scan())], continues);
			expect(await covered(run)).toEqual([true, true]);
		});

		it.each([
			['a masked copy', COPY],
			['a searchable PDF', parametersFor('createSearchablePdf')],
		])('%s does not come out where the answer lacks a page', async (_, parameters) => {
			answerWith(pageAt(0), pageAt(2));
			const named = { ...parameters, options: { hideNumbers: true } };
			const run = await runOcr(simulator, named, [fileItem('scan.pdf', await scan())], continues);
			expect(fileOf(run)).toBeUndefined();
			const [read] = [...jsonOf(run, 'CLOVA OCR', 0), ...jsonOf(run, 'CLOVA OCR', 1)];
			expect(read.error ?? read.reviewReasons).toMatch(/pagesMissing|page 2/i);
			expect(JSON.stringify(read)).not.toMatch(/1234567|2345678|1456789/);
		});
	});

	it.each<[string, () => Promise<Buffer> | Buffer, RegExp]>([
		['a TIFF', () => Buffer.from('II*\0\b\0\0\0\0\0', 'latin1'), /TIFF/],
		['a PDF with text on its pages', async () => await textPdf(2), /one scanned picture/],
		['half a JPEG', () => linesJpeg(text).subarray(0, 4000), /damaged/],
		['half a PNG', () => drawn().subarray(0, 4000), /damaged/],
	])('is refused of %s before anything is sent', async (_, bytes, message) => {
		const run = await runOcr(simulator, COPY, [fileItem('file', await bytes())], continues);
		expect(errorsOf(run)[0].error).toMatch(message);
		expect(simulator.stats.calls).toEqual([]);
	});

	it.each<[string, JsonObject]>([
		['a number has no place', page(word(NUMBER, null))],
		['the only page could not be read', { inferResult: 'FAILURE', message: 'no_text' }],
		[
			'the picture was read in other proportions',
			{ ...page(word(NUMBER, boxes[0])), convertedImageInfo: { width: 500, height: 800 } },
		],
	])('is an error where %s', async (_, image) => {
		answerWith(image);
		const run = await runOcr(simulator, COPY, [fileItem('scan.png', drawn())], continues);
		expect(errorsOf(run)).toHaveLength(1);
	});
});
