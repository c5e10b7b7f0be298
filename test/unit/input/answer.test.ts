import type { AnswerImage } from '../../../nodes/ClovaOcr/clova/answer';
import type { GivenAnswer } from '../../../nodes/ClovaOcr/clova/given';
import { planAnswer } from '../../../nodes/ClovaOcr/input/answer';
import type { FileSource } from '../../../nodes/ClovaOcr/input/fileSource';
import type { ItemSettings } from '../../../nodes/ClovaOcr/input/settings';
import { readOther } from '../../../nodes/ClovaOcr/operations/document/readOther';
import { readReceipt } from '../../../nodes/ClovaOcr/operations/document/readReceipt';
import { extractTables } from '../../../nodes/ClovaOcr/operations/general/extractTables';
import { extractText } from '../../../nodes/ClovaOcr/operations/general/extractText';
import type { Operation } from '../../../nodes/ClovaOcr/operations/types';
import { finalProblem, type Problem } from '../../../nodes/ClovaOcr/problem';
import type { JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import { protectedPdfs } from '../../fixtures/protectedPdfs';
import { printedPdf } from '../../support/printedPdf';
import { itemSettings } from '../../support/settings';
import { pngHead, sourceOf, tiffOf } from '../../support/sources';

const problem = finalProblem('Nothing can be made of it', 'Take another file.');

function image(raw: JsonObject, pageIndex = 0): AnswerImage {
	return { inferResult: 'SUCCESS', message: null, pageIndex, width: 8, height: 8, raw };
}

const WORDS = { fields: [{ inferText: 'HONG' }] };
const answerOf = (more: Partial<GivenAnswer> = {}): GivenAnswer => ({
	images: [image(WORDS)],
	requestId: 'r',
	whole: true,
	name: null,
	...more,
});

/** An operation that makes a file, and what it was asked before. */
function makerOf(found: Problem | null = null, more: Partial<Operation> = {}) {
	const asked: unknown[] = [];
	const operation: Operation = {
		...extractText,
		fileMaker: {
			allOrNothing: false,
			fileOf: () => ({ fileName: 'made', mimeType: 'image/png' }),
			refuse: async ({ fileName, format, password }, keep) => {
				asked.push({ fileName, format, password, keep });
				return found;
			},
			make: async () => ({ ok: false, problem }),
		},
		...more,
	};
	return { operation, asked };
}

const png = sourceOf(pngHead(500, 500), { fileName: 'bill.png' });

async function planOf(
	source: FileSource,
	answer: Partial<GivenAnswer>,
	operation: Operation = extractText,
	settings: Partial<ItemSettings> = {},
) {
	const given = { ok: true as const, answer: answerOf(answer) };
	return await planAnswer(source, given, operation, itemSettings(settings));
}

describe('an answer without a file', () => {
	it('needs no call and opens nothing', async () => {
		const open = async () => {
			throw new Error('is not opened');
		};
		expect(await planOf(sourceOf(Buffer.of(), { open }), {})).toEqual({
			state: 'planned',
			document: null,
			fileName: 'scan',
			plan: {
				pageCount: 1,
				parts: [],
				ownText: [],
				refused: [],
				hints: [],
				given: { requestId: 'r', failed: [], pages: [expect.objectContaining({ page: 1 })] },
			},
		});
	});

	it('is called as the item says, else as the request called it', async () => {
		const nameOf = async (fileName: string, name: string | null) => {
			const planned = await planOf(sourceOf(Buffer.of(), { fileName }), { name });
			return planned.state === 'planned' ? planned.fileName : planned;
		};
		expect(await nameOf('bill', 'made.png')).toBe('bill');
		expect(await nameOf('', 'made.png')).toBe('made.png');
		expect(await nameOf('', null)).toBe('answer');
	});

	it('is refused where it is none, or lacks the pages that are wanted', async () => {
		const refused = await planAnswer(png, { ok: false, problem }, extractText, itemSettings());
		expect(refused).toEqual({ state: 'refused', problem, document: null });
		expect(await planOf(png, {}, extractText, { pages: '7,9' })).toMatchObject({
			state: 'refused',
			problem: { message: "The option 'Pages' does not fit 'bill.png'" },
			document: null,
		});
	});
});

describe('the API that an answer comes from', () => {
	const receipt = { receipt: { result: {} } };
	const tables = { tables: [] };
	const saidOf = async (raw: JsonObject, operation: Operation) => {
		const planned = await planOf(png, { images: [image({}), image(raw, 1)] }, operation);
		return planned.state === 'refused' ? planned.problem : planned.state;
	};

	it.each<[string, JsonObject, Operation]>([
		['words', WORDS, extractText],
		['words for tables', WORDS, extractTables],
		['tables', tables, extractText],
		['a receipt', receipt, readReceipt],
		['words beside a receipt', { ...WORDS, ...receipt }, extractText],
		['a receipt with tables', { ...receipt, tables: [] }, extractText],
		['nothing at all', {}, extractText],
		['nothing at all for a document', {}, readReceipt],
		['a model of somebody', { medicalBill: { result: {} } }, readOther],
		['a model of somebody for words', { medicalBill: {} }, extractText],
	])('is the own one of an operation that gets %s', async (_, raw, operation) => {
		expect(await saidOf(raw, operation)).toBe('planned');
	});

	it('is another one, which has operations of its own', async () => {
		expect(await saidOf(receipt, extractText)).toMatchObject({
			message: "The answer comes from another API of CLOVA OCR: it holds 'receipt'",
			description: 'Choose the operation Read Receipt.',
		});
		expect(await saidOf({ ...WORDS, ...receipt }, readOther)).toMatchObject({
			message: expect.stringContaining("it holds 'receipt'"),
		});
	});

	it('is General or Template where a document is wanted', async () => {
		const general = { message: expect.stringMatching(/comes from General or Template/) };
		expect(await saidOf(WORDS, readReceipt)).toMatchObject(general);
		expect(await saidOf(WORDS, readOther)).toMatchObject(general);
	});
});

describe('an answer of whose file another one is made', () => {
	it('is refused where the file is', async () => {
		const { operation } = makerOf();
		const calendar = sourceOf(Buffer.from('BEGIN:VCALENDAR'), { fileName: 'a.ics' });
		expect(await planOf(calendar, {}, operation)).toMatchObject({
			state: 'refused',
			problem: { message: expect.stringMatching(/cannot read 'a\.ics'/) },
			document: null,
		});
		const locked = sourceOf(protectedPdfs.locked);
		expect(await planOf(locked, {}, operation)).toMatchObject({
			problem: { message: expect.stringMatching(/needs a password/) },
		});
		expect(await planOf(locked, {}, operation, { pdfPassword: 'secret' })).toMatchObject({
			state: 'planned',
		});
	});

	it('is refused where the file is not here', async () => {
		const document = { fileName: 'a.png', format: 'png' as const, url: 'https://example.test/a.png' };
		const open = async () => ({ ok: true as const, kind: 'remote' as const, document });
		expect(await planOf(sourceOf(Buffer.of(), { open }), {}, makerOf().operation)).toMatchObject({
			problem: { message: 'The file of the answer is not in the item' },
		});
	});

	it('has as many pages as the file', async () => {
		const countOf = async (bytes: Buffer) => {
			const planned = await planOf(sourceOf(bytes), {}, makerOf().operation);
			return planned.state === 'planned' && [planned.plan.pageCount, planned.document?.format];
		};
		expect(await countOf(pngHead(500, 500))).toEqual([1, 'png']);
		expect(await countOf(await printedPdf(3))).toEqual([3, 'pdf']);
		expect(await countOf(tiffOf(2))).toEqual([2, 'tiff']);
		expect(await countOf(tiffOf(2).subarray(0, 9))).toEqual([1, 'tiff']);
	});

	it('tells its maker which file it is, and which pages come out', async () => {
		const { operation, asked } = makerOf();
		const pdf = sourceOf(await printedPdf(3), { fileName: 'new.pdf' });
		const images = [image(WORDS), image(WORDS, 1), image(WORDS, 2)];
		await planOf(pdf, { images }, operation, { pages: '2-3', pdfPassword: 'open' });
		await planOf(pdf, { images }, operation);
		expect(asked).toEqual([
			{ fileName: 'new.pdf', format: 'pdf', password: 'open', keep: [2, 3] },
			{ fileName: 'new.pdf', format: 'pdf', password: '', keep: null },
		]);
	});

	it('is refused with its file where the maker does, or the pages are not there', async () => {
		const refused = { state: 'refused', document: { format: 'png', fileName: 'bill.png' } };
		expect(await planOf(png, {}, makerOf(problem).operation)).toMatchObject({ ...refused, problem });
		const pdf = sourceOf(await printedPdf(1));
		expect(await planOf(pdf, {}, makerOf().operation, { pages: '5,6' })).toMatchObject({
			problem: { message: expect.stringContaining("'Pages' does not fit") },
			document: { format: 'pdf' },
		});
	});

	it.each([pngHead(500, 500), Buffer.from('\xff\xd8\xff\xe0', 'latin1')])(
		'is read whole where it is a picture, whatever pages are named',
		async (bytes) => {
			const hintsOf = async (pages: string) => {
				const planned = await planOf(sourceOf(bytes), {}, makerOf().operation, { pages });
				return planned.state === 'planned' ? planned.plan.hints : planned;
			};
			expect(await hintsOf('2')).toEqual([expect.stringMatching(/is a picture/)]);
			expect(await hintsOf('')).toEqual([]);
		},
	);
});

describe('an answer that names another file than the one beside it', () => {
	const hides = { masks: 'always' as const };
	const named = async (name: string | null, more: Partial<Operation> = {}) => {
		const planned = await planOf(png, { name }, makerOf(null, more).operation);
		return planned.state === 'planned' ? planned.plan.hints : planned;
	};
	const another = /The answer names another file than 'bill\.png'/;

	it.each(['scan.png', 'scan.JPG', 'a.jpeg', 'a.tif', 'a.tiff', 'a.pdf'])('as %s, is told', async (name) => {
		expect(await named(name)).toEqual([expect.stringMatching(another)]);
		expect(await named(name, hides)).toMatchObject({
			state: 'refused',
			problem: { message: expect.stringMatching(another) },
			document: { fileName: 'bill.png' },
		});
	});

	it.each([null, 'bill.png', 'BILL.PNG', 'demo', 'scan.png.bak'])('is not so by %j', async (name) => {
		expect(await named(name)).toEqual([]);
		expect(await named(name, hides)).toEqual([]);
	});

	it('is not so by another way to write the same letters', async () => {
		const source = sourceOf(pngHead(500, 500), { fileName: '\uac00.png' });
		const planned = await planOf(source, { name: '\u1100\u1161.png' }, makerOf(null, hides).operation);
		expect(planned.state).toBe('planned');
	});
});

it('an answer with stars is nothing to hide numbers by', async () => {
	const images = [image({ fields: [{ inferText: '900101-1******' }] })];
	const stateOf = async (more: Partial<Operation>) =>
		await planOf(png, { images }, makerOf(null, more).operation);
	expect(await stateOf({ masks: 'always' })).toMatchObject({
		state: 'refused',
		problem: { message: expect.stringMatching(/holds stars in place of numbers/) },
		document: { fileName: 'bill.png' },
	});
	expect(await stateOf({})).toMatchObject({ state: 'planned' });
});

it('what is damaged of a file is told beside its answer', async () => {
	const pdf = (await printedPdf(2)).toString('latin1');
	const stated = Buffer.from(pdf.replace('/Count 2', '/Count 9'), 'latin1');
	const planned = await planOf(sourceOf(stated), {}, makerOf().operation);
	expect(planned.state === 'planned' && planned.plan.hints).toEqual([
		"'scan' is damaged: 7 of its pages could not be found.",
	]);
});
