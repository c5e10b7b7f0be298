import { http, type AddressInfo } from '../../support/node';

/** A web server that is not CLOVA OCR. */
export interface WebSite {
	url: string;
	/** Serves a file under its name. */
	offer(name: string, type: string, bytes: Uint8Array): void;
	close(): Promise<void>;
}

type Answer = [status: number, headers: Record<string, string>, body: string | Uint8Array];

const html = { 'content-type': 'text/html; charset=utf-8' };
const json = { 'content-type': 'application/json' };

/** What the site answers, by the first part of the path. */
const answers: Record<string, Answer> = {
	page: [200, html, '<!doctype html><title>Welcome</title>'],
	missing: [404, html, '<!doctype html><title>Not found</title>'],
	redirect: [302, { location: '/page' }, ''],
	json: [200, json, '{"ok":true}'],
	empty: [200, {}, ''],
};

/** Gateway refusals of NAVER by their code, with the HTTP status that comes with each. */
const gatewayStatus: Record<string, number> = { '200': 401, '300': 404, '420': 429 };

/** Serves ordinary web pages, and refusals as NAVER's gateway words them under `/gateway/<code>`. */
export async function startWebSite(): Promise<WebSite> {
	const files = new Map<string, Answer>();
	const server = http.createServer((request, response) => {
		request.resume();
		const [, first = '', second = ''] = (request.url ?? '').split('/');
		const [status, headers, body] =
			files.get(decodeURIComponent(first)) ??
			(first === 'gateway'
				? gateway(second)
				: (answers[first] ?? answers.missing ?? [404, {}, '']));
		response.writeHead(status, headers).end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		offer: (name, type, bytes) => {
			files.set(name, [200, { 'content-type': type }, bytes]);
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

function gateway(errorCode: string): Answer {
	const error = { errorCode, message: 'Refused', details: 'Refused by the gateway' };
	return [gatewayStatus[errorCode] ?? 500, json, JSON.stringify({ error })];
}
