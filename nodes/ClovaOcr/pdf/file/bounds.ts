import type { PDFContext } from 'pdf-lib';

const MB = 1024 * 1024;

/**
 * What a PDF from a stranger may cost. Each figure is a multiple of what real documents need; what
 * goes beyond is refused before anything is paid, since n8n runs all users' work in one process.
 */
export const BOUNDS = {
	pages: 10_000,
	/** Nodes between the root of the page tree and a page. */
	treeDepth: 100,
	/** Arrays and dictionaries inside one another. */
	nesting: 200,
	/** Objects with a number of their own. */
	objects: 500_000,
	/** Highest number of an object (ISO 32000-1, annex C). */
	objectNumber: 8_388_607,
	/** Members of arrays and dictionaries of the whole file. */
	values: 5_000_000,
	/** The same of one object, which pdf-lib writes in one go. */
	valuesPerObject: 200_000,
	/** Different names. */
	names: 100_000,
	/** Bytes of a single string, name or gap between two values. */
	token: 4 * MB,
	/** Decoded bytes of all object streams together, as a multiple of the file; and at most, at least. */
	decodedTimes: 100,
	decodedBytes: 512 * MB,
	decodedAtLeast: MB,
	/** The same of all contents, which pages may share; those beyond it are not looked at. */
	contentsAtLeast: 32 * MB,
	/** Decoded bytes of a page's content that are looked at, and the streams that it is made of. */
	content: 16 * MB,
	contentStreams: 4_000,
	/** Bytes of objects that break off, as a multiple of the file: each is read up to its break. */
	brokenTimes: 4,
} as const;

/** A file that passes one of the bounds. */
export class TooComplex extends Error {}

/** What is left of the bounds for one file. */
export class Budget {
	private objects: number = BOUNDS.objects;
	private values: number = BOUNDS.values;
	private names: number = BOUNDS.names;
	private broken: number;
	/** Bytes of object streams and of contents that may yet be decoded. */
	decoded: number;
	contents: number;

	/** @param size bytes of the file */
	constructor(size: number) {
		const times = BOUNDS.decodedTimes * size;
		this.decoded = Math.min(BOUNDS.decodedBytes, Math.max(BOUNDS.decodedAtLeast, times));
		this.contents = Math.min(BOUNDS.decodedBytes, Math.max(BOUNDS.contentsAtLeast, times));
		this.broken = BOUNDS.brokenTimes * size;
	}

	takeObjects(count: number): void {
		this.objects -= count;
		if (this.objects < 0) throw new TooComplex('objects');
	}

	takeValue(): void {
		if (--this.values < 0) throw new TooComplex('values');
	}

	takeName(): void {
		if (--this.names < 0) throw new TooComplex('names');
	}

	/** @param bytes that a stream gave; one that gave all that was left may have more to give */
	takeDecoded(bytes: number): void {
		this.decoded -= bytes;
		if (this.decoded <= 0) throw new TooComplex('decoded bytes');
	}

	/** @param bytes that were read of an object that broke off */
	takeBroken(bytes: number): void {
		this.broken -= bytes;
		if (this.broken < 0) throw new TooComplex('broken objects');
	}
}

const budgets = new WeakMap<PDFContext, Budget>();

/** Binds what is left to a document, for what is decoded of it later. */
export function setBudget(context: PDFContext, budget: Budget): void {
	budgets.set(context, budget);
}

/** What is left for a document; one that was made here and not read may cost what the largest may. */
export function budgetOf(context: PDFContext): Budget {
	let budget = budgets.get(context);
	if (!budget) budgets.set(context, (budget = new Budget(BOUNDS.decodedBytes)));
	return budget;
}
