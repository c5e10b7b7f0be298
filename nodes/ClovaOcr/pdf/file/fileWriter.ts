import { PDFDict, PDFRawStream, PDFStream, type PDFObject } from 'pdf-lib';

import { breathe } from '../tick';
import { ObjectText, type Numbering } from './objectText';

const HEADER = '%PDF-1.7\n%\x81\x81\x81\x81\n\n';
/** Bytes that are copied between two looks at the clock. */
const BYTES_PER_LOOK = 1024 * 1024;

/** Where text is followed by a stream's data. */
interface Cut {
	end: number;
	data: Uint8Array;
}

/** A file in the making: its text, and the data of its streams, which is copied once, at the end. */
export class FileWriter {
	readonly text: ObjectText;
	/** Where each object begins, by its number. */
	readonly offsets = new Map<number, number>();
	private readonly cuts: Cut[] = [];
	private dataSize = 0;

	constructor(numbering: Numbering) {
		this.text = new ObjectText(numbering);
		this.text.text(HEADER);
	}

	/** Bytes so far. */
	get size(): number {
		return this.text.size + this.dataSize;
	}

	/** Adds an object with a number of its own. */
	object(number: number, object: PDFObject): void {
		const { text } = this;
		this.offsets.set(number, this.size);
		text.digits(number).text(' 0 obj\n');
		if (object instanceof PDFStream) this.stream(object);
		else if (object instanceof PDFDict) text.dictionary(object);
		else text.value(object);
		text.text('\nendobj\n\n');
	}

	/** @param start where the cross-references begin @returns the whole file */
	async finish(start: number): Promise<Buffer> {
		this.text.text(`startxref\n${start}\n%%EOF`);
		const file = Buffer.allocUnsafeSlow(this.size);
		const text = this.text.content;
		let at = 0;
		let from = 0;
		let copied = 0;
		for (const { end, data } of [...this.cuts, { end: text.length, data: NOTHING }]) {
			at += text.copy(file, at, from, end);
			from = end;
			for (let start = 0; start < data.length; start += BYTES_PER_LOOK) {
				const piece = data.subarray(start, start + BYTES_PER_LOOK);
				file.set(piece, at);
				at += piece.length;
				copied += piece.length;
				if (copied < BYTES_PER_LOOK) continue;
				copied = 0;
				await breathe();
			}
		}
		return file;
	}

	private stream(stream: PDFStream): void {
		stream.updateDict();
		const data = stream instanceof PDFRawStream ? stream.contents : stream.getContents();
		this.text.dictionary(stream.dict).text('\nstream\n');
		this.cuts.push({ end: this.text.size, data });
		this.dataSize += data.length;
		this.text.text('\nendstream');
	}
}

const NOTHING = new Uint8Array(0);
