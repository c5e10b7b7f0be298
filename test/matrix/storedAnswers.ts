import type { IDataObject, OnError } from 'n8n-workflow';

import type { Json } from '../../nodes/ClovaOcr/shared/json';
import type { Simulator } from '../simulator';
import { GATEWAY_CODES, gatewayError, SERVICE_CODES, serviceError } from '../simulator/wire/errors';
import { answerOf, blankImage, generalImage, wordsOfLines } from '../support/generalAnswer';
import { assert } from '../support/node';
import { parametersFor, runOcr } from '../support/ocrRun';
import { CODE_WORDS } from './codeWords';
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

/** What stands in place of an answer that somebody has stored. */
interface StoredFault {
	name: string;
	given: Json;
	/** What the user reads; null where it is read after all. */
	text: RegExp | null;
}

export interface StoredOutcome {
	name: string;
	message: string;
}

const SETTINGS = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;

/** Every fault that can lie in a store, as an item between two good answers; nothing may be sent. */
export async function runStoredAnswers(simulator: Simulator): Promise<StoredOutcome[]> {
	const faults = storedFaults();
	const outcomes = new Map<string, string>();
	for (const onError of SETTINGS) {
		// All together where each is an item of its own, one by one where the first one ends it all.
		const groups = onError === 'stopWorkflow' ? faults.map((fault) => [fault]) : [faults];
		for (const group of groups) {
			for (const { name, message } of await runGroup(simulator, group, onError)) {
				const plain = message.replace(/ \[item \d+\]$/, '');
				assert.equal(plain, outcomes.get(name) ?? plain, `${name}: the same under ${onError}`);
				outcomes.set(name, plain);
			}
		}
	}
	return [...outcomes].map(([name, message]) => ({ name, message }));
}

async function runGroup(
	simulator: Simulator,
	faults: StoredFault[],
	onError: OnError,
): Promise<StoredOutcome[]> {
	simulator.control({ reset: true });
	const answers = faults.flatMap(({ given }, index) => [goodAnswer(index), given]);
	const items = [...answers, goodAnswer(faults.length)].map((answer) => ({
		// What comes out of a store is any JSON.
		json: { answer } as IDataObject,
	}));
	const parameters = { inputType: 'answer', answer: '={{ $json.answer }}' };
	const result = await runOcr(simulator, parametersFor('extractText', parameters), items, {
		onError,
	});
	assert.equal(simulator.stats.calls.length, 0, 'an answer that is there sends nothing');
	const main = result.items('CLOVA OCR');
	const failed = onError === 'continueErrorOutput' ? result.items('CLOVA OCR', 1) : main;
	checkOrder(main, `stored answers, ${onError}`);
	const stopped = result.error !== undefined;
	for (let index = 0; !stopped && index <= faults.length; index += 1) {
		checkGood(main, 2 * index, goodName(index), `stored answers, ${onError}`);
	}
	return faults.map(({ name, text }, index) => {
		const where = `${name}, stored answer, ${onError}`;
		const item = 2 * index + 1;
		const error = failed.find((each) => itemOf(each) === item && isError(each));
		const words = stopped ? thrown(result.error) : error ? wordsOfItem(error) : null;
		checkWords(text, words, where);
		assert.equal(stopped, text !== null && onError === 'stopWorkflow', `${where}: stops`);
		if (stopped) assert.ok(words?.message.includes('[item 1]'), `${where}: names the item`);
		const read = main.filter((each) => itemOf(each) === item && !isError(each));
		assert.equal(read.length, text === null ? 1 : 0, `${where}: items`);
		return { name, message: words?.message ?? 'Read' };
	});
}

function thrown(error: { message: string; description?: string | null } | undefined): Words | null {
	if (error === undefined) return null;
	return { message: error.message, description: error.description ?? '' };
}

function goodAnswer(index: number): Json {
	return answerOf([generalImage(wordsOfLines([goodName(index)]))]);
}

function storedFaults(): StoredFault[] {
	const right = JSON.stringify(goodAnswer(0));
	const [half, long] = [right.slice(0, right.length / 2), ' '.repeat(65 * 1024 * 1024)];
	const failed = { ...blankImage(), inferResult: 'ERROR', message: 'Recognition failure' };
	return [
		{ name: 'Truncated answer', given: half, text: /cut off/ },
		{ name: 'Cut JSON', given: '{"version":"V2","images":[{"uid":', text: /cut off/ },
		{ name: 'Empty answer', given: '', text: /is empty/ },
		{ name: 'JSON of another shape', given: { hello: 1 }, text: /something else than an answer/ },
		{ name: 'Web page', given: '<!DOCTYPE html><html></html>', text: /holds a web page/ },
		{ name: 'Answer of 65 MB', given: right + long, text: /more than any answer/ },
		{ name: 'Image ERROR', given: answerOf([failed]), text: /could not process the picture/ },
		{ name: 'Image FAILURE', given: answerOf([blankImage()]), text: null },
		{ name: 'Answer without images', given: answerOf([]), text: null },
		...SERVICE_CODES.map((code) => ({
			name: code,
			given: serviceError(code, '/general').body,
			text: CODE_WORDS[code],
		})),
		...GATEWAY_CODES.map((code) => ({
			name: `Gateway ${code}`,
			given: gatewayError(code).body,
			text: CODE_WORDS[code],
		})),
	];
}
