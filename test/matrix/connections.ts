import type { INodeParameters } from 'n8n-workflow';

import type { Simulator } from '../simulator';
import { startTlsServer } from '../simulator/tls';
import { assert, http, sleep, type AddressInfo } from '../support/node';
import { fileItem, jsonOf, parametersFor, runOcr } from '../support/ocrRun';

export interface ConnectionOutcome {
	name: string;
	message: string;
}

type Expected = [name: string, address: string, message: RegExp];

const ALL = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;

/** Faults before the first byte: of the credential's server, then of a server that the node downloads from. */
export async function runConnectionFaults(simulator: Simulator): Promise<{
	service: ConnectionOutcome[];
	downloads: ConnectionOutcome[];
}> {
	const tls = [await startTlsServer(false), await startTlsServer(true)];
	const web = await startWeb();
	const [selfSigned, expired] = tls;
	const service: Expected[] = [
		['Connection refused', 'http://127.0.0.1:9', /could not be reached/],
		['Unknown host (DNS)', 'https://nowhere.invalid', /could not be reached/],
		['Self-signed certificate', selfSigned.url, /certificate .* is not trusted/],
		['Expired certificate', expired.url, /certificate .* is not trusted/],
	];
	const downloads: Expected[] = [
		...service,
		['HTTP 404', `${web.url}/missing`, /HTTP 404/],
		['Redirects in a circle', `${web.url}/circle`, /one redirect to the next/],
		['Reset', `${web.url}/reset`, /broke off/],
		['Stall before the head', `${web.url}/stall`, /stayed silent/],
		['Stall in the body', `${web.url}/stallInBody`, /stayed silent/],
		['Drip', `${web.url}/drip`, /more than ten times as long/],
		['A file of 60 MB', `${web.url}/huge`, /larger than 50 MB/],
		['A web page', `${web.url}/page`, /web page/],
		['An empty file', `${web.url}/empty`, /empty file/],
	];
	try {
		return {
			service: await each(service, async (address, onError) => {
				const credential = { invokeUrl: `${address}/custom/v1/1/key/general` };
				const items = [fileItem('a.png'), fileItem('b.png')];
				return await words(simulator, {}, items, { onError, credential });
			}),
			downloads: await each(downloads, async (address, onError) => {
				const items = ['a', 'b'].map((name) => ({ json: { url: `${address}/${name}` } }));
				const parameters = { inputType: 'url', url: '={{ $json.url }}' };
				return await words(simulator, parameters, items, { onError });
			}),
		};
	} finally {
		for (const server of tls) {
			assert.equal(server.requests(), 0, 'nothing gets past a certificate that is not trusted');
			server.close();
		}
		web.close();
	}
}

async function each(
	expected: Expected[],
	read: (address: string, onError: (typeof ALL)[number]) => Promise<string[]>,
): Promise<ConnectionOutcome[]> {
	const outcomes: ConnectionOutcome[] = [];
	for (const [name, address, message] of expected) {
		for (const onError of ALL) {
			const said = await read(address, onError);
			assert.equal(said.length, onError === 'stopWorkflow' ? 1 : 2, `${name}, ${onError}`);
			for (const text of said) assert.match(text, message, `${name}, ${onError}`);
			if (onError === 'continueRegularOutput') outcomes.push({ name, message: said[0] });
		}
	}
	return outcomes;
}

/** What the user reads, item by item; asserts that the service got no call. */
async function words(
	simulator: Simulator,
	parameters: INodeParameters,
	items: Parameters<typeof runOcr>[2],
	options: Parameters<typeof runOcr>[3] & { onError: (typeof ALL)[number] },
): Promise<string[]> {
	simulator.control({ reset: true });
	// Who waits for nothing needs a short limit; the others have time on a busy machine.
	const waits = /stall|drip/i.test(String(items[0].json?.url));
	const all = { timeout: waits ? 500 : 30_000, maxTries: 2, pages: '1-' };
	const given = parametersFor('extractText', { ...parameters, options: all });
	const result = await runOcr(simulator, given, items, options);
	assert.equal(simulator.stats.calls.length, 0);
	if (options.onError === 'stopWorkflow') return [result.error?.message ?? '(none)'];
	const output = options.onError === 'continueErrorOutput' ? 1 : 0;
	return jsonOf(result, 'CLOVA OCR', output).map(({ error }) => String(error));
}

/** A web server that misbehaves by path. */
async function startWeb(): Promise<{ url: string; close(): void }> {
	const server = http.createServer((request, response) => {
		response.on('error', () => undefined);
		void answer(request.url ?? '', response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}

async function answer(address: string, response: http.ServerResponse): Promise<void> {
	switch (address.split('/')[1]) {
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
