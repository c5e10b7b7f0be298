import { PDFName, PDFNumber, PDFRef } from 'pdf-lib';

import { BOUNDS, TooComplex, type Budget } from './bounds';

const SMALL_NUMBERS = 1024;

/** The names, references and small numbers of a file, each made once. */
export class Atoms {
	private readonly names = new Map<string, PDFName>();
	private readonly refs = new Map<number, PDFRef>();
	private readonly numbers: PDFNumber[] = [];
	private readonly budget: Budget;
	/** Highest number of an object that is defined or referred to. */
	highestNumber = 0;

	constructor(budget: Budget) {
		this.budget = budget;
	}

	name(written: string): PDFName {
		let name = this.names.get(written);
		if (name) return name;
		this.budget.takeName();
		name = nameOf(written);
		this.names.set(written, name);
		return name;
	}

	/**
	 * An object's number is its only key: a file may hold it in several generations, of which the
	 * last counts, and pdf-lib would write all of them.
	 */
	ref(number: number): PDFRef {
		let ref = this.refs.get(number);
		if (ref) return ref;
		if (this.refs.size >= BOUNDS.objects) throw new TooComplex('references');
		if (number > this.highestNumber) this.highestNumber = number;
		ref = PDFRef.of(number);
		this.refs.set(number, ref);
		return ref;
	}

	number(value: number): PDFNumber {
		if (!(value >= 0 && value < SMALL_NUMBERS && Number.isInteger(value)))
			return PDFNumber.of(value);
		return (this.numbers[value] ??= PDFNumber.of(value));
	}
}

/** A name as it stands in a file, without its slash; pdf-lib would not know `#2f` from `#2F`. */
export function nameOf(written: string): PDFName {
	const upper = written.includes('#')
		? written.replace(/#[0-9a-fA-F]{2}/g, (code) => code.toUpperCase())
		: written;
	return PDFName.of(upper);
}
