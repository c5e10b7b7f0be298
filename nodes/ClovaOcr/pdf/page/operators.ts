/** A value in a content stream: strings are bytes, names are marked as such. */
export type Operand = Buffer | Operand[] | Map<string, Operand> | number | { name: string };

/** An operator with what stands before it. */
export interface Operation {
	operator: string;
	operands: Operand[];
}

const BLANK = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const DELIMITER = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)));
const INLINE_DATA_END = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g;
const ESCAPES = new Map(
	[...'nrtbf'].map((letter, at) => [letter.charCodeAt(0), [10, 13, 9, 8, 12][at]]),
);

/** No operator takes more; what goes on beyond is no content. */
const MAX_OPERANDS = 64;
const MAX_NESTING = 16;
const MAX_MEMBERS = 20_000;

/** Reads a content stream operator by operator (ISO 32000-1, 7.8.2); inline pictures are stepped over. */
export function* operationsOf(data: Buffer): Generator<Operation> {
	const lexer = new Lexer(data);
	let operands: Operand[] = [];
	for (let token = lexer.next(0); token !== null; token = lexer.next(0)) {
		if (typeof token !== 'string') {
			if (operands.length < MAX_OPERANDS) operands.push(token);
			continue;
		}
		if (token === 'ID') lexer.skipInlineData();
		yield { operator: token, operands };
		operands = [];
	}
}

class Lexer {
	private at = 0;
	private readonly data: Buffer;

	constructor(data: Buffer) {
		this.data = data;
	}

	/** The next operand, the next operator as a text, or null at the end. */
	next(nesting: number): Operand | string | null {
		for (;;) {
			const byte = this.data[this.at];
			if (byte === undefined) return null;
			if (BLANK.has(byte)) this.at += 1;
			else if (byte === 0x25) this.skipComment();
			else if (byte === 0x2f) return { name: this.name() };
			else if (byte === 0x28) return this.string();
			else if (byte === 0x3c)
				return this.data[this.at + 1] === 0x3c ? this.dict(nesting) : this.hex();
			else if (byte === 0x5b) return this.array(nesting);
			else if (byte === 0x5d || byte === 0x3e) return this.closing();
			else if (DELIMITER.has(byte)) this.at += 1;
			else return this.word();
		}
	}

	skipInlineData(): void {
		for (let from = this.at; from < this.data.length; from += 65536) {
			INLINE_DATA_END.lastIndex = 0;
			const found = INLINE_DATA_END.exec(this.data.toString('latin1', from, from + 65540));
			if (found) return void (this.at = from + found.index + 3);
		}
		this.at = this.data.length;
	}

	private skipComment(): void {
		while (this.at < this.data.length && ![0x0a, 0x0d].includes(this.data[this.at])) this.at += 1;
	}

	private run(): string {
		const start = this.at;
		while (
			this.at < this.data.length &&
			!BLANK.has(this.data[this.at]) &&
			!DELIMITER.has(this.data[this.at])
		)
			this.at += 1;
		return this.data.toString('latin1', start, this.at);
	}

	private name(): string {
		this.at += 1;
		return this.run().replace(/#([0-9a-fA-F]{2})/g, (_, code: string) =>
			String.fromCharCode(parseInt(code, 16)),
		);
	}

	private word(): number | string {
		const word = this.run();
		const first = word.charCodeAt(0);
		const numeric =
			(first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d || first === 0x2e;
		if (!numeric) return word;
		const value = Number.parseFloat(word);
		return Number.isFinite(value) ? value : 0;
	}

	private closing(): string {
		const sign = this.data[this.at] === 0x5d ? ']' : '>>';
		this.at += sign === '>>' && this.data[this.at + 1] === 0x3e ? 2 : 1;
		return sign;
	}

	private array(nesting: number): Operand[] {
		this.at += 1;
		return this.until(']', nesting);
	}

	private dict(nesting: number): Map<string, Operand> {
		this.at += 2;
		const members = this.until('>>', nesting);
		const dict = new Map<string, Operand>();
		for (let index = 0; index + 1 < members.length; index += 2) {
			const key = members[index];
			if (typeof key === 'object' && 'name' in key) dict.set(key.name, members[index + 1]);
		}
		return dict;
	}

	private until(end: string, nesting: number): Operand[] {
		const members: Operand[] = [];
		if (nesting >= MAX_NESTING) return members;
		for (;;) {
			const token = this.next(nesting + 1);
			if (token === null || token === end) return members;
			if (typeof token !== 'string' && members.length < MAX_MEMBERS) members.push(token);
		}
	}

	private hex(): Buffer {
		const close = this.data.indexOf('>', this.at);
		const end = close < 0 ? this.data.length : close;
		const digits = this.data.toString('latin1', this.at + 1, end).replace(/[^0-9a-fA-F]/g, '');
		this.at = end + 1;
		return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
	}

	private string(): Buffer {
		const bytes: number[] = [];
		let depth = 0;
		for (; this.at < this.data.length; this.at++) {
			const byte = this.data[this.at];
			if (byte === 0x5c) this.escape(bytes);
			else if (byte === 0x28 && depth++ === 0) continue;
			else if (byte === 0x29 && --depth === 0) break;
			else bytes.push(byte);
		}
		this.at += 1;
		return Buffer.from(bytes);
	}

	/** Leaves the cursor on the last byte of the escape. */
	private escape(bytes: number[]): void {
		this.at += 1;
		const byte = this.data[this.at];
		const octal = /^[0-7]{1,3}/.exec(this.data.toString('latin1', this.at, this.at + 3))?.[0];
		if (octal) {
			bytes.push(parseInt(octal, 8) & 0xff);
			this.at += octal.length - 1;
		} else if (byte === 0x0d) {
			if (this.data[this.at + 1] === 0x0a) this.at += 1;
		} else if (byte !== undefined && byte !== 0x0a) bytes.push(ESCAPES.get(byte) ?? byte);
	}
}
