import { startSimulator, type Fault, type Simulator } from '../simulator';
import { fs, http, performance, sleep, type AddressInfo } from '../support/node';
import { fileItem, jsonOf, parametersFor, picture, runOcr } from '../support/ocrRun';

const TIMEOUT = 500;
// Drips end after ten times this; bytes that take long to make are given time.
const [SHORT, LONG] = [800, 10_000];

let simulator: Simulator;

jest.setTimeout(60_000);

beforeAll(async () => {
	simulator = await startSimulator({ recognizer: 'none' });
});

beforeEach(() => simulator.control({ reset: true }));

afterAll(async () => await simulator.close());

function openHandles(): number {
	return fs.readdirSync('/proc/self/fd').length;
}

/** Waits until no more handles are open than before, which takes the system a moment. */
async function handlesAreBackAt(before: number): Promise<void> {
	for (let look = 0; openHandles() > before && look < 50; look += 1) await sleep(20);
	expect(openHandles()).toBeLessThanOrEqual(before);
}

async function read(name = 'a.png', data = picture(), timeout = LONG) {
	const parameters = parametersFor('extractText', { options: { timeout } });
	return await runOcr(simulator, parameters, [fileItem(name, data)], { binaryMode: 'filesystem' });
}

describe('time', () => {
	it.each<[string, Fault, number, RegExp]>([
		['stalls before the head', { kind: 'stall' }, SHORT, /stayed silent/],
		['stalls in the head', { kind: 'stall', when: 'head' }, SHORT, /stayed silent/],
		['stalls in the body', { kind: 'stall', when: 'body' }, SHORT, /stayed silent/],
		['stops reading the upload', { kind: 'stall', when: 'upload' }, SHORT, /stayed silent/],
		['drips its head', { kind: 'drip', in: 'head', milliseconds: 30 }, SHORT, /stayed silent/],
		[
			'drips its body',
			{ kind: 'drip', in: 'body', milliseconds: 30 },
			SHORT,
			/not complete after ten/,
		],
		['sends header lines without end', { kind: 'endlessHead' }, LONG, /broke off/],
		['sends 100 MB', { kind: 'huge', bytes: 100e6 }, LONG, /larger than 64 MB/],
		['sends a gzip bomb', { kind: 'gzipBomb' }, LONG, /larger than 64 MB/],
	])(
		'a server that %s holds nothing up: socket closed, next execution as if nothing had been',
		async (_, fault, timeout, message) => {
			await read('before.png');
			const handles = openHandles();
			simulator.control({ faults: [{ fault }] });
			const begun = performance.now();
			const data = Buffer.alloc(2_000_000, picture());
			const { error } = await read('a.png', data, timeout);
			expect(error?.message).toMatch(message);
			expect(performance.now() - begun).toBeLessThan(12 * timeout + 3000);
			await handlesAreBackAt(handles);
			expect(jsonOf(await read('after.png'))).toMatchObject([{ text: 'after.png' }]);
		},
	);

	it.each(['head', 'body'] as const)(
		'the stop button ends a call that stalls in its %s at once',
		async (when) => {
			simulator.control({ faults: [{ fault: { kind: 'stall', when } }] });
			const parameters = parametersFor('extractText');
			let stoppedAt = 0;
			const { cancelled } = await runOcr(simulator, parameters, [fileItem('a.png')], {
				onStart: (cancel) => {
					void sleep(500).then(() => {
						stoppedAt = performance.now();
						cancel();
					});
				},
			});
			expect(cancelled).toBe(true);
			expect(performance.now() - stoppedAt).toBeLessThan(1000);
		},
	);
});

describe('handles', () => {
	it('none stays open after sixty uploads of stored files that were given up, reset or refused early', async () => {
		const data = Buffer.alloc(3_000_000, picture());
		const faults: Fault[] = [
			{ kind: 'stall', when: 'upload' },
			{ kind: 'reset', when: 'head' },
			{ kind: 'reset', when: 'upload' },
		];
		await read();
		const handles = openHandles();
		simulator.control({
			faults: Array.from({ length: 60 }, (_, n) => ({
				fault: faults[n % 3],
				match: { fileName: `f${n}.` },
			})),
		});
		const items = Array.from({ length: 60 }, (_, n) => fileItem(`f${n}.png`, data));
		const options = { timeout: TIMEOUT, maxConcurrency: 10 };
		const result = await runOcr(simulator, parametersFor('extractText', { options }), items, {
			binaryMode: 'filesystem',
			onError: 'continueRegularOutput',
		});
		expect(jsonOf(result).filter(({ error }) => error !== undefined)).toHaveLength(60);
		await handlesAreBackAt(handles);
	});

	it('no more files are open than are under way or looked at', async () => {
		const items = Array.from({ length: 30 }, (_, n) => fileItem(`${n}.png`, picture(n)));
		simulator.control({ latency: { milliseconds: 100 } });
		const store = /binary-data|binary_data|executions/;
		let most = 0;
		let done = false;
		const watch = async () => {
			while (!done) {
				const open = fs.readdirSync('/proc/self/fd').filter((fd) => store.test(targetOf(fd)));
				most = Math.max(most, open.length);
				await sleep(1);
			}
		};
		const watching = watch();
		const options = { maxConcurrency: 3 };
		await runOcr(simulator, parametersFor('extractText', { options }), items, {
			binaryMode: 'filesystem',
		});
		done = true;
		await watching;
		expect(most).toBeLessThanOrEqual(2 * options.maxConcurrency + 1);
	});
});

function targetOf(fd: string): string {
	try {
		return fs.readlinkSync(`/proc/self/fd/${fd}`);
	} catch {
		return '';
	}
}

describe('encodings', () => {
	it.each<[string, Fault]>([
		['gzip', { kind: 'gzip' }],
		['EUC-KR that says so', { kind: 'encoding', encoding: 'euc-kr', declared: true }],
		['UTF-16 that says so', { kind: 'encoding', encoding: 'utf-16le', declared: true }],
		['UTF-16 that does not say so', { kind: 'encoding', encoding: 'utf-16be', declared: false }],
	])('an answer in %s is read', async (_, fault) => {
		simulator.control({ faults: [{ fault }] });
		expect(jsonOf(await read('영수증.png'))).toMatchObject([{ text: '영수증.png' }]);
	});

	it('EUC-KR under another name is refused, not read wrong', async () => {
		const fault = { kind: 'encoding', encoding: 'euc-kr', declared: false } as const;
		simulator.control({ faults: [{ fault }] });
		const { error } = await read('영수증.png');
		expect(error?.message).toMatch(/encoding that cannot be read/);
		expect(error?.description).toMatch(/Retry On/);
	});
});

describe('downloads', () => {
	type Answer = (response: http.ServerResponse) => void;

	async function download(answer: Answer, timeout: number) {
		const server = http.createServer((_, response) => answer(response));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.png`;
		const begun = performance.now();
		try {
			const parameters = {
				...parametersFor('readReceipt', { options: { timeout } }),
				inputType: 'url',
				url,
			};
			const { error } = await runOcr(simulator, parameters, [{}]);
			for (let look = 0; (await connections(server)) > 0 && look < 50; look += 1) await sleep(20);
			return {
				message: error?.message ?? '',
				description: error?.description ?? '',
				time: performance.now() - begun,
				connections: await connections(server),
			};
		} finally {
			server.closeAllConnections();
			server.close();
		}
	}

	async function connections(server: http.Server): Promise<number> {
		return await new Promise((resolve) => server.getConnections((_, count) => resolve(count)));
	}

	it.each<[string, Answer, RegExp, timeout?: number]>([
		['stalls before the head', () => undefined, /stayed silent/],
		['stalls in the body', (response) => response.writeHead(200).write('x'), /stayed silent/],
		[
			'drips',
			(response) => {
				response.writeHead(200);
				void (async () => {
					while (!response.destroyed) {
						response.write('x');
						await sleep(30);
					}
				})();
			},
			/more than ten times as long/,
		],
		[
			'leads in a circle',
			(response) => response.writeHead(302, { location: '/a.png' }).end(),
			/one redirect to the next/,
			// The hops together are one silence, and a busy machine takes its time for them.
			10 * TIMEOUT,
		],
		['resets', (response) => response.socket?.resetAndDestroy(), /broke off/],
		['is missing', (response) => response.writeHead(404).end('no'), /HTTP 404/],
	])(
		'from a server that %s ends in time and closes its socket',
		async (_, answer, message, timeout = TIMEOUT) => {
			const seen = await download(answer, timeout);
			expect(seen.message).toMatch(message);
			expect(seen.time).toBeLessThan(12 * TIMEOUT + 3000);
			expect(seen.connections).toBe(0);
			expect(simulator.stats.calls).toHaveLength(0);
		},
	);
});
