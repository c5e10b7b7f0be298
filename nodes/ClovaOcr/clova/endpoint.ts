import { finalProblem, type Problem } from '../problem';

/** A path of the API; one domain of CLOVA OCR serves exactly one. */
export type ApiPath = `/document/${string}` | '/general' | '/infer';

export type Endpoint = { ok: true; url: string } | { ok: false; problem: Problem };

/** How a URL ends that the console made; document types that are not known yet included. */
const API_PATH_AT_END = /\/(?:general|infer|document\/[^/]+)$/;

// The console shows this host for wiring a gateway by hand; it resolves to private addresses only.
const PRIVATE_HOST = 'clovaocr-api-kr.ncloud.com';

const COPY_HINT =
	"In the CLOVA OCR console open your domain, press 'API Gateway integration' and copy the 'APIGW Invoke URL' into the credential's 'Invoke URL'.";

/**
 * The address that a call goes to. The console's invoke URL already ends in its API's path;
 * a URL without a path gets the operation's, one with another API's path is refused before anything is sent.
 * @param invokeUrl as the user pasted it
 * @param path the API that the operation needs
 * @param namesByPath the operations that each API serves, as the editor names them
 */
export function resolveEndpoint(
	invokeUrl: string,
	path: ApiPath,
	namesByPath: ReadonlyMap<string, readonly string[]>,
): Endpoint {
	const url = parseUrl(invokeUrl.trim());
	if (url === null) {
		return refuse("The 'Invoke URL' of the credential is not a web address", COPY_HINT);
	}
	if (url.hostname === PRIVATE_HOST) {
		return refuse(
			"The 'Invoke URL' points to CLOVA OCR's private address, which only NAVER's own network reaches",
			`This is the 'CLOVA OCR Invoke URL' for wiring an API Gateway by hand. ${COPY_HINT}`,
		);
	}
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
		return refuse("The 'Invoke URL' of the credential must begin with https://", COPY_HINT);
	}
	const base = url.pathname.replace(/\/+$/, '');
	const whole = base.endsWith(path);
	const other = API_PATH_AT_END.exec(base)?.[0];
	if (!whole && other !== undefined) {
		return refuse(
			`The 'Invoke URL' belongs to another API of CLOVA OCR (it ends in ${other})`,
			`${servesOf(namesByPath.get(other) ?? [])} a credential whose 'Invoke URL' ends in ${path}: every domain of CLOVA OCR has its own URL and secret.`,
		);
	}
	url.pathname = whole ? base : base + path;
	url.hash = '';
	return { ok: true, url: url.toString() };
}

/** Whether a host name is the machine itself, where plain http is safe. */
export function isLoopback(hostname: string): boolean {
	return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

function parseUrl(text: string): URL | null {
	if (/\s/.test(text) || !URL.canParse(text)) return null;
	const url = new URL(text);
	return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url : null;
}

function servesOf(names: readonly string[]): string {
	if (names.length === 0) return 'That domain serves none of the other operations. Choose';
	const listed = [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' or ');
	return `That domain serves the operation ${listed}. Pick that operation, or choose`;
}

function refuse(message: string, description: string): Endpoint {
	return { ok: false, problem: finalProblem(message, description) };
}
