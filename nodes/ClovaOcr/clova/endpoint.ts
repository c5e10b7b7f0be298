import { finalProblem, type Problem } from '../problem';

/** A path of the API; one domain of CLOVA OCR serves exactly one. */
export type ApiPath = `/document/${string}` | '/general' | '/infer';

export type Endpoint = { ok: true; url: string } | { ok: false; problem: Problem };

/** How a URL ends that the console made; document types that are not known yet included. */
const API_PATH_AT_END = /\/(?:general|infer|document\/[^/]+)$/;

// What stands behind domain number and key in the URLs of the console.
const BEHIND_KEY = /\/(?:custom|external)\/v1\/[^/]+\/[^/]+(\/.*)$/;

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
	const address = addressOf(invokeUrl);
	if (!address.ok) return address;
	const { url, base, api } = address;
	const whole = base.endsWith(path);
	if (!whole && api !== undefined) return otherApi(api, namesByPath, path);
	url.pathname = whole ? base : base + path;
	return { ok: true, url: url.toString() };
}

/**
 * The address of a call that reads whatever model of a document the credential's domain is of. A model
 * that has an operation of its own is refused, since that one gives its values fixed names.
 */
export function resolveOwnEndpoint(
	invokeUrl: string,
	namesByPath: ReadonlyMap<string, readonly string[]>,
): Endpoint {
	const address = addressOf(invokeUrl);
	if (!address.ok) return address;
	const { url, base, api } = address;
	if (api === undefined) return { ok: false, problem: NO_MODEL };
	const known = namesByPath.get(api);
	url.pathname = base;
	if (known === undefined) return { ok: true, url: url.toString() };
	if (!api.startsWith('/document/')) return otherApi(api, namesByPath, '/document/…');
	const problem = finalProblem(
		`This node knows the documents of the 'Invoke URL' (it ends in ${api})`,
		`Choose the operation ${listed(known)}, which gives their values fixed names and checks them.`,
	);
	return { ok: false, problem };
}

type Address =
	| { ok: true; url: URL; base: string; api: string | undefined }
	| { ok: false; problem: Problem };

/** An invoke URL, its path without slashes at the end, and the API's path in which that ends. */
function addressOf(invokeUrl: string): Address {
	const fault = invokeUrlFault(invokeUrl);
	if (fault !== null) return { ok: false, problem: fault };
	const url = new URL(invokeUrl.trim());
	const base = url.pathname.replace(/\/+$/, '');
	return { ok: true, url, base, api: API_PATH_AT_END.exec(base)?.[0] };
}

const NO_MODEL = finalProblem(
	"The 'Invoke URL' of the credential does not say which document its domain reads",
	`Use a credential whose 'Invoke URL' ends in /document/ and the model's name. ${COPY_HINT}`,
);

function otherApi(
	other: string,
	namesByPath: ReadonlyMap<string, readonly string[]>,
	wanted: string,
): Endpoint {
	const problem = finalProblem(
		`The 'Invoke URL' belongs to another API of CLOVA OCR (it ends in ${other})`,
		`${servesOf(namesByPath.get(other) ?? [])} a credential whose 'Invoke URL' ends in ${wanted}: every domain of CLOVA OCR has its own URL and secret.`,
	);
	return { ok: false, problem };
}

/**
 * What makes an invoke URL unusable for any operation, or null. The secret must not go out to such an
 * address, so the credential asks too before it signs a request.
 * @param invokeUrl as the user pasted it
 */
export function invokeUrlFault(invokeUrl: string): Problem | null {
	const url = parseUrl(invokeUrl.trim());
	if (url === null) {
		return finalProblem("The 'Invoke URL' of the credential is not a web address", COPY_HINT);
	}
	if (url.hostname === PRIVATE_HOST) {
		return finalProblem(
			"The 'Invoke URL' points to CLOVA OCR's private address, which only NAVER's own network reaches",
			`This is the 'CLOVA OCR Invoke URL' for wiring an API Gateway by hand. ${COPY_HINT}`,
		);
	}
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
		return finalProblem("The 'Invoke URL' of the credential must begin with https://", COPY_HINT);
	}
	if (/[?#]/.test(invokeUrl)) {
		return finalProblem(
			"The 'Invoke URL' of the credential has something behind a ? or #",
			`An invoke URL ends in its API, such as /general. ${COPY_HINT}`,
		);
	}
	const rest = BEHIND_KEY.exec(url.pathname.replace(/\/+$/, ''))?.[1] ?? '';
	if (rest !== '' && !API_PATH_AT_END.test(rest)) {
		return finalProblem(
			`The 'Invoke URL' of the credential ends in ${rest}, which is no API of CLOVA OCR`,
			COPY_HINT,
		);
	}
	return null;
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
	if (names.length === 0)
		return 'That domain is for the operation Read Other Document. Pick that operation, or choose';
	return `That domain serves the operation ${listed(names)}. Pick that operation, or choose`;
}

function listed(names: readonly string[]): string {
	return [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' or ');
}
