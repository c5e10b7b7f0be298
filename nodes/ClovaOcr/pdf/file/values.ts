import {
	PDFArray,
	PDFBool,
	PDFCatalog,
	PDFContext,
	PDFDict,
	PDFHexString,
	PDFName,
	PDFNull,
	PDFPageLeaf,
	PDFPageTree,
	PDFString,
	type PDFObject,
} from 'pdf-lib';

import type { Atoms } from './atoms';
import { BOUNDS, TooComplex, type Budget } from './bounds';
import {
	integer,
	isBlank,
	isDigit,
	isNumeric,
	isRegular,
	skipBlanks,
	skipBlanksAndComments,
	skipDigits,
} from './bytes';
import { breathe } from '../tick';

const TYPE = PDFName.of('Type');
const CATALOG = PDFName.of('Catalog');
const PAGES = PDFName.of('Pages');
const PAGE = PDFName.of('Page');

/** What ends a value whose brackets were never closed. */
const ENDINGS = new Set(['endobj', 'endstream', 'obj', 'startxref', 'stream', 'trailer', 'xref']);
const LONGEST_WORD = 16;
const LONGEST_NUMBER = 64;
/** Simple values that are read between two looks at the clock. */
const STEPS_PER_LOOK = 4096;

/** An array or dictionary that is not closed yet. */
interface Open {
	/** Null for a dictionary. */
	array: PDFArray | null;
	members: Map<PDFName, PDFObject>;
	key: PDFName | null;
}

/**
 * Reads values (ISO 32000-1, 7.3) as pdf-lib's objects. As lenient as viewers: brackets that are
 * never closed end with the object, keys without a value and words without a meaning are passed
 * over. Keeps its own stack, so that depth costs no recursion and long values can be interrupted.
 */
export class ValueReader {
	/** Behind what was read. */
	at = 0;
	private readonly bytes: Buffer;
	private readonly context: PDFContext;
	private readonly atoms: Atoms;
	private readonly budget: Budget;
	private open: Open[] = [];
	private failed = false;
	private count = 0;

	constructor(bytes: Buffer, context: PDFContext, atoms: Atoms, budget: Budget) {
		this.bytes = bytes;
		this.context = context;
		this.atoms = atoms;
		this.budget = budget;
	}

	/**
	 * The value that begins there, or null where none does. Does not hold the event loop for long.
	 * @throws TooComplex
	 */
	async read(at: number): Promise<PDFObject | null> {
		this.at = at;
		this.open = [];
		this.failed = false;
		this.count = 0;
		for (;;) {
			for (let step = 0; step < STEPS_PER_LOOK; step++) {
				const value = this.next();
				const whole = value === null ? null : this.place(value);
				if (this.failed || whole) return whole;
			}
			await breathe();
		}
	}

	/** Ends the reading: no value stands there. */
	private fail(): null {
		this.failed = true;
		return null;
	}

	/** Puts a value where it belongs; gives it back if it belongs to none. */
	private place(value: PDFObject): PDFObject | null {
		const parent = this.open.at(-1);
		if (!parent) return value;
		this.budget.takeValue();
		if (++this.count > BOUNDS.valuesPerObject) throw new TooComplex('values of an object');
		if (parent.array) parent.array.push(value);
		else if (parent.key) {
			parent.members.set(parent.key, value);
			parent.key = null;
		} else if (value instanceof PDFName) parent.key = value;
		return null;
	}

	/** A simple value or one that was closed; null where brackets were opened or a word passed over. */
	private next(): PDFObject | null {
		const { bytes } = this;
		const limit = Math.min(bytes.length, this.at + BOUNDS.token);
		this.at = skipBlanksAndComments(bytes, this.at, limit);
		const byte = bytes[this.at];
		if (isNumeric(byte)) return this.numberOrRef();
		switch (byte) {
			case 0x2f:
				return this.name();
			case 0x28:
				return this.string();
			case 0x3c:
				if (bytes[this.at + 1] !== 0x3c) return this.hexString();
				this.at += 2;
				return this.opened(null);
			case 0x5b:
				this.at += 1;
				return this.opened(PDFArray.withContext(this.context));
			case 0x5d:
				this.at += 1;
				return this.closed(true);
			case 0x3e:
				this.at += bytes[this.at + 1] === 0x3e ? 2 : 1;
				return this.closed(false);
			default:
				return this.word();
		}
	}

	private opened(array: PDFArray | null): null {
		if (this.open.length >= BOUNDS.nesting) throw new TooComplex('nesting');
		this.open.push({ array, members: new Map(), key: null });
		return null;
	}

	/** A bracket of the wrong kind closes nothing. */
	private closed(array: boolean): PDFObject | null {
		const last = this.open.at(-1);
		if (!last) return this.fail();
		if ((last.array !== null) !== array) return null;
		this.open.pop();
		return this.collection(last);
	}

	private collection({ array, members }: Open): PDFObject {
		if (array) return array;
		const type = members.get(TYPE);
		if (type === CATALOG) return PDFCatalog.fromMapWithContext(members, this.context);
		if (type === PAGES) return PDFPageTree.fromMapWithContext(members, this.context);
		if (type === PAGE) return PDFPageLeaf.fromMapWithContext(members, this.context);
		return PDFDict.fromMapWithContext(members, this.context);
	}

	private word(): PDFObject | null {
		const start = this.at;
		const limit = Math.min(this.bytes.length, start + LONGEST_WORD);
		let end = start;
		while (end < limit && isRegular(this.bytes[end])) end++;
		const word = this.bytes.toString('latin1', start, end);
		if (start >= this.bytes.length || ENDINGS.has(word)) return this.brokenOff();
		this.at = Math.max(end, start + 1);
		if (word === 'true') return PDFBool.True;
		if (word === 'false') return PDFBool.False;
		if (word === 'null') return PDFNull;
		return this.open.length === 0 ? this.fail() : null;
	}

	/** The outermost collection, with all that are open inside it. */
	private brokenOff(): PDFObject | null {
		let last = this.open.pop();
		if (!last) return this.fail();
		for (let parent = this.open.pop(); parent; parent = this.open.pop()) {
			const value = this.collection(last);
			if (parent.array) parent.array.push(value);
			else if (parent.key) parent.members.set(parent.key, value);
			last = parent;
		}
		return this.collection(last);
	}

	private numberOrRef(): PDFObject {
		const { bytes, at: start } = this;
		let end = start;
		while (end < bytes.length && isNumeric(bytes[end])) end++;
		this.at = end;
		if (skipDigits(bytes, start) !== end || end - start > 10) return this.number(start, end);
		const value = integer(bytes, start, end);
		const generation = skipBlanks(bytes, end, end + LONGEST_NUMBER);
		if (generation === end || !isDigit(bytes[generation])) return this.atoms.number(value);
		const gap = skipDigits(bytes, generation);
		const letter = skipBlanks(bytes, gap, gap + LONGEST_NUMBER);
		// `R` right behind the generation is a reference too, as in `4 0R`.
		if (bytes[letter] !== 0x52 || gap - generation > 5) return this.atoms.number(value);
		if (letter + 1 < bytes.length && isRegular(bytes[letter + 1])) return this.atoms.number(value);
		this.at = letter + 1;
		return value > BOUNDS.objectNumber ? PDFNull : this.atoms.ref(value);
	}

	/** Signs in the middle end a number (`12-3`), and of several at its beginning the last counts. */
	private number(start: number, end: number): PDFObject {
		const text = this.bytes.toString('latin1', start, Math.min(end, start + LONGEST_NUMBER));
		const value = Number.parseFloat(text.replace(/^[+-]+(?=[+-])/, ''));
		return this.atoms.number(Number.isNaN(value) ? 0 : value);
	}

	private name(): PDFName {
		const start = this.at + 1;
		const limit = Math.min(this.bytes.length, start + BOUNDS.token);
		let end = start;
		while (end < limit && isRegular(this.bytes[end])) end++;
		this.at = end;
		// No viewer needs more than 127 bytes; pdf-lib takes long over long ones.
		return this.atoms.name(this.bytes.toString('latin1', start, Math.min(end, start + 1024)));
	}

	private string(): PDFString | null {
		const { bytes, at: start } = this;
		const limit = Math.min(bytes.length, start + BOUNDS.token);
		let depth = 0;
		for (let at = start; at < limit; at++) {
			const byte = bytes[at];
			if (byte === 0x5c) at++;
			else if (byte === 0x28) depth++;
			else if (byte === 0x29 && --depth === 0) {
				this.at = at + 1;
				return PDFString.of(bytes.toString('latin1', start + 1, at));
			}
		}
		this.at = limit;
		return this.fail();
	}

	private hexString(): PDFHexString | null {
		const { bytes, at: start } = this;
		const limit = Math.min(bytes.length, start + BOUNDS.token);
		let end = start + 1;
		let blanks = false;
		for (; end < limit && bytes[end] !== 0x3e; end++) blanks ||= isBlank(bytes[end]);
		this.at = end + 1;
		if (end === limit) return this.fail();
		const digits = bytes.toString('latin1', start + 1, end);
		return PDFHexString.of(blanks ? digits.replace(/[\0\s]+/g, '') : digits);
	}
}
