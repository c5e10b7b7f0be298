import type { PDFName } from 'pdf-lib';

import { nameOf } from './atoms';
import { isBlank, isRegular, skipBlanks } from './bytes';
import { breathe } from '../tick';

/** What a content stream uses and leaves behind, as far as this package needs to know. */
export interface ContentUse {
	/** Every name in the content: resources that it may use are among them. */
	names: Set<PDFName>;
	/** Whether it shows any text beyond blanks. */
	showsText: boolean;
	/** Graphics states restored that were never saved, and saved that were never restored. */
	surplusRestores: number;
	openSaves: number;
}

const BYTES_PER_LOOK = 65536;
const DELIMITERS = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)));
const SHOW_TEXT = new Set(['Tj', 'TJ', "'", '"']);
const INLINE_DATA_END = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g;

/** Reads a content stream token by token; strings, comments and inline pictures are stepped over. */
export async function scanContent(data: Buffer): Promise<ContentUse> {
	const scan = new Scan(data);
	let look = BYTES_PER_LOOK;
	while (scan.step()) {
		if (scan.at < look) continue;
		look = scan.at + BYTES_PER_LOOK;
		await breathe();
	}
	return scan.use;
}

class Scan {
	at = 0;
	readonly use: ContentUse = {
		names: new Set(),
		showsText: false,
		surplusRestores: 0,
		openSaves: 0,
	};
	private readonly data: Buffer;
	/** Goes on with what is longer than a piece. */
	private unfinished: (() => void) | null = null;
	private depth = 0;
	/** Whether a string before the next operator holds more than blanks. */
	private inked = false;

	constructor(data: Buffer) {
		this.data = data;
	}

	/** Takes one token, or a piece of a long one; false at the end. */
	step(): boolean {
		const byte = this.data[this.at];
		if (byte === undefined) return false;
		if (this.unfinished) this.unfinished();
		else if (isBlank(byte)) this.at = skipBlanks(this.data, this.at, this.pieceEnd());
		else if (byte === 0x25) this.skipComment();
		else if (byte === 0x2f) this.takeName();
		else if (byte === 0x28) this.takeString();
		else if (byte === 0x3c && this.data[this.at + 1] !== 0x3c) this.takeHexString();
		else if (DELIMITERS.has(byte)) this.at += 1;
		else this.takeWord();
		return true;
	}

	private endOfWord(): number {
		let end = this.at + 1;
		for (; end < this.data.length; end++) {
			const byte = this.data[end];
			if (!isRegular(byte)) break;
		}
		return end;
	}

	private pieceEnd(): number {
		return Math.min(this.data.length, this.at + BYTES_PER_LOOK);
	}

	private skipComment(): void {
		const end = this.pieceEnd();
		while (this.at < end && ![0x0a, 0x0d].includes(this.data[this.at])) this.at += 1;
		this.unfinished = this.at < end ? null : () => this.skipComment();
	}

	private takeName(): void {
		const end = this.endOfWord();
		this.use.names.add(nameOf(this.data.toString('latin1', this.at + 1, end)));
		this.at = end;
	}

	private takeString(): void {
		const end = this.pieceEnd();
		for (; this.at < end; this.at++) {
			const byte = this.data[this.at];
			if (byte === 0x28) this.depth += 1;
			else if (byte === 0x29 && --this.depth === 0) break;
			else if (!isBlank(byte)) this.inked = true;
			if (byte === 0x5c) this.at += 1;
		}
		this.unfinished = this.depth === 0 ? null : () => this.takeString();
		if (this.depth === 0) this.at += 1;
	}

	private takeHexString(): void {
		const close = this.data.indexOf('>', this.at);
		const end = close < 0 ? this.data.length : close;
		const seen = Math.min(end, this.at + BYTES_PER_LOOK);
		const digits = this.data.toString('latin1', this.at + 1, seen).replace(/\s/g, '');
		if (seen < end || !/^(?:00|20)*$/.test(digits)) this.inked = true;
		this.at = end + 1;
	}

	private takeWord(): void {
		const end = this.endOfWord();
		const length = end - this.at;
		// Numbers make up most of a page; no operator of interest is longer than two signs.
		const word = length > 2 ? '' : this.data.toString('latin1', this.at, end);
		this.at = end;
		if (word === 'q') this.use.openSaves += 1;
		else if (word === 'Q') this.restore();
		else if (SHOW_TEXT.has(word)) this.use.showsText ||= this.inked;
		else if (word === 'ID') this.skipInlineData();
		if (/^[A-Za-z'"]/.test(word)) this.inked = false;
	}

	private restore(): void {
		if (this.use.openSaves > 0) this.use.openSaves -= 1;
		else this.use.surplusRestores += 1;
	}

	private skipInlineData(): void {
		const window = this.data.toString('latin1', this.at, this.at + BYTES_PER_LOOK + 4);
		INLINE_DATA_END.lastIndex = 0;
		const found = INLINE_DATA_END.exec(window);
		this.at = found ? this.at + found.index + 3 : this.pieceEnd();
		this.unfinished = found ? null : () => this.skipInlineData();
	}
}
