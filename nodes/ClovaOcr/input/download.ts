import type { IExecuteFunctions } from 'n8n-workflow';

import { Deadline, type GivenUp, type Patience } from '../clova/deadline';
import { codesIn, isBlockedByPolicy, isCertificateCode } from '../clova/problems/connection';
import { isByteStream, readCapped, responseParts } from '../clova/readBody';
import type { ImageFormat } from '../clova/request';
import { bytesSource } from '../clova/streamedFile';
import { finalProblem, type Problem } from '../problem';
import { readableFileName, type Opened } from './document';
import { SNIFF_LENGTH, sniffFormat } from './format';
import { openSource, unreadable, UPLOAD_LIMIT } from './open';

const FORMAT_BY_EXTENSION: Record<string, ImageFormat> = {
	jpeg: 'jpg',
	jpg: 'jpg',
	pdf: 'pdf',
	png: 'png',
	tif: 'tiff',
	tiff: 'tiff',
};

type Content = { ok: true; bytes: Uint8Array; complete: boolean } | { ok: false; problem: Problem };

/** The 'URL' parameter as an address with a file name, or null if it is none. */
export function parseDocumentUrl(text: string): { url: string; fileName: string } | null {
	const trimmed = text.trim();
	if (!URL.canParse(trimmed)) return null;
	const url = new URL(trimmed);
	if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
	const segment = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
	return { url: trimmed, fileName: readableFileName(segment) || 'document' };
}

/** An address that CLOVA itself will fetch: only its kind of file is found out here. */
export async function openRemote(
	helpers: IExecuteFunctions['helpers'],
	address: { url: string; fileName: string },
	patience: Patience,
): Promise<Opened> {
	const [, extension = ''] = /\.([a-z]{3,4})$/i.exec(address.fileName) ?? [];
	const known = FORMAT_BY_EXTENSION[extension.toLowerCase()];
	if (known !== undefined) return remote(address, known);
	const head = await fetchCapped(helpers, address.url, SNIFF_LENGTH, patience);
	if (!head.ok) return { ok: false, unreadableKind: false, problem: head.problem };
	const sniffed = sniffFormat(head.bytes);
	if (sniffed.readable) return remote(address, sniffed.format);
	return unreadable(address.fileName, sniffed);
}

/** Downloads a file that the node itself needs, at most as much as CLOVA would take. */
export async function openDownload(
	helpers: IExecuteFunctions['helpers'],
	address: { url: string; fileName: string },
	patience: Patience,
): Promise<Opened> {
	const content = await fetchCapped(helpers, address.url, UPLOAD_LIMIT, patience);
	if (!content.ok) return { ok: false, unreadableKind: false, problem: content.problem };
	if (!content.complete) {
		return {
			ok: false,
			unreadableKind: false,
			problem: finalProblem(
				`The file at 'URL' is larger than 50 MB, so its download was stopped`,
				'Use a smaller file, or read the file with a node that stores it and pass it on as a binary field.',
			),
		};
	}
	return await openSource(bytesSource(content.bytes), address.fileName);
}

function remote(address: { url: string; fileName: string }, format: ImageFormat): Opened {
	return { ok: true, kind: 'remote', document: { ...address, format } };
}

async function fetchCapped(
	helpers: IExecuteFunctions['helpers'],
	url: string,
	cap: number,
	patience: Patience,
): Promise<Content> {
	const deadline = new Deadline(patience);
	try {
		const response: unknown = await deadline.within(
			helpers.httpRequest({
				url,
				encoding: 'stream',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				timeout: deadline.longest,
				abortSignal: deadline.signal,
			}),
		);
		deadline.heard();
		return await readResponse(response, cap, deadline);
	} catch (error) {
		return { ok: false, problem: downloadProblem(error, deadline.givenUp) };
	} finally {
		deadline.end();
	}
}

async function readResponse(response: unknown, cap: number, deadline: Deadline): Promise<Content> {
	const { status, body } = responseParts(response);
	if (!isByteStream(body) || status < 200 || status >= 300) {
		return {
			ok: false,
			problem: finalProblem(
				`The address in 'URL' answered with HTTP ${status}`,
				'Open it in a browser without being logged in: it must deliver the file itself. For files behind a log-in download them with an HTTP Request node first.',
				{ httpStatus: status },
			),
		};
	}
	return { ok: true, ...(await readCapped(body, cap, deadline)) };
}

const OWN_DOWNLOAD =
	"download the file with an HTTP Request node first and set 'Input Type' to 'Binary File'.";

/** Why a download gave no file; never with the library's own words, which quote the address. */
function downloadProblem(error: unknown, givenUp: GivenUp | null): Problem {
	if (givenUp === 'cancelled') {
		return finalProblem('The execution was canceled', 'Run the workflow again to read the file.');
	}
	if (givenUp !== null) {
		return finalProblem(
			givenUp === 'silent'
				? "The server of the address in 'URL' stayed silent for longer than 'Timeout' allows"
				: "The download from the address in 'URL' took more than ten times as long as 'Timeout' allows",
			`Raise the option 'Timeout', or ${OWN_DOWNLOAD}`,
		);
	}
	if (isBlockedByPolicy(error)) {
		return finalProblem(
			"This n8n's network rules block the address in 'URL'",
			'Ask the administrator of this n8n to allow it.',
		);
	}
	const codes = codesIn(error).join(' ');
	if (/NOTFOUND|REFUSED|AI_AGAIN|UNREACH/.test(codes)) {
		return finalProblem(
			"The server of the address in 'URL' could not be reached",
			"Check the host's name in the address, and the network of the n8n server.",
		);
	}
	if (isCertificateCode(codes)) {
		return finalProblem(
			"The certificate of the server in 'URL' is not trusted",
			`It has expired, was made for another host, or its issuer is not known to this n8n. Check the address, or ${OWN_DOWNLOAD}`,
		);
	}
	if (/TOO_MANY_REDIRECTS/.test(codes) || /number of redirects/i.test(wordsOf(error))) {
		return finalProblem(
			"The address in 'URL' leads from one redirect to the next without end",
			'Open it in a browser without being logged in and copy the address that delivers the file. It may need a log-in.',
		);
	}
	return finalProblem(
		"The download from the address in 'URL' broke off",
		`Run the workflow again. If it happens again, ${OWN_DOWNLOAD}`,
	);
}

function wordsOf(error: unknown): string {
	return error instanceof Error ? error.message : '';
}
