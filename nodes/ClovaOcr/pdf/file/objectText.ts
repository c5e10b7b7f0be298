import { PDFArray, PDFDict, PDFRef, type PDFName, type PDFObject } from 'pdf-lib';

import { LatinBytes } from './latinBytes';

const FIRST_SIZE = 32768;

/** Which numbers objects have in the file that is written. */
export interface Numbering {
	of(ref: PDFRef): number;
	/** The number of a dictionary that stands in the file by itself though no reference leads to it. */
	ofOwn(dict: PDFDict): number | undefined;
	/** Whether a member of a dictionary stays behind. */
	leavesOut(dict: PDFDict, name: PDFName): boolean;
}

/** Objects as they stand in a file (ISO 32000-1, 7.3). */
export class ObjectText extends LatinBytes {
	private readonly numbering: Numbering;

	constructor(numbering: Numbering) {
		super(FIRST_SIZE);
		this.numbering = numbering;
	}

	/** An empty one that numbers objects the same way. */
	another(): ObjectText {
		return new ObjectText(this.numbering);
	}

	/** Adds a value; what has a number of its own by its reference. */
	value(value: PDFObject): this {
		if (value instanceof PDFRef) return this.reference(this.numbering.of(value));
		if (value instanceof PDFArray) return this.array(value);
		if (!(value instanceof PDFDict)) return this.text(value.toString());
		const own = this.numbering.ofOwn(value);
		return own === undefined ? this.dictionary(value) : this.reference(own);
	}

	dictionary(dict: PDFDict): this {
		this.text('<<\n');
		for (const name of dict.keys()) this.member(dict, name);
		return this.text('>>');
	}

	private member(dict: PDFDict, name: PDFName): void {
		const value = dict.get(name, true);
		if (!value || this.numbering.leavesOut(dict, name)) return;
		this.text(name.asString()).text(' ').value(value).text('\n');
	}

	private array(array: PDFArray): this {
		this.text('[ ');
		for (let index = 0; index < array.size(); index++) this.value(array.get(index)).text(' ');
		return this.text(']');
	}

	private reference(number: number): this {
		return this.digits(number).text(' 0 R');
	}
}
