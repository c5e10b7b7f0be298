import type { IDataObject } from 'n8n-workflow';

import type * as PdfPart from '../../nodes/ClovaOcr/pdf/pdf';
import type { JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { startSimulator, type Simulator } from '../simulator';
import { fileItem, jsonOf, parametersFor, runOcr } from '../support/ocrRun';
import { linesJpeg } from '../support/tinyPictures';

/** Files of this many pictures in a row are laid, the next one fails as a full disk or a bug would. */
let goodOnes = Infinity;

jest.mock('../../nodes/ClovaOcr/pdf/pdf', () => {
	const actual = jest.requireActual<typeof PdfPart>('../../nodes/ClovaOcr/pdf/pdf');
	const createSearchablePdf: typeof PdfPart.createSearchablePdf = async (...given) => {
		if (goodOnes-- <= 0) throw new Error('/var/lib/secret: no space left');
		return await actual.createSearchablePdf(...given);
	};
	return { ...actual, createSearchablePdf };
});

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ recognizer: 'none' });
});

beforeEach(() => {
	goodOnes = Infinity;
	simulator.control({ reset: true });
});

afterAll(async () => await simulator.close());

const box = [
	{ x: 60, y: 50 },
	{ x: 260, y: 50 },
	{ x: 260, y: 90 },
	{ x: 60, y: 90 },
];
const word = { inferText: 'Invoice', inferConfidence: 0.99, boundingPoly: { vertices: box } };

/** Every call answers one word with a place, but those for the named file one without. */
function answerEach(withoutPlace = 'none'): void {
	const answer = (field: JsonObject) => ({
		kind: 'json' as const,
		body: { images: [{ inferResult: 'SUCCESS', message: 'SUCCESS', fields: [field] }] },
	});
	const loose = { inferText: '900101-1234567', inferConfidence: 0.99 };
	simulator.control({
		faults: [
			{ fault: answer(loose), match: { fileName: withoutPlace }, times: 'always' },
			{ fault: answer(word), times: 'always' },
		],
	});
}

const FILES = ['1.jpg', '2.jpg', '3.jpg'];
const items = () => FILES.map((name) => fileItem(name, linesJpeg([name])));
const oneByOne = { options: { maxConcurrency: 1 } };

describe('a searchable PDF that cannot be made after the text was paid for', () => {
	const parameters = { ...parametersFor('createSearchablePdf'), ...oneByOne };

	beforeEach(() => {
		answerEach();
		goodOnes = 2;
	});

	it('under Stop lets the text go on, flagged, and says why', async () => {
		const result = await runOcr(simulator, parameters, items());
		expect(result.error).toBeUndefined();
		const made = result.items('CLOVA OCR');
		expect(made.map(({ json }) => json.text)).toEqual(['Invoice', 'Invoice', 'Invoice']);
		expect(made.map(({ binary }) => binary !== undefined)).toEqual([true, true, false]);
		expect(made[2].json.needsReview).toBe(true);
		expect(result.hints.map(({ message }) => message).join()).toMatch(
			/'3\.jpg'.*could not be made/,
		);
		expect(JSON.stringify(result.hints)).not.toContain('/var/lib');
		expect(simulator.stats.billed).toBe(3);
	});

	it('under Stop flags a detailed item too', async () => {
		const result = await runOcr(simulator, { ...parameters, output: 'detailed' }, items());
		const flags = jsonOf(result).map(({ ocr }) => (ocr as IDataObject).needsReview);
		expect(flags).toEqual([false, false, true]);
	});

	it('under Continue gives the text, and an error beside it', async () => {
		const result = await runOcr(simulator, parameters, items(), {
			onError: 'continueErrorOutput',
		});
		expect(jsonOf(result).map(({ text }) => text)).toEqual(['Invoice', 'Invoice', 'Invoice']);
		const errors = jsonOf(result, 'CLOVA OCR', 1);
		expect(errors).toHaveLength(1);
		expect(errors[0].error).toMatch(/could not be made/);
		expect(JSON.stringify(errors)).not.toContain('/var/lib');
		expect(simulator.stats.billed).toBe(3);
	});
});

describe('a masked copy that cannot be made after the text was paid for', () => {
	const parameters = { ...parametersFor('createMaskedCopy'), ...oneByOne };

	beforeEach(() => answerEach('3'));

	it('under Stop says how many files had been read, and billed', async () => {
		const result = await runOcr(simulator, parameters, items());
		expect(result.error?.message).toMatch(/3\.jpg.*\[item 2\]/s);
		expect(result.error?.description).toMatch(/3 files had been read, and billed/);
		expect(result.error?.description).toContain("'On Error'");
		expect(simulator.stats.billed).toBe(3);
	});

	it('under Continue loses nothing of the text', async () => {
		const result = await runOcr(simulator, parameters, items(), {
			onError: 'continueErrorOutput',
		});
		expect(jsonOf(result)).toHaveLength(2);
		const [error] = jsonOf(result, 'CLOVA OCR', 1);
		expect(error.details).toMatchObject({ recognized: { text: '900101-*******' } });
		expect(simulator.stats.billed).toBe(3);
	});
});
