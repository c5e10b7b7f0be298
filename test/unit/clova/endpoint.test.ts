import { resolveEndpoint, resolveOwnEndpoint, type ApiPath } from '../../../nodes/ClovaOcr/clova/endpoint';
import { namesByPath } from '../../../nodes/ClovaOcr/operations';
import { simulatedPaths } from '../../support/apis';

const BASE = 'https://abc1234567.apigw.ntruss.com/custom/v1/12345/00ffee';

describe('resolveEndpoint', () => {
	const accepted: Array<[string, string, ApiPath, string]> = [
		['the path as copied', `${BASE}/general`, '/general', `${BASE}/general`],
		['no path yet', BASE, '/general', `${BASE}/general`],
		['a trailing slash', `${BASE}/`, '/infer', `${BASE}/infer`],
		['a slash behind the path', `${BASE}/general/`, '/general', `${BASE}/general`],
		['several slashes', `${BASE}///`, '/document/receipt', `${BASE}/document/receipt`],
		['blanks around', `  ${BASE}/infer \n`, '/infer', `${BASE}/infer`],
		[
			'a document path',
			`${BASE}/document/id-card`,
			'/document/id-card',
			`${BASE}/document/id-card`,
		],
		[
			'an old 32-character gateway',
			'https://0123456789abcdef0123456789abcdef.apigw.ntruss.com/custom/v1/1/k/general',
			'/general',
			'https://0123456789abcdef0123456789abcdef.apigw.ntruss.com/custom/v1/1/k/general',
		],
		[
			'the government cloud',
			'https://abc.apigw.gov-ntruss.com/custom/v1/1/k',
			'/general',
			'https://abc.apigw.gov-ntruss.com/custom/v1/1/k/general',
		],
		[
			'the finance cloud',
			'https://abc.apigw-pub.fin-ntruss.com/custom/v1/1/k/infer',
			'/infer',
			'https://abc.apigw-pub.fin-ntruss.com/custom/v1/1/k/infer',
		],
		[
			'http on loopback',
			'http://127.0.0.1:8787/custom/v1/1/k',
			'/general',
			'http://127.0.0.1:8787/custom/v1/1/k/general',
		],
		['http on localhost', 'http://localhost/general', '/general', 'http://localhost/general'],
		['http on IPv6 loopback', 'http://[::1]:80/x', '/general', 'http://[::1]/x/general'],
		[
			'a loopback address without domain and key',
			'http://127.0.0.1:1/x',
			'/general',
			'http://127.0.0.1:1/x/general',
		],
	];
	it.each(accepted)('takes %s', (_, invokeUrl, path, url) => {
		expect(resolveEndpoint(invokeUrl, path, namesByPath)).toEqual({ ok: true, url });
	});

	const refused: Array<[string, string, ApiPath, RegExp]> = [
		['nothing', '', '/general', /not a web address/],
		['blanks only', '   ', '/general', /not a web address/],
		['rubbish', 'my invoke url', '/general', /not a web address/],
		['no scheme', 'abc.apigw.ntruss.com/general', '/general', /not a web address/],
		['another scheme', 'ftp://abc.apigw.ntruss.com/general', '/general', /not a web address/],
		[
			'a user in the address',
			'https://me:pw@abc.apigw.ntruss.com/general',
			'/general',
			/not a web address/,
		],
		['two addresses', `${BASE}/general ${BASE}/infer`, '/general', /not a web address/],
		['plain http', 'http://abc.apigw.ntruss.com/custom/v1/1/k/general', '/general', /https/],
		['a host that ends like loopback', 'http://evil-localhost/general', '/general', /https/],
		[
			'a host that begins like loopback',
			'http://localhost.example.com/general',
			'/general',
			/https/,
		],
		[
			'an address that ends like loopback',
			'http://1127.0.0.1.example/general',
			'/general',
			/https/,
		],
		[
			'a host that only looks like loopback',
			'http://127.0.0.1.example.com/general',
			'/general',
			/https/,
		],
		[
			'the private host',
			'http://clovaocr-api-kr.ncloud.com/external/v1/1/k/general',
			'/general',
			/private address/,
		],
		['a host that only ends like loopback', 'http://evil-localhost/general', '/general', /https/],
		['a query', `${BASE}/general?stage=v1`, '/general', /behind a \? or #/],
		['a fragment', `${BASE}/general#top`, '/general', /behind a \? or #/],
		['a path that is no API', `${BASE}/generals`, '/general', /ends in \/generals/],
		[
			'a document type without an operation',
			`${BASE}/document/medical-receipt`,
			'/document/receipt',
			/another API/,
		],
		['another API', `${BASE}/infer`, '/general', /another API .*\/infer/],
		['another document', `${BASE}/document/receipt/`, '/document/name-card', /\/document\/receipt/],
	];
	it.each(refused)('refuses %s', (_, invokeUrl, path, message) => {
		const endpoint = resolveEndpoint(invokeUrl, path, namesByPath);
		expect(endpoint.ok).toBe(false);
		if (endpoint.ok) return;
		expect(endpoint.problem.message).toMatch(message);
		expect(endpoint.problem.description).not.toBe('');
		expect(JSON.stringify(endpoint.problem)).not.toContain('00ffee');
	});

	it('says which operations the URL is for', () => {
		const endpoint = resolveEndpoint(`${BASE}/general`, '/infer', namesByPath);
		expect(endpoint).toMatchObject({
			problem: {
				description: expect.stringMatching(
					/serves the operation Extract Text, Extract Tables, Create Searchable PDF or Create Masked Copy\. Pick that operation, or choose a credential whose 'Invoke URL' ends in \/infer:/,
				),
			},
		});
	});

	it('refuses a document type that it has no operation for instead of adding a path to it', () => {
		const url = `${BASE}/document/medical-receipt`;
		const endpoint = resolveEndpoint(url, '/document/receipt', namesByPath);
		expect(endpoint).toMatchObject({
			ok: false,
			problem: {
				message: expect.stringContaining('/document/medical-receipt'),
				description: expect.stringMatching(/^That domain is for the operation Read Other Document\. Pick/),
			},
		});
		expect(resolveEndpoint(url, '/document/medical-receipt', namesByPath)).toEqual({
			ok: true,
			url,
		});
	});

	it('never sends one API to the path of another', () => {
		for (const given of simulatedPaths) {
			for (const wanted of simulatedPaths) {
				expect(resolveEndpoint(BASE + given, wanted, namesByPath).ok).toBe(given === wanted);
			}
		}
	});
});

describe('the address of whatever document a domain reads', () => {
	const own = (invokeUrl: string) => {
		const endpoint = resolveOwnEndpoint(invokeUrl, namesByPath);
		return endpoint.ok ? endpoint.url : `${endpoint.problem.message}. ${endpoint.problem.description}`;
	};

	it('is that of its model', () => {
		const url = `${BASE}/document/medical-receipt`;
		expect(own(url)).toBe(url);
		expect(own(` ${url}// `)).toBe(url);
	});

	it.each([
		['nothing', '', /not a web address/],
		['an address without a model', BASE, /does not say which document/],
		['General', `${BASE}/general`, /another API .*serves the operation Extract Text, .* ends in \/document\/…/],
		['Template', `${BASE}/infer`, /another API .*\/infer/],
		[
			'a model that has an operation',
			`${BASE}/document/receipt`,
			/knows the documents .*\/document\/receipt.*Choose the operation Read Receipt,/,
		],
		['a model that has several', `${BASE}/document/id-card`, / or [A-Z]/],
	])('is not %s', (_, invokeUrl, said) => expect(own(invokeUrl)).toMatch(said));
});
