import type { JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import { freePort } from '../support/processes';
import { startWebSite, type WebSite } from '../support/webSite';
import type { TestVerdict } from '../support/api';
import { openSession, type Session } from '../support/session';

let session: Session;
let site: WebSite;

beforeAll(async () => {
	session = await openSession();
	site = await startWebSite();
});

afterAll(async () => {
	await site.close();
	await session.close();
});

/** What a person sees who saves a credential with these values. */
async function verdict(data: JsonObject): Promise<TestVerdict> {
	const record = await session.api.createCredential('CLOVA OCR', 'clovaOcrApi', data);
	return await session.api.testCredential(record, data);
}

function good(kind: string): { invokeUrl: string; secretKey: string } {
	return { invokeUrl: session.simulator.url(kind), secretKey: session.simulator.secret(kind) };
}

const OK = { status: 'OK', message: 'Connection successful!' };
const COPY_BOTH =
	"Copy 'APIGW Invoke URL' and 'Secret Key' again from the CLOVA OCR console (domain > API Gateway integration)";

test.each(['/general', '/infer', '/document/receipt', '/document/id-card'])(
	'a good credential of a %s domain passes, and nothing is billed',
	async (kind) => {
		const before = session.simulator.stats.accepted;
		expect(await verdict(good(kind))).toEqual(OK);
		expect(session.simulator.stats.accepted).toBe(before);
	},
);

test('blanks around a pasted URL and secret do no harm', async () => {
	const { invokeUrl, secretKey } = good('/general');
	expect(await verdict({ invokeUrl: ` ${invokeUrl}\n`, secretKey: ` ${secretKey} ` })).toEqual(OK);
});

test('a URL without the path of an API passes', async () => {
	const { invokeUrl, secretKey } = good('/document/receipt');
	const bare = invokeUrl.replace('/document/receipt', '');
	expect(await verdict({ invokeUrl: bare, secretKey })).toEqual(OK);
});

test('a wrong secret is named, after one call', async () => {
	const before = session.simulator.stats.calls.length;
	const answer = await verdict({ ...good('/general'), secretKey: 'wrong' });
	expect(answer).toEqual({
		status: 'Error',
		message: `CLOVA OCR rejected the secret key. ${COPY_BOTH}; they must be of the same domain.`,
	});
	expect(session.simulator.stats.calls.length).toBe(before + 1);
});

test('a wrong key inside the invoke URL is named', async () => {
	const { invokeUrl, secretKey } = good('/general');
	const wrong = invokeUrl.replace(/[0-9a-f]{64}/, 'f'.repeat(64));
	expect(await verdict({ invokeUrl: wrong, secretKey })).toEqual({
		status: 'Error',
		message: `CLOVA OCR does not know this invoke URL. ${COPY_BOTH}.`,
	});
});

test.each(['page', 'missing', 'redirect', 'json', 'empty'])(
	'a server that is not CLOVA OCR is called so: answer "%s"',
	async (kind) => {
		expect(await verdict({ invokeUrl: `${site.url}/${kind}`, secretKey: 'any' })).toEqual({
			status: 'Error',
			message: `The server at this address is not CLOVA OCR. ${COPY_BOTH}.`,
		});
	},
);

test.each([
	['200', "NAVER's API Gateway refused the credential."],
	['300', "NAVER's API Gateway found nothing at this address."],
	['420', "NAVER's API Gateway is busy. Test again in a minute."],
])('a refusal of the gateway is told apart from one of CLOVA OCR: %s', async (code, sentence) => {
	const answer = await verdict({ invokeUrl: `${site.url}/gateway/${code}`, secretKey: 'any' });
	expect(answer.status).toBe('Error');
	expect(answer.message).toContain(sentence);
});

test('an unreachable server is an error, not a success', async () => {
	const invokeUrl = `http://127.0.0.1:${await freePort()}/general`;
	const answer = await verdict({ invokeUrl, secretKey: 'any' });
	expect(answer.status).toBe('Error');
	expect(answer.message).toMatch(/ECONNREFUSED|refused the connection/);
});

test('the secret never leaves over plain http', async () => {
	const answer = await verdict({ invokeUrl: 'http://ocr.example.com/general', secretKey: 'any' });
	expect(answer.status).toBe('Error');
});

test('the stored secret comes back blanked and can be tested so', async () => {
	const data = good('/general');
	const record = await session.api.createCredential('CLOVA OCR', 'clovaOcrApi', data);
	const path = `/rest/credentials/${record.id}?includeData=true`;
	const shown = JSON.stringify(await session.api.call('GET', path));
	expect(shown).not.toContain(data.secretKey);
	const blank = /__n8n_BLANK_VALUE_[^"]*/.exec(shown)?.[0] ?? '';
	expect(await session.api.testCredential(record, { ...data, secretKey: blank })).toEqual(OK);
});
