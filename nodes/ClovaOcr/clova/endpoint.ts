/** The API's paths; one domain of CLOVA OCR serves exactly one of them. */
export const API_PATHS = [
	'/document/biz-license',
	'/document/credit-card',
	'/document/id-card',
	'/document/name-card',
	'/document/passport',
	'/document/receipt',
	'/general',
	'/infer',
] as const;

type KnownPath = (typeof API_PATHS)[number];

/** A path of the API; a further document type brings its own. */
export type ApiPath = KnownPath | `/document/${string}`;

export interface Refusal {
	message: string;
	description: string;
}

export type Endpoint = { ok: true; url: string } | { ok: false; refusal: Refusal };

const OPERATIONS_BY_PATH: Record<KnownPath, string> = {
	'/document/biz-license': 'Read Business Registration',
	'/document/credit-card': 'Read Credit Card',
	'/document/id-card':
		"Detect Type, Read Resident Registration Card, Read Driver's License, Read Passport or Read Alien Registration Card",
	'/document/name-card': 'Read Business Card',
	'/document/passport': 'Read Foreign Passport',
	'/document/receipt': 'Read Receipt',
	'/general': 'Extract Text, Extract Tables or Create Searchable PDF',
	'/infer': 'Extract Fields',
};

// The console shows this host for wiring a gateway by hand; it resolves to private addresses only.
const PRIVATE_HOST = 'clovaocr-api-kr.ncloud.com';

const COPY_HINT =
	"In the CLOVA OCR console open your domain, press 'API Gateway integration' and copy the 'APIGW Invoke URL' into the credential's 'Invoke URL'.";

/**
 * The address that a call goes to. The console's invoke URL already ends in its API's path;
 * a URL without a path gets the operation's, one with another API's path is refused before anything is sent.
 * @param invokeUrl as the user pasted it
 * @param path the API that the operation needs
 */
export function resolveEndpoint(invokeUrl: string, path: ApiPath): Endpoint {
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
	const other = API_PATHS.find((candidate) => base.endsWith(candidate));
	if (!whole && other !== undefined) {
		return refuse(
			`The 'Invoke URL' belongs to another API of CLOVA OCR (it ends in ${other})`,
			`That domain serves the operation ${OPERATIONS_BY_PATH[other]}. Pick that operation, or choose a credential whose 'Invoke URL' ends in ${path}: every domain of CLOVA OCR has its own URL and secret.`,
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

function refuse(message: string, description: string): Endpoint {
	return { ok: false, refusal: { message, description } };
}
