import type { Deadline } from './deadline';

/** What Node's files and HTTP answers are: bytes piece by piece, and a way to stop them. */
export interface ByteStream extends AsyncIterable<Uint8Array> {
	destroy?(error?: Error): void;
}

/** Whether n8n's helper really gave a stream, as it was asked to. */
export function isByteStream(value: unknown): value is ByteStream {
	return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

interface CappedContent {
	/** False where more bytes came than were asked for. */
	complete: boolean;
	/** At most `cap` of them. */
	bytes: Uint8Array;
}

/**
 * Reads a stream to its end, but never more than `cap` bytes: n8n's helper knows no bound of its own.
 * What is left unread goes with the deadline's end.
 * @throws what the stream throws, or when the deadline is over
 */
export async function readCapped(
	stream: ByteStream,
	cap: number,
	deadline: Deadline,
): Promise<CappedContent> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	const iterator = stream[Symbol.asyncIterator]();
	for (;;) {
		const next = await deadline.within(iterator.next());
		if (next.done === true) return { complete: true, bytes: Buffer.concat(chunks) };
		deadline.heard();
		chunks.push(next.value);
		size += next.value.byteLength;
		if (size > cap) return { complete: false, bytes: Buffer.concat(chunks).subarray(0, cap) };
	}
}

/** What n8n's helper gives of an answer when it is asked for all of it; what is missing is undefined. */
interface HttpResponse {
	statusCode?: unknown;
	headers?: unknown;
	body?: unknown;
}

/** The parts of what n8n's helper gave, whatever that was; without a status it is 0. */
export function responseParts(given: unknown): { status: number; headers: unknown; body: unknown } {
	const response: HttpResponse = typeof given === 'object' && given !== null ? given : {};
	const { statusCode = 0, headers, body } = response;
	return { status: Number(statusCode), headers, body };
}

// The platform knows the code page by its registered names only; Java servers use these.
const ALIASES: Record<string, string> = {
	cp949: 'euc-kr',
	ms949: 'euc-kr',
	uhc: 'euc-kr',
	'x-windows-949': 'euc-kr',
};

// Two bytes of a character of these may pass for one accented letter of UTF-8, never for a Korean,
// Chinese or Japanese character of it.
const TWO_BYTES = new Set(['big5', 'euc-jp', 'euc-kr', 'gb18030', 'gbk', 'shift_jis']);

/**
 * The text of an answer. JSON is UTF-8 (RFC 8259), and a text of another encoding is hardly ever
 * valid UTF-8 by chance, so the header is believed only where the bytes do not speak against it.
 * @param contentType the header's value, if any
 * @returns null where no encoding fits: better no text than a wrong one
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string | null {
	const marked = markedEncoding(bytes);
	if (marked !== null) return decode(bytes, marked);
	const declared = declaredEncoding(contentType);
	const utf8 = decode(bytes, 'utf-8');
	if (utf8 !== null && (!TWO_BYTES.has(declared) || /[\u0800-\uffff]/.test(utf8))) return utf8;
	return decode(bytes, declared);
}

/** By the byte order mark, or by the zero byte beside the first character of a JSON text. */
function markedEncoding([first, second]: Uint8Array): string | null {
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0 && second !== 0 && second !== undefined) return 'utf-16be';
	return second === 0 && first !== 0 ? 'utf-16le' : null;
}

/** What the header names; UTF-8 where it names nothing, or nothing that anybody knows. */
function declaredEncoding(contentType: string | null): string {
	const [, name = 'utf-8'] = contentType?.match(/charset\s*=\s*["']?([\w.:-]+)/i) ?? [];
	try {
		return new TextDecoder(ALIASES[name.toLowerCase()] ?? name).encoding;
	} catch {
		return 'utf-8';
	}
}

function decode(bytes: Uint8Array, encoding: string): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		// The bytes are not valid in it.
		return null;
	}
}
