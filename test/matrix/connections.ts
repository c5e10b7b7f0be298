import type { Simulator } from '../simulator';
import { startTlsServer } from '../simulator/tls';
import { assert, sleep, type http } from '../support/node';
import { parametersFor, picture, runOcr } from '../support/ocrRun';
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
import type { Input } from './inputs';
import { startWeb } from './web';

export interface ConnectionOutcome {
	name: string;
	message: string;
}

type Expected = [name: string, address: string, message: RegExp];
type Setting = (typeof ALL)[number];

const ALL = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;

/** Faults before the first byte: of the credential's server, then of a server that the node downloads from. */
export async function runConnectionFaults(
	simulator: Simulator,
	inputs: Input[],
): Promise<{ service: ConnectionOutcome[]; downloads: ConnectionOutcome[]; count: number }> {
	const tls = [await startTlsServer(false), await startTlsServer(true)];
	const web = await startWeb((path, response) => void answer(path, response));
	const service: Expected[] = [
		['Connection refused', 'http://127.0.0.1:9', /could not be reached/],
		['Unknown host (DNS)', 'https://nowhere.invalid', /could not be reached/],
		['Self-signed certificate', tls[0].url, /certificate .* is not trusted/],
		['Expired certificate', tls[1].url, /certificate .* is not trusted/],
	];
	try {
		const results = {
			service: await each(service, async (address, onError) => {
				const said = [];
				for (const input of inputs) {
					said.push(...(await ofService(simulator, input, address, onError)));
				}
				return said;
			}),
			downloads: await each(downloadsFrom(web.url, service), async (address, onError) => [
				await ofDownload(simulator, address, onError, web.url),
			]),
		};
		const count = ALL.length * (results.service.length * inputs.length + results.downloads.length);
		return { ...results, count };
	} finally {
		for (const server of tls) {
			assert.equal(server.requests(), 0, 'nothing gets past a certificate that is not trusted');
			server.close();
		}
		web.close();
	}
}

function downloadsFrom(web: string, service: Expected[]): Expected[] {
	return [
		...service,
		['HTTP 404', `${web}/missing`, /HTTP 404/],
		['Redirects in a circle', `${web}/circle`, /one redirect to the next/],
		['Reset', `${web}/reset`, /broke off/],
		['Stall before the head', `${web}/stall`, /stayed silent/],
		['Stall in the body', `${web}/stallInBody`, /stayed silent/],
		['Drip', `${web}/drip`, /more than ten times as long/],
		['A file of 60 MB', `${web}/huge`, /larger than 50 MB/],
		['A web page', `${web}/page`, /web page/],
		['An empty file', `${web}/empty`, /empty file/],
	];
}

/** Every fault under every setting: the words are asserted, and those under Continue given back. */
async function each(
	expected: Expected[],
	read: (address: string, onError: Setting) => Promise<Words[]>,
): Promise<ConnectionOutcome[]> {
	const outcomes: ConnectionOutcome[] = [];
	for (const [name, address, message] of expected) {
		for (const onError of ALL) {
			const said = await read(address, onError);
			for (const words of said) checkWords(message, words, `${name}, ${onError}`);
			if (onError === 'continueRegularOutput') outcomes.push({ name, message: said[0].message });
		}
	}
	return outcomes;
}

/** Two files for a service that nobody reaches: what is said of each of their parts. */
async function ofService(
	simulator: Simulator,
	input: Input,
	address: string,
	onError: Setting,
): Promise<Words[]> {
	simulator.control({ reset: true });
	const options = { timeout: 30_000, maxTries: 2, ...input.options };
	const result = await runOcr(
		simulator,
		parametersFor('extractText', { ...input.parameters, options }),
		['a', 'b'].map((name) => {
			const item = input.item(name);
			return { ...item, json: { ...item.json, timeout: 30_000 } };
		}),
		{
			onError,
			binaryMode: input.binaryMode,
			credential: { invokeUrl: `${address}/custom/v1/1/key/general` },
		},
	);
	assert.equal(simulator.stats.calls.length, 0);
	if (onError === 'stopWorkflow') return [thrownBy(result)];
	const items = result.items('CLOVA OCR', onError === 'continueErrorOutput' ? 1 : 0);
	assert.ok(items.every(isError), `${input.name}, ${onError}: nothing was read`);
	const from = items.map(itemOf);
	const parts = Array.from({ length: input.calls });
	assert.deepEqual(from, [...parts.map(() => 0), ...parts.map(() => 1)], `${input.name}: items`);
	return items.map(wordsOfItem);
}

/** A file that cannot be fetched between two that can: these are read; under Stop nothing else is sent. */
async function ofDownload(
	simulator: Simulator,
	address: string,
	onError: Setting,
	web: string,
): Promise<Words> {
	simulator.control({ reset: true });
	const urls = [`${web}/good/${goodName(0)}.png`, `${address}/a`, `${web}/good/${goodName(1)}.png`];
	// Who waits for nothing needs a short limit; the others have time on a busy machine.
	const timeout = /stall|drip/i.test(address) ? 500 : 30_000;
	const options = { timeout: '={{ $json.timeout }}', maxTries: 2, pages: '1-' };
	const result = await runOcr(
		simulator,
		parametersFor('extractText', { inputType: 'url', url: '={{ $json.url }}', options }),
		urls.map((url) => ({
			json: { url, timeout: url.startsWith(`${web}/good`) ? 30_000 : timeout },
		})),
		{ onError },
	);
	const where = `${address}, ${onError}`;
	const stopped = onError === 'stopWorkflow';
	const sent = simulator.stats.calls.length;
	assert.ok(stopped ? sent <= 2 : sent === 2, `${where}: ${sent} calls sent`);
	if (stopped) return thrownBy(result);
	const main = result.items('CLOVA OCR');
	checkOrder(main, where);
	[0, 1].forEach((index) => checkGood(main, 2 * index, goodName(index), where));
	const failed = (onError === 'continueErrorOutput' ? result.items('CLOVA OCR', 1) : main).filter(
		isError,
	);
	assert.deepEqual(failed.map(itemOf), [1], `${where}: the one that cannot be fetched`);
	return wordsOfItem(failed[0]);
}

function thrownBy({ error }: Awaited<ReturnType<typeof runOcr>>): Words {
	return { message: error?.message ?? '(read)', description: error?.description ?? '' };
}

/** A web server that misbehaves by path. */
async function answer(address: string, response: http.ServerResponse): Promise<void> {
	switch (address.split('/')[1]) {
		case 'good':
			response.end(picture());
			return;
		case 'missing':
			response.writeHead(404).end('no');
			return;
		case 'circle':
			response.writeHead(302, { location: address }).end();
			return;
		case 'reset':
			response.socket?.resetAndDestroy();
			return;
		case 'stallInBody':
			response.writeHead(200).write('x');
			return;
		case 'drip':
			response.writeHead(200);
			for (; !response.destroyed; await sleep(50)) response.write('x');
			return;
		case 'huge':
			response.writeHead(200).end(Buffer.alloc(60e6, '\xff\xd8\xff', 'latin1'));
			return;
		case 'page':
			response.end('<!doctype html><html></html>');
			return;
		case 'empty':
			response.end();
	}
}
