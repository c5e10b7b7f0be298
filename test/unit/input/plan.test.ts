import type { FileSource } from '../../../nodes/ClovaOcr/input/fileSource';
import type { Plan } from '../../../nodes/ClovaOcr/input/parts';
import { keptPages, openAndPlan } from '../../../nodes/ClovaOcr/input/plan';
import type { ItemSettings } from '../../../nodes/ClovaOcr/input/settings';
import { readReceipt } from '../../../nodes/ClovaOcr/operations/document/readReceipt';
import { extractText } from '../../../nodes/ClovaOcr/operations/general/extractText';
import type { FileMaker, Operation } from '../../../nodes/ClovaOcr/operations/types';
import { finalProblem } from '../../../nodes/ClovaOcr/problem';
import { printedPdf } from '../../support/printedPdf';
import { itemSettings } from '../../support/settings';
import { pngHead, sourceOf, tiffOf } from '../../support/sources';

async function planOf(
	source: FileSource,
	settings: Partial<ItemSettings> = {},
	operation: Operation = extractText,
) {
	return await openAndPlan(source, operation, itemSettings(settings));
}

/** The plan of a picture with so many pixels. */
async function pictureOf(width: number, height: number, skipUnreadable = false) {
	return await planOf(sourceOf(pngHead(width, height), { skipUnreadable }));
}

describe('the size of a picture', () => {
	it.each([
		[10, 10],
		[10, 8000],
		[8000, 10],
		[8000, 8000],
	])('is one that CLOVA OCR takes at %i x %i pixels', async (width, height) => {
		expect(await pictureOf(width, height)).toMatchObject({ state: 'planned', fileName: 'scan' });
	});

	it.each([
		[9, 500, /too small/],
		[500, 9, /too small/],
		[9, 8000, /too small/],
		[8001, 10, /Scale the picture down/],
		[10, 8001, /Scale the picture down/],
		[9, 8001, /Scale the picture down/],
	])('is refused at %i x %i pixels', async (width, height, advice) => {
		expect(await pictureOf(width, height)).toMatchObject({
			state: 'refused',
			problem: {
				message: expect.stringContaining(`'scan' has ${width} x ${height} pixels; CLOVA OCR takes sides of 10 to 8000`),
				description: expect.stringMatching(advice),
			},
			document: { format: 'png' },
		});
	});

	it.each([
		[99, 500],
		[500, 99],
		[1, 1],
	])('is that of decoration at %i x %i pixels, which a star passes over', async (width, height) => {
		expect(await pictureOf(width, height, true)).toEqual({ state: 'passedOver', why: 'small' });
	});

	it('is that of a document from 100 pixels on, and wherever its field was named', async () => {
		expect(await pictureOf(100, 100, true)).toMatchObject({ state: 'planned' });
		expect(await pictureOf(99, 99)).toMatchObject({ state: 'planned' });
	});
});

describe('a file that cannot be read', () => {
	const calendar = Buffer.from('BEGIN:VCALENDAR');

	it('is passed over where a star named it, and refused by its name', async () => {
		const starred = sourceOf(calendar, { skipUnreadable: true });
		expect(await planOf(starred)).toEqual({ state: 'passedOver', why: 'unreadable' });
		expect(await planOf(sourceOf(calendar))).toMatchObject({
			state: 'refused',
			problem: { message: expect.stringContaining("cannot read 'scan'") },
			document: null,
		});
	});

	it('is refused under a star too where it is of a kind that can be read', async () => {
		const problem = finalProblem('It is too large', 'Make it smaller.');
		const open = async () => ({ ok: false as const, unreadableKind: false, problem });
		expect(await planOf(sourceOf(calendar, { skipUnreadable: true, open }))).toEqual({
			state: 'refused',
			problem,
			document: null,
		});
	});

	it('says nothing of the place where n8n keeps it', async () => {
		const open = async () => {
			throw new Error('ENOENT /var/lib/secret');
		};
		const opened = await planOf(sourceOf(calendar, { open }));
		expect(opened).toMatchObject({
			problem: { message: "The file 'scan' could not be read from n8n's storage" },
		});
		expect(JSON.stringify(opened)).not.toContain('/var/lib');
	});

	it('is told to be damaged where it is', async () => {
		expect(await planOf(sourceOf(Buffer.from('%PDF-1.7 and no more')))).toMatchObject({
			state: 'refused',
			problem: { message: "'scan' is a damaged PDF" },
			document: { format: 'pdf' },
		});
	});
});

it('an answer that is there already is read without its file being opened', async () => {
	const open = async () => {
		throw new Error('is not opened');
	};
	const images = [{ pageIndex: 0, inferResult: '', message: null, width: 1, height: 1, raw: { fields: [] } }];
	const answer = { images, requestId: 'old', whole: true, name: 'answer.png' };
	const source = sourceOf(Buffer.of(), { fileName: '', open, given: () => ({ ok: true, answer }) });
	expect(await planOf(source)).toMatchObject({
		state: 'planned',
		fileName: 'answer.png',
		plan: { parts: [], given: { requestId: 'old' } },
	});
});

it('a file at an address that CLOVA fetches is one call', async () => {
	const document = { fileName: 'a.png', format: 'png' as const, url: 'https://example.test/a.png' };
	const open = async () => ({ ok: true as const, kind: 'remote' as const, document });
	const opened = await planOf(sourceOf(Buffer.of(), { open }));
	expect(opened).toMatchObject({ state: 'planned', document, fileName: 'scan', plan: { pageCount: 1 } });
});

describe('the pages of a file', () => {
	const pagesOf = async (source: FileSource, ...more: [Partial<ItemSettings>?, Operation?]) => {
		const opened = await planOf(source, ...more);
		return opened.state === 'planned' ? opened.plan.parts.map(({ pages }) => pages) : opened;
	};

	it('are divided as the operation asks, in a PDF and in a TIFF', async () => {
		const pdf = sourceOf(await printedPdf(3));
		expect(await pagesOf(pdf, {}, readReceipt)).toEqual([[1], [2], [3]]);
		expect(await pagesOf(pdf)).toEqual([[1, 2, 3]]);
		expect(await pagesOf(pdf, { pages: '2-' })).toEqual([[2, 3]]);
		expect(await pagesOf(sourceOf(tiffOf(2)), { pages: '2' })).toEqual([[2]]);
	});

	it('have no meaning for other pictures, which is said', async () => {
		const hintsOf = async (pages: string) => {
			const opened = await planOf(sourceOf(pngHead(500, 500)), { pages });
			return opened.state === 'planned' ? opened.plan.hints : opened;
		};
		expect(await hintsOf('2')).toEqual([expect.stringMatching(/^'scan' is a picture/)]);
		expect(await hintsOf('')).toEqual([]);
	});

	it('with text of their own are left out under Skip, by an operation that can read it', async () => {
		const pdf = sourceOf(await printedPdf(2));
		expect(await pagesOf(pdf, { existingText: 'skip' })).toEqual([]);
		expect(await pagesOf(pdf, { existingText: 'skip' }, readReceipt)).toEqual([[1], [2]]);
	});
});

describe('Max Calls', () => {
	const callsOf = async (maxCalls: number | null) =>
		await planOf(sourceOf(await printedPdf(3)), { maxCalls }, readReceipt);

	it('lets a file pass that needs as many, and without it any usual one', async () => {
		expect(await callsOf(3)).toMatchObject({ state: 'planned', fileName: 'scan' });
		expect(await callsOf(null)).toMatchObject({ state: 'planned' });
	});

	it('refuses one that needs more', async () => {
		expect(await callsOf(2)).toMatchObject({
			state: 'refused',
			problem: { message: "'scan' of 3 pages needs 3 calls, and 2 are allowed" },
			document: { format: 'pdf' },
		});
	});
});

describe('an operation that makes a file', () => {
	const problem = finalProblem('Nothing can be made of it', 'Take another file.');
	const picture = sourceOf(pngHead(500, 500));

	function makerOf(refuse: FileMaker['refuse']): Operation {
		const fileOf = () => ({ fileName: 'made', mimeType: 'image/png' });
		const make = async () => ({ ok: false as const, problem });
		return { ...extractText, fileMaker: { allOrNothing: false, fileOf, refuse, make } };
	}

	it('may refuse the document before the call', async () => {
		const opened = await planOf(picture, {}, makerOf(async () => problem));
		expect(opened).toMatchObject({ state: 'refused', problem, document: { format: 'png' } });
		expect(await planOf(picture, {}, makerOf(async () => null))).toMatchObject({ state: 'planned' });
	});

	it('is asked with the document, its password and the pages that come out', async () => {
		const asked: unknown[] = [];
		const operation = makerOf(async ({ fileName, format, password, bytes }, keep, { mask }) => {
			asked.push({ fileName, format, password, size: (await bytes()).length, keep, mask });
			return null;
		});
		const bytes = await printedPdf(3);
		await planOf(sourceOf(bytes), { pages: '3,1', pdfPassword: 'open', mask: 'strict' }, operation);
		expect(asked).toEqual([
			{ fileName: 'scan', format: 'pdf', password: 'open', size: bytes.length, keep: [1, 3], mask: 'strict' },
		]);
	});
});

describe('the pages that a made file has', () => {
	const picture = async () => {
		throw new Error('is not made');
	};
	const plan: Plan = {
		pageCount: 20,
		parts: [{ pages: [2, 10], picture }, { pages: null, picture }],
		ownText: [{ page: 3, image: null, width: null, height: null }],
		refused: [],
		hints: [],
	};

	it('are all, unless some were named: then those that are sent or have their own text, in order', () => {
		expect(keptPages(plan, itemSettings({ pages: '' }))).toBeNull();
		expect(keptPages(plan, itemSettings({ pages: '2,3,10' }))).toEqual([2, 3, 10]);
	});
});
