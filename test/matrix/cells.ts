import type { IDataObject } from 'n8n-workflow';

import type { FaultMatch, Simulator } from '../simulator';
import { assert } from '../support/node';
import type { SourceItem } from '../support/n8n';
import { parametersFor, runOcr } from '../support/ocrRun';
import {
	checkGood,
	checkOrder,
	checkWords,
	goodName,
	isError,
	itemOf,
	wordsOfItem,
	type Words,
} from './held';
import type { MatrixRow } from './faults';
import type { Input } from './inputs';

/** What one fault came to over one way of input. */
export interface Cell {
	row: MatrixRow;
	input: Input;
	/** What the user reads; null where the file was read. */
	words: Words | null;
	sent: number;
	/** Pages that the service may bill, those of the file's other parts included. */
	billed: number;
}

export type Continue = 'continueErrorOutput' | 'continueRegularOutput';

// Only who waits for nothing needs a short limit; the others have time on a busy machine.
const OPTIONS: IDataObject = { timeout: '={{ $json.timeout }}' };
const USUAL_TIMEOUT = 30_000;
const SHORT_TIMEOUT = 700;

/** Refusals without end are waited for briefly; one in between has its time. */
function optionsFor(input: Input, rows: MatrixRow[]): IDataObject {
	const rateLimitWait = rows.every(({ sent }) => sent === null) ? 900 : 60_000;
	return { ...OPTIONS, rateLimitWait, ...input.options };
}

/**
 * Faults in one execution under a Continue setting, a good file before and behind each: the good
 * ones are untouched and in order, each fault concerns its item alone.
 */
export async function runTogether(
	simulator: Simulator,
	input: Input,
	rows: MatrixRow[],
	onError: Continue,
	more: IDataObject = {},
): Promise<Cell[]> {
	plant(simulator, input, rows);
	const alone = rows.length === 1 && rows[0].nameless === true;
	const names = rows.flatMap(({ id }, index) => [goodName(index), id]);
	const given = alone ? [rows[0].id] : [...names, goodName(rows.length)];
	const result = await runOcr(
		simulator,
		parametersFor('extractText', {
			...input.parameters,
			options: { ...optionsFor(input, rows), maxConcurrency: rows.length > 1 ? 4 : 1, ...more },
		}),
		given.map((name) => itemFor(input, name, rows)),
		{ onError, binaryMode: input.binaryMode },
	);
	const main = result.items('CLOVA OCR');
	const failed = onError === 'continueErrorOutput' ? result.items('CLOVA OCR', 1) : main;
	const where = `${input.name}, ${onError}`;
	checkOrder(main, where);
	for (let index = 0; !alone && index <= rows.length; index += 1) {
		checkGood(main, 2 * index, goodName(index), where);
	}
	return rows.map((row, index) => {
		const item = alone ? 0 : 2 * index + 1;
		const error = failed.find((each) => itemOf(each) === item && isError(each));
		const read = main.filter((each) => itemOf(each) === item && !isError(each));
		const words = error === undefined ? null : wordsOfItem(error);
		checkWords(row.text, words, `${row.name}, ${where}`);
		const somethingRead = row.text === null || (input.calls > 1 && row.sent !== null);
		if (more.retryOn === undefined) {
			assert.equal(read.length > 0, somethingRead, `${row.name}, ${where}: items of the file`);
		}
		return cellOf(simulator, row, input, words, `${row.name}, ${where}`, { retryOn: more.retryOn });
	});
}

/** One fault under Stop: its failure is thrown and named, and no call starts after it. */
export async function runStopped(
	simulator: Simulator,
	input: Input,
	row: MatrixRow,
): Promise<void> {
	plant(simulator, input, [row]);
	const where = `${row.name}, ${input.name}, stopWorkflow`;
	const result = await runOcr(
		simulator,
		parametersFor('extractText', {
			...input.parameters,
			options: { ...optionsFor(input, [row]), maxConcurrency: 1 },
		}),
		(row.nameless ? [row.id] : [goodName(0), row.id, goodName(1)]).map((name) =>
			itemFor(input, name, [row]),
		),
		{ binaryMode: input.binaryMode },
	);
	const { error } = result;
	const words = error && { message: error.message, description: String(error.description ?? '') };
	checkWords(row.text, words ?? null, where);
	cellOf(simulator, row, input, words ?? null, where, { stopped: true });
	if (words === undefined) return checkGood(result.items('CLOVA OCR'), 2, goodName(1), where);
	const item = row.nameless ? '[item 0]' : '[item 1]';
	assert.ok(words.message.includes(item), `${where}: names the item`);
	assert.equal(callsOf(simulator, goodName(1)).length, 0, `${where}: no call after it`);
}

function itemFor(input: Input, name: string, rows: MatrixRow[]): SourceItem {
	const item = input.item(name);
	const kind = rows.find(({ id }) => id === name)?.fault.kind;
	const timeout = kind === 'stall' || kind === 'drip' ? SHORT_TIMEOUT : USUAL_TIMEOUT;
	return { ...item, json: { ...item.json, timeout } };
}

function plant(simulator: Simulator, input: Input, rows: MatrixRow[]): void {
	simulator.control({ reset: true });
	simulator.control({
		faults: rows.map((row) => {
			// Which of several files is sent first is not promised, so this one comes alone.
			const match: FaultMatch = row.nameless ? {} : { fileName: row.id };
			// Of a file in parts one part meets it, unless it is tried again for as long as it lasts.
			const once = !row.lasting || (input.calls > 1 && row.sent !== null);
			return { fault: row.fault, times: once ? 1 : 'always', match };
		}),
	});
}

/** Counts what the fault's file cost, and holds it against what the row promises. */
function cellOf(
	simulator: Simulator,
	row: MatrixRow,
	input: Input,
	words: Words | null,
	where: string,
	{ retryOn = 'refused', stopped = false }: { retryOn?: unknown; stopped?: boolean } = {},
): Cell {
	const calls = callsOf(simulator, row.id, row.nameless);
	const billed = calls.reduce((sum, { billedPages }) => sum + billedPages, 0);
	if (retryOn === 'refused') {
		assert.equal(simulator.stats.billedAgain, 0, `${where}: pages billed twice`);
		const due = row.sent === null ? null : input.calls - 1 + row.sent;
		// Under Stop the other parts of the file may not have been sent any more.
		const fewer = stopped && input.calls > 1 && row.text !== null;
		if (due === null) assert.ok(calls.length >= 2, `${where}: tried again`);
		else if (fewer) assert.ok(calls.length <= due, `${where}: calls sent`);
		else assert.equal(calls.length, due, `${where}: calls sent`);
	}
	return { row, input, words, sent: calls.length, billed };
}

function callsOf(simulator: Simulator, name: string, nameless = false) {
	return simulator.stats.calls.filter(
		({ names }) => names.some((each) => each.includes(name)) || (nameless && names.length === 0),
	);
}
