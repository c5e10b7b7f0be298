import { startExecution } from '../../nodes/ClovaOcr/execution';
import { extractText } from '../../nodes/ClovaOcr/operations/general/extractText';
import { readOther } from '../../nodes/ClovaOcr/operations/document/readOther';
import { executeContext, type Surroundings } from '../support/executeContext';

const KEY = 'the-key-in-the-address';
const URL = `https://example.test/custom/v1/7/${KEY}/general`;

async function start(surroundings: Surroundings = {}, operation = extractText) {
	const credential = { invokeUrl: URL, secretKey: 'the secret of this domain' };
	const { context, asked } = executeContext({ credential, ...surroundings });
	const execution = await startExecution(context, operation);
	return { context, asked, execution };
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
	yield Buffer.from(text);
}

const answering = (statusCode: number, text: string) => () => ({ statusCode, body: bytesOf(text) });

describe('where calls go', () => {
	it('is the address of the credential', async () => {
		const respond = answering(200, '{"images":[]}');
		const { execution, asked, context } = await start({ respond });
		expect(execution.endpoint).toEqual({ ok: true, url: URL });
		expect((await execution.caller.send(() => ({}), 1000)).ok).toBe(true);
		expect(asked.requests.map(({ url }) => url)).toEqual([URL]);
		const { type } = context.getNode();
		expect(asked.credentials).toEqual(['clovaOcrApi', 'clovaOcrApi', type]);
		execution.end();
	});

	it.each<[string, Surroundings['credential']]>([
		['of another API', { invokeUrl: URL.replace('general', 'infer'), secretKey: 's' }],
		['that is empty', { invokeUrl: '', secretKey: '' }],
		['that was never filled in', {}],
	])('is refused where it is one %s', async (_, credential) => {
		const { execution } = await start({ credential });
		expect(execution.endpoint.ok).toBe(false);
		execution.end();
	});

	it('is the same where the address was never filled in and where it is empty', async () => {
		const [never, empty] = await Promise.all(
			[{}, { invokeUrl: '' }].map(async (credential) => (await start({ credential })).execution),
		);
		expect(never.endpoint).toEqual(empty.endpoint);
		never.end();
		empty.end();
	});

	it('is a model of its own for Read Other Document', async () => {
		const own = URL.replace('general', 'document/bankbook');
		const { execution } = await start({ credential: { invokeUrl: own, secretKey: 's' } }, readOther);
		expect(execution.endpoint).toEqual({ ok: true, url: own });
		execution.end();
	});

	it('is nowhere where every item holds its answer, and no credential is asked for', async () => {
		const { execution, asked } = await start({ parameters: { inputType: 'answer' } });
		expect(execution.endpoint).toEqual({ ok: true, url: '' });
		expect(asked.credentials).toEqual([]);
		execution.end();
	});
});

describe('what a server echoes', () => {
	const refusal = (message: string) => answering(400, JSON.stringify({ code: '0011', message }));

	async function shown(message: string, more: Surroundings = {}): Promise<string> {
		const { execution } = await start({ respond: refusal(message), ...more });
		const parsed = await execution.caller.send(() => ({}), 1000);
		execution.end();
		return parsed.ok ? '' : `${parsed.problem.message} ${parsed.problem.description}`;
	}

	it('shows neither the secret nor the key in the address', async () => {
		const text = await shown(`odd: the secret of this domain at ${KEY} of custom`);
		expect(text).toContain('odd: … at … of custom');
	});

	it('shows no secret that was pasted with blanks around it', async () => {
		const credential = { invokeUrl: URL, secretKey: '  the secret of this domain\n' };
		expect(await shown('odd: the secret of this domain', { credential })).toContain('odd: …');
	});

	it('is shown where there is no secret', async () => {
		const credential = { invokeUrl: URL };
		expect(await shown('odd undefined thing', { credential })).toContain('odd undefined thing');
	});
});

test('a request is cancelled by its own signal, and all else of the context is as it was', async () => {
	const { signal } = new AbortController();
	const { execution, asked, context } = await start({ signal, respond: answering(200, '{}') });
	await execution.caller.send(() => ({}), 1000);
	expect(asked.signals).toEqual([asked.requests[0].abortSignal]);
	expect(asked.signals[0]).not.toBe(signal);
	expect(context.getExecutionCancelSignal()).toBe(signal);
	execution.end();
});

describe('a cancelled execution', () => {
	it('lets go of the calls that wait, and waits for nothing', async () => {
		const cancel = new AbortController();
		const { execution } = await start({ signal: cancel.signal });
		const { lane, clock } = execution.caller;
		const waiting = clock.wait(60_000);
		expect(execution.cancelled).toBe(false);
		expect(lane.isClosed).toBe(false);
		cancel.abort();
		await waiting;
		expect(execution.cancelled).toBe(true);
		expect(clock.cancelled).toBe(true);
		expect(lane.isClosed).toBe(true);
		expect(await lane.run(0, async () => ({ state: 'finished', value: 1, accepted: true }))).toBeNull();
		execution.end();
	});

	it('cannot be where n8n gives no signal', async () => {
		const { execution } = await start();
		await execution.caller.clock.wait(1);
		expect(execution.cancelled).toBe(false);
		execution.end();
	});
});

describe('a failure', () => {
	it('ends the execution under Stop', async () => {
		const { execution } = await start({ continueOnFail: false });
		expect(execution.stop).toMatchObject({ atFailure: true, stopped: false });
		execution.caller.noteFailure();
		expect(execution.stop.stopped).toBe(true);
		expect(execution.caller.lane.isClosed).toBe(true);
		execution.end();
	});

	it('ends nothing under Continue', async () => {
		const { execution } = await start({ continueOnFail: true });
		expect(execution.stop.atFailure).toBe(false);
		execution.stop.noteFailure();
		expect(execution.stop.stopped).toBe(false);
		expect(execution.caller.lane.isClosed).toBe(false);
		execution.end();
	});
});

describe('the clock of an execution', () => {
	it('waits as long as it is told to', async () => {
		const { execution } = await start({ signal: new AbortController().signal });
		const { clock } = execution.caller;
		const begun = clock.now();
		await clock.wait(150);
		expect(clock.now() - begun).toBeGreaterThanOrEqual(149);
		expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1000);
		await clock.wait(0);
		execution.end();
	});

	it('draws numbers from 0 to 1', async () => {
		const { execution } = await start();
		const drawn = Array.from({ length: 20 }, () => execution.caller.clock.random());
		expect(drawn.every((number) => number >= 0 && number < 1)).toBe(true);
		expect(new Set(drawn).size).toBeGreaterThan(1);
		execution.end();
	});
});

test('a file goes into the store byte by byte, without what stands around it in memory', async () => {
	const { execution, asked } = await start();
	const around = new TextEncoder().encode('<<file>>');
	await execution.store(around.subarray(2, 6), 'a.txt', 'text/plain');
	expect(asked.stored).toEqual([{ text: 'file', fileName: 'a.txt', mimeType: 'text/plain' }]);
	execution.end();
});

test('at its end nothing of it runs any more', async () => {
	const { execution } = await start({ raw: { options: { reviewOutput: true } } });
	expect(execution.settings.reviewOutput).toBe(true);
	execution.end();
	expect(execution.caller.lane.isClosed).toBe(true);
});

test('a request that n8n cannot make shows neither secret nor key', async () => {
	const respond = () => {
		throw new Error(`connect ${URL} the secret of this domain`);
	};
	const { execution } = await start({ respond });
	const parsed = await execution.caller.send(() => ({}), 1000);
	expect(parsed.ok).toBe(false);
	expect(JSON.stringify(parsed)).not.toMatch(new RegExp(`${KEY}|the secret`));
	execution.end();
});
