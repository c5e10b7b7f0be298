import { headerAt, integer, skipBlanks, skipDigits, startsWith } from './bytes';
import { breathe } from '../tick';

const END = 'endstream';
/** Blanks between a stream's data and what closes it. */
const GAP = 64;
const HITS_PER_LOOK = 256;

/**
 * Where the streams of a file end whose dictionary does not say so truly. Made in two passes over
 * the file when it is first needed: a search per stream would be quadratic.
 */
export class StreamEnds {
	private readonly file: Buffer;
	/** Objects that are nothing but a whole number: lengths that stand behind their streams. */
	private readonly numbers = new Map<number, number>();
	/** Begin of a stream's data -> where the `endstream` stands that closes it. */
	private readonly closedAt = new Map<number, number>();
	/** Every `endstream` that an object's end follows, and the others, in order. */
	private readonly closings: number[] = [];
	private readonly wordsOnly: number[] = [];

	private constructor(file: Buffer) {
		this.file = file;
	}

	static async of(file: Buffer): Promise<StreamEnds> {
		const ends = new StreamEnds(file);
		await eachHit(file, 'obj', (at) => ends.noteNumber(at));
		const open: number[] = [];
		await eachHit(file, 'stream', (at) => ends.noteStream(at, open));
		return ends;
	}

	/** The number that an object consists of, or undefined. */
	number(objectNumber: number): number | undefined {
		return this.numbers.get(objectNumber);
	}

	/**
	 * Where the data that begins at `start` ends by what stands in the file: at the `endstream` that
	 * is followed by the end of the object, pairs of them in between left out (PDFs inside PDFs), or
	 * else at the next word `endstream`, or at the end of a file that was cut off.
	 */
	endOf(start: number): number {
		const keyword =
			this.closedAt.get(start) ??
			firstFrom(this.closings, start) ??
			firstFrom(this.wordsOnly, start);
		if (keyword === undefined) return this.file.length;
		return keyword - lineEndBefore(this.file, keyword, start);
	}

	private noteNumber(word: number): void {
		const { file } = this;
		const start = skipBlanks(file, word + 'obj'.length, word + GAP);
		const end = skipDigits(file, start);
		if (end === start || end - start > 10) return;
		if (!startsWith(file, 'endobj', skipBlanks(file, end, end + GAP))) return;
		const header = /(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]*$/.exec(
			file.toString('latin1', Math.max(0, word - GAP), word),
		);
		if (header) this.numbers.set(Number(header[1]), integer(file, start, end));
	}

	private noteStream(word: number, open: number[]): void {
		const { file } = this;
		if (startsWith(file, 'end', word - 'end'.length)) {
			const closing = word - 'end'.length;
			const closes = endsObject(file, closing + END.length);
			(closes ? this.closings : this.wordsOnly).push(closing);
			const start = closes ? open.pop() : undefined;
			if (start !== undefined) this.closedAt.set(start, closing);
			return;
		}
		const start = dataStart(file, word);
		if (start !== word + 'stream'.length && followsDictionary(file, word)) open.push(start);
	}
}

/** Where the data of a stream begins whose keyword stands at `word`. */
export function dataStart(file: Buffer, word: number): number {
	const behind = word + 'stream'.length;
	for (const lineEnd of ['\r\n', '\n', ' \r\n', ' \n', '\r']) {
		if (startsWith(file, lineEnd, behind)) return behind + lineEnd.length;
	}
	return behind;
}

/** Behind the `endstream` that closes data which ends at `end`, or null where none does. */
export function closedBehind(file: Buffer, end: number): number | null {
	if (end > file.length) return null;
	const word = skipBlanks(file, end, end + GAP);
	if (startsWith(file, END, word)) return word + END.length;
	return startsWith(file, 'endobj', word) ? word : null;
}

function endsObject(file: Buffer, at: number): boolean {
	const next = skipBlanks(file, at, at + GAP);
	if (next >= file.length || headerAt(file, next)) return true;
	return ['endobj', 'xref', 'trailer', 'startxref'].some((word) => startsWith(file, word, next));
}

function followsDictionary(file: Buffer, word: number): boolean {
	return />>[\0\t\n\f\r ]*$/.test(file.toString('latin1', Math.max(0, word - 16), word));
}

function firstFrom(sorted: number[], start: number): number | undefined {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle] < start) low = middle + 1;
		else high = middle;
	}
	return sorted[low];
}

/** Length of the line end that separates a stream's data from `endstream` and is not part of it. */
function lineEndBefore(file: Buffer, keyword: number, start: number): number {
	if (keyword - 1 < start) return 0;
	const last = file[keyword - 1];
	if (last === 0x0d) return 1;
	if (last !== 0x0a) return 0;
	return keyword - 2 >= start && file[keyword - 2] === 0x0d ? 2 : 1;
}

async function eachHit(file: Buffer, word: string, visit: (at: number) => void): Promise<void> {
	let hits = 0;
	for (let at = file.indexOf(word); at >= 0; at = file.indexOf(word, at + word.length)) {
		visit(at);
		if (++hits % HITS_PER_LOOK === 0) await breathe();
	}
	await breathe();
}
