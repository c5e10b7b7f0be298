import type { Fault } from '../simulator';
import { startSimulator, readTextLayer } from '../simulator';
import { assert } from '../support/node';
import { fileItem, jsonOf, parametersFor, runOcr } from '../support/ocrRun';
import { textPdf } from '../support/tinyPictures';

export interface PageFault {
	name: string;
	fault: Fault;
}

/** What the answer for the first of two parts lacks or mixes up. */
const pageFaults: PageFault[] = [
	{ name: 'A page is missing', fault: { kind: 'missingPages', pages: [1] } },
	{
		name: 'A page is missing, no pageIndex',
		fault: { kind: 'missingPages', pages: [1], unindexed: true },
	},
	{ name: 'A page comes twice', fault: { kind: 'doubledPages' } },
	{ name: 'A page comes twice, no pageIndex', fault: { kind: 'doubledPages', unindexed: true } },
	{ name: 'Pages in another order', fault: { kind: 'shuffledPages' } },
	{ name: 'Pages in order, no pageIndex', fault: { kind: 'unindexedPages' } },
];

export interface PageOutcome {
	name: string;
	right: number;
	flagged: number;
	/** Items that show another page's text, or none, as if all were well. */
	wrong: number;
	sent: number;
	billed: number;
}

const PAGES = 12;

/** Each page fault on a PDF whose pages say their own number, under all three settings. */
export async function runPageFaults(): Promise<PageOutcome[]> {
	const simulator = await startSimulator({ recognizer: readTextLayer });
	try {
		const pdf = await textPdf(PAGES);
		const outcomes: PageOutcome[] = [];
		for (const { name, fault } of pageFaults) {
			for (const onError of [
				'stopWorkflow',
				'continueRegularOutput',
				'continueErrorOutput',
			] as const) {
				simulator.control({ reset: true });
				simulator.control({ faults: [{ fault, match: { call: 1 } }] });
				const parameters = parametersFor('extractText', { options: { maxConcurrency: 1 } });
				const result = await runOcr(simulator, parameters, [fileItem('a.pdf', pdf)], { onError });
				const items = jsonOf(result);
				assert.ok(items.length >= PAGES, `${name}, ${onError}: an item for each page`);
				const { calls, billed, billedAgain } = simulator.stats;
				assert.equal(billedAgain, 0);
				const outcome = { name, ...judged(items), sent: calls.length, billed };
				if (onError === 'stopWorkflow') outcomes.push(outcome);
				else assert.deepEqual(outcome, outcomes.at(-1), `${name}, ${onError}: as under Stop`);
			}
		}
		return outcomes;
	} finally {
		await simulator.close();
	}
}

function judged(items: ReturnType<typeof jsonOf>) {
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
