import type { OnError } from 'n8n-workflow';

import { readTextLayer, startSimulator, type Fault, type Simulator } from '../simulator';
import { spoilAnswer } from '../simulator/faultAnswers';
import { answerOf, generalImage, wordsOfLines } from '../support/generalAnswer';
import { assert } from '../support/node';
import { fileItem, jsonOf, parametersFor, runOcr } from '../support/ocrRun';
import { textPdf } from '../support/tinyPictures';
import { startWeb } from './web';

interface PageFault {
	name: string;
	fault: Fault;
	/** Where nothing in the answer tells that anything is amiss, nobody can see it. */
	invisible?: boolean;
}

/** What an answer lacks or mixes up. */
const pageFaults: PageFault[] = [
	{ name: 'A page is missing', fault: { kind: 'missingPages', pages: [1] } },
	{
		name: 'A page is missing, no pageIndex',
		fault: { kind: 'missingPages', pages: [1], unindexed: true },
	},
	{ name: 'A page comes twice', fault: { kind: 'doubledPages' } },
	{ name: 'A page comes twice, no pageIndex', fault: { kind: 'doubledPages', unindexed: true } },
	{ name: 'Pages in another order', fault: { kind: 'shuffledPages' } },
	{
		name: 'Pages in another order, no pageIndex',
		fault: { kind: 'shuffledPages', unindexed: true },
		invisible: true,
	},
	{ name: 'Pages in order, no pageIndex', fault: { kind: 'unindexedPages' } },
];

/** How the pages of one file came out. */
export interface PagesJudged {
	right: number;
	flagged: number;
	/** Items that show another page's text, or none, as if all were well. */
	wrong: number;
}

export interface PageOutcome {
	name: string;
	/** By way of input. */
	by: Record<string, PagesJudged>;
}

/** A way for a PDF to get in, and how many calls and pages it has. */
interface PageInput {
	name: string;
	pages: number;
	calls: number;
	run(fault: Fault, onError: OnError): ReturnType<typeof runOcr>;
}

const SETTINGS = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;

/** Each page fault on a PDF whose pages say their own number, over every way of input and setting. */
export async function runPageFaults(): Promise<PageOutcome[]> {
	const simulator = await startSimulator({ recognizer: readTextLayer });
	const files = { long: await textPdf(12), short: await textPdf(8) };
	const web = await startWeb((path, response) => {
		response.writeHead(200, { 'content-type': 'application/pdf' });
		response.end(path.includes('long') ? files.long : files.short);
	});
	try {
		const inputs = pageInputs(simulator, files, web.url);
		const outcomes: PageOutcome[] = [];
		for (const { name, fault, invisible = false } of pageFaults) {
			const by: PageOutcome['by'] = {};
			for (const input of inputs) {
				for (const onError of SETTINGS) {
					simulator.control({ reset: true });
					simulator.control({ faults: [{ fault, match: { call: 1 } }] });
					const where = `${name}, ${input.name}, ${onError}`;
					const judged = judge(jsonOf(await input.run(fault, onError)));
					assert.ok(judged.wrong === 0 || invisible, `${where}: ${judged.wrong} pages wrong`);
					assert.deepEqual(judged, by[input.name] ?? judged, `${where}: as under Stop`);
					checkBill(simulator, input, where);
					by[input.name] = judged;
				}
			}
			outcomes.push({ name, by });
		}
		return outcomes;
	} finally {
		web.close();
		await simulator.close();
	}
}

function checkBill({ stats }: Simulator, { calls, pages }: PageInput, where: string): void {
	assert.equal(stats.calls.length, calls, `${where}: calls sent`);
	assert.equal(stats.billed, calls === 0 ? 0 : pages, `${where}: pages billed`);
	assert.equal(stats.billedAgain, 0, `${where}: pages billed twice`);
}

function pageInputs(simulator: Simulator, { long }: { long: Buffer }, web: string): PageInput[] {
	const options = { maxConcurrency: 1 };
	const file = (binaryMode: 'filesystem' | 'default') => async (_: Fault, onError: OnError) =>
		await runOcr(simulator, parametersFor('extractText', { options }), [fileItem('a.pdf', long)], {
			onError,
			binaryMode,
		});
	const link = (url: string, more: object) => async (_: Fault, onError: OnError) =>
		await runOcr(
			simulator,
			parametersFor('extractText', { inputType: 'url', url, options: { ...options, ...more } }),
			[{ json: {} }],
			{ onError },
		);
	const stored = async (fault: Fault, onError: OnError) => {
		const pages = Array.from({ length: 8 }, (_, index) =>
			generalImage(wordsOfLines([`page ${index + 1}`]), index),
		);
		const answer = JSON.stringify(spoilAnswer(fault, answerOf(pages)));
		const given = parametersFor('extractText', { inputType: 'answer', answer });
		return await runOcr(simulator, given, [{ json: {} }], { onError });
	};
	return [
		{ name: 'stored file', pages: 12, calls: 2, run: file('filesystem') },
		{ name: 'file in memory', pages: 12, calls: 2, run: file('default') },
		{ name: 'URL that CLOVA fetches', pages: 8, calls: 1, run: link(`${web}/short.pdf`, {}) },
		{
			name: 'URL that the node downloads',
			pages: 12,
			calls: 2,
			run: link(`${web}/long.pdf`, { pages: '1-' }),
		},
		{ name: 'stored answer', pages: 8, calls: 0, run: stored },
	];
}

function judge(items: ReturnType<typeof jsonOf>): PagesJudged {
	const result = { right: 0, flagged: 0, wrong: 0 };
	for (const item of items) {
		const ocr = typeof item.ocr === 'object' && item.ocr !== null ? item.ocr : {};
		const about: Record<string, unknown> = { ...ocr, ...item };
		if (about.needsReview === true || about.recognized === false) result.flagged += 1;
		else if (item.text === `page ${String(about.page)}`) result.right += 1;
		else result.wrong += 1;
	}
	return result;
}
