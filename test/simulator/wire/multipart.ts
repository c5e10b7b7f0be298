/** A part's headers as sent. */
export interface PartHead {
	name: string;
	fileName: string | null;
	contentType: string | null;
}

/** Takes a part's bytes as they come. The chunks must be used before `write` returns. */
export interface PartSink {
	write(chunk: Buffer): void;
	end(): void;
}

export class MultipartError extends Error {}

const CRLF = Buffer.from('\r\n');
const HEAD_END = Buffer.from('\r\n\r\n');
const MAX_HEAD_BYTES = 8192;

type State = 'preamble' | 'delimiter' | 'head' | 'body' | 'end';

/**
 * A strict streaming parser for multipart/form-data (RFC 7578): line ends are CRLF, every part has
 * a quoted name, the closing delimiter must come. Holds back only as many bytes as a delimiter has.
 */
export class MultipartParser {
	private pending: Buffer = CRLF;
	private state: State = 'preamble';
	private sink: PartSink | null = null;
	private readonly delimiter: Buffer;

	/** @param openPart called with every part's headers, gives where its bytes go; may throw */
	constructor(
		boundary: string,
		private readonly openPart: (head: PartHead) => PartSink,
	) {
		this.delimiter = Buffer.from(`\r\n--${boundary}`);
	}

	/** @throws MultipartError when the bytes break the format */
	write(chunk: Buffer): void {
		this.pending = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk]);
		while (this.step());
	}

	/** Whether the closing delimiter has come. */
	get complete(): boolean {
		return this.state === 'end';
	}

	/** Does what the bytes at hand allow. @returns false when more bytes are needed */
	private step(): boolean {
		if (this.state === 'preamble') return this.skipPreamble();
		if (this.state === 'delimiter') return this.readDelimiterEnd();
		if (this.state === 'head') return this.readHead();
		if (this.state === 'body') return this.readBody();
		this.pending = Buffer.alloc(0);
		return false;
	}

	private skipPreamble(): boolean {
		const at = this.pending.indexOf(this.delimiter);
		if (at < 0) {
			this.keepTail();
			return false;
		}
		this.advance(at + this.delimiter.length, 'delimiter');
		return true;
	}

	private readDelimiterEnd(): boolean {
		if (this.pending.length < 2) return false;
		const end = this.pending.toString('latin1', 0, 2);
		if (end !== '\r\n' && end !== '--')
			throw new MultipartError('a boundary is not followed by CRLF');
		this.advance(2, end === '--' ? 'end' : 'head');
		return true;
	}

	private readHead(): boolean {
		const at = this.pending.indexOf(HEAD_END);
		if (at < 0) {
			if (this.pending.length > MAX_HEAD_BYTES) throw new MultipartError('a part has no headers');
			return false;
		}
		this.sink = this.openPart(parseHead(this.pending.toString('utf8', 0, at)));
		this.advance(at + HEAD_END.length, 'body');
		return true;
	}

	private readBody(): boolean {
		const at = this.pending.indexOf(this.delimiter);
		const ready = at < 0 ? this.pending.length - this.delimiter.length : at;
		if (ready > 0) this.sink?.write(this.pending.subarray(0, ready));
		if (at < 0) {
			this.keepTail();
			return false;
		}
		this.sink?.end();
		this.sink = null;
		this.advance(at + this.delimiter.length, 'delimiter');
		return true;
	}

	private keepTail(): void {
		const surplus = this.pending.length - this.delimiter.length;
		if (surplus > 0) this.pending = this.pending.subarray(surplus);
	}

	private advance(bytes: number, state: State): void {
		this.pending = this.pending.subarray(bytes);
		this.state = state;
	}
}

/**
 * The boundary named in a Content-Type header.
 * @returns null where the header is not multipart/form-data with a usable boundary
 */
export function boundaryOf(contentType: string): string | null {
	const match = /^multipart\/form-data\s*;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))\s*$/i.exec(
		contentType,
	);
	return match?.[1] ?? match?.[2] ?? null;
}

function parseHead(text: string): PartHead {
	const headers = new Map<string, string>();
	for (const line of text.split('\r\n')) {
		const match = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):\s*(.*)$/.exec(line);
		if (match === null) throw new MultipartError('a part has a broken header line');
		headers.set(match[1].toLowerCase(), match[2].trim());
	}
	const disposition = headers.get('content-disposition') ?? '';
	if (!/^form-data\s*;/i.test(disposition)) {
		throw new MultipartError('a part is not form-data');
	}
	const name = parameter(disposition, 'name');
	if (name === null) throw new MultipartError('a part has no name');
	return {
		name,
		fileName: parameter(disposition, 'filename'),
		contentType: headers.get('content-type') ?? null,
	};
}

/** A quoted parameter, with the escapes that browsers use for quotes and line ends. */
function parameter(disposition: string, name: string): string | null {
	const match = new RegExp(`;\\s*${name}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(disposition);
	if (match === null) return null;
	return match[1]
		.replace(/\\(.)/g, '$1')
		.replace(/%22/g, '"')
		.replace(/%0D/gi, '\r')
		.replace(/%0A/gi, '\n');
}
