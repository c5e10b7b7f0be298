import { PDFInvalidObject, PDFParser, PDFRef } from 'pdf-lib';

import { OBJECTS_PER_TICK } from '../tick';

/** Where the file says so itself: the next object, cross-reference table or trailer. */
const LANDMARK = /xref|trailer|\d{1,10}[\0\t\n\f\r ]{1,9}\d{1,5}[\0\t\n\f\r ]{0,9}obj/;
const OBJECT_HEADER = /^[\0\t\n\f\r ]*(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]*obj/;
const START_OF_XREF = 'startxref';

/** Mostly there is nothing to skip; windows overlap by more than the longest landmark. */
const FIRST_WINDOW = 128;
const LAST_WINDOW = 65536;
const OVERLAP = 64;

/**
 * pdf-lib's parser with its byte-by-byte searches replaced by native ones. A stream whose length
 * stands in another object (common with Ghostscript and print drivers) and junk between objects
 * are searched through in one go: 20 MB held the event loop for 600 ms, now for some 10 ms.
 */
export class SwiftParser extends PDFParser {
	private readonly file: Buffer;

	constructor(file: Buffer) {
		super(file, OBJECTS_PER_TICK, false, false);
		this.file = file;
	}

	/** @returns where the stream's data ends; the cursor stands behind `endstream` afterwards */
	protected findEndOfStreamFallback(): number {
		const start = this.bytes.offset();
		const keyword = endOfNestedStreams(this.file, start) ?? this.file.indexOf('endstream', start);
		if (keyword < 0) throw new Error('A stream of the PDF has no end');
		this.bytes.moveTo(keyword + 'endstream'.length);
		return keyword - lineEndBefore(this.file, keyword, start);
	}

	/** Keeps an object that makes no sense as it is, and goes on behind it. */
	protected keepInvalidObject(): void {
		const header = OBJECT_HEADER.exec(
			this.file.toString('latin1', this.bytes.offset(), this.bytes.offset() + OVERLAP),
		);
		const start = this.bytes.offset() + (header?.[0].length ?? 0);
		const end = this.file.indexOf('endobj', start);
		if (!header || end < 0) throw new Error('An object of the PDF has no end');
		const ref = PDFRef.of(Number(header[1]), Number(header[2]));
		this.context.assign(ref, PDFInvalidObject.of(this.file.subarray(start, end)));
		this.bytes.moveTo(end + 'endobj'.length);
	}

	/** Moves the cursor to the next thing worth reading, or to the end of the file. */
	protected findLandmark(): void {
		this.skipWhitespaceAndComments();
		let window = FIRST_WINDOW;
		for (let at = this.bytes.offset(); at < this.file.length; at += window - OVERLAP) {
			window = Math.min(2 * window, LAST_WINDOW);
			const found = LANDMARK.exec(this.file.toString('latin1', at, at + window));
			if (found) return this.bytes.moveTo(startOfLandmark(this.file, at + found.index));
		}
		this.bytes.moveTo(this.file.length);
	}
}

// pdf-lib declares these methods private, so the class body cannot override them.
replaceMethod('skipJibberish', 'findLandmark');
replaceMethod('tryToParseInvalidIndirectObject', 'keepInvalidObject');

function replaceMethod(name: string, by: string): void {
	const method = Object.getOwnPropertyDescriptor(SwiftParser.prototype, by);
	if (method) Object.defineProperty(SwiftParser.prototype, name, method);
}

/** The `endstream` that closes the stream, where an uncompressed PDF inside brings its own pairs. */
function endOfNestedStreams(file: Buffer, start: number): number | null {
	let depth = 1;
	for (let at = file.indexOf('stream', start); at >= 0; at = file.indexOf('stream', at + 6)) {
		const closes = at - 3 >= start && file.toString('latin1', at - 3, at) === 'end';
		depth += closes ? -1 : 1;
		if (depth === 0) return at - 3;
	}
	return null;
}

/** Length of the line end that separates a stream's data from `endstream` and is not part of it. */
function lineEndBefore(file: Buffer, keyword: number, start: number): number {
	if (keyword - 1 < start) return 0;
	const last = file[keyword - 1];
	if (last === 0x0d) return 1;
	if (last !== 0x0a) return 0;
	return keyword - 2 >= start && file[keyword - 2] === 0x0d ? 2 : 1;
}

/** `xref` may be the end of `startxref`, which is a landmark of its own. */
function startOfLandmark(file: Buffer, at: number): number {
	const start = at + 'xref'.length - START_OF_XREF.length;
	if (start < 0) return at;
	return file.toString('latin1', start, at + 'xref'.length) === START_OF_XREF ? start : at;
}
