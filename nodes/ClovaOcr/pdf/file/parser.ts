import { PDFContext, PDFDict, PDFName, PDFNull, PDFNumber, PDFRawStream, PDFRef } from 'pdf-lib';
import type { PDFObject } from 'pdf-lib';

import type { Atoms } from './atoms';
import { BOUNDS, type Budget } from './bounds';
import {
	headerAt,
	isDigit,
	skipBlanks,
	skipBlanksAndComments,
	skipDigits,
	startsWith,
	type ObjectHeader,
} from './bytes';
import { closedBehind, dataStart, StreamEnds } from './streamEnds';
import { ValueReader } from './values';
import { breathe } from '../tick';

/** A stream that holds other objects (ISO 32000-1, 7.5.7), as it stands in the file. */
export interface ObjectStream {
	stream: PDFRawStream;
	ref: PDFRef;
	/** Where in the file it stands: of two objects with one number the later counts. */
	position: number;
}

/** What stands in a file, its object streams still closed: they may be encrypted. */
export interface FileObjects {
	context: PDFContext;
	objectStreams: ObjectStream[];
	/** Where each object stands. */
	positions: Map<PDFRef, number>;
	/** Generations other than 0. */
	generations: Map<PDFRef, number>;
	/** Objects that are nothing but a reference. */
	chains: PDFRef[];
	/** Whether the file departs from the standard where other programs may give up. */
	mended: boolean;
}

/** The next object, cross-reference table or trailer, where junk stands in between. */
const LANDMARK = /xref|trailer|\d{1,10}[\0\t\n\f\r ]{1,9}\d{1,5}[\0\t\n\f\r ]{0,9}obj/;
const START_OF_XREF = 'startxref';
/** Windows of the search overlap by more than the longest landmark. */
const WINDOW = 65536;
const OVERLAP = 64;

const LENGTH = PDFName.of('Length');
const TYPE = PDFName.of('Type');
const OBJECT_STREAM = PDFName.of('ObjStm');
const CROSS_REFERENCES = PDFName.of('XRef');
const TRAILER_MEMBERS = ['Root', 'Encrypt', 'Info', 'ID'] as const;

/**
 * Reads all objects of a file from its beginning to its end, as viewers do with a file whose
 * cross-references are broken: what these say is never needed. The last object of a number counts.
 * @throws TooComplex
 */
export async function parseFile(file: Buffer, atoms: Atoms, budget: Budget): Promise<FileObjects> {
	const parser = new FileParser(file, atoms, budget);
	await parser.run();
	return parser.objects;
}

class FileParser {
	readonly objects: FileObjects;
	private at: number;
	private readonly file: Buffer;
	private readonly atoms: Atoms;
	private readonly budget: Budget;
	private readonly reader: ValueReader;
	private ends: StreamEnds | null = null;

	constructor(file: Buffer, atoms: Atoms, budget: Budget) {
		const context = PDFContext.create();
		this.file = file;
		this.atoms = atoms;
		this.budget = budget;
		this.reader = new ValueReader(file, context, atoms, budget);
		this.at = Math.max(0, file.indexOf('%PDF-'));
		this.objects = {
			context,
			objectStreams: [],
			positions: new Map(),
			generations: new Map(),
			chains: [],
			mended: false,
		};
	}

	async run(): Promise<void> {
		const { file } = this;
		let ended = false;
		for (let turn = 1; this.at < file.length; turn++) {
			if (turn % 16 === 0) await breathe();
			this.at = skipBlanksAndComments(file, this.at, Math.min(file.length, this.at + WINDOW));
			const header = headerAt(file, this.at);
			if (header) await this.readObject(header);
			else if (startsWith(file, START_OF_XREF, this.at)) ended = this.skipStartOfXref() || ended;
			else if (startsWith(file, 'xref', this.at)) this.at += 'xref'.length;
			else if (startsWith(file, 'trailer', this.at)) await this.readTrailer();
			else if (isDigit(file[this.at])) await this.skipEntries();
			else if (this.at < file.length && !skipsBlanks(file, this.at)) await this.skipJunk();
		}
		if (!ended) this.objects.mended = true;
	}

	private async readObject({ number, generation, end }: ObjectHeader): Promise<void> {
		const position = this.at;
		this.budget.takeObjects(1);
		const value = await this.readValue(end);
		this.at = value === null ? end : this.reader.at;
		const object = value instanceof PDFDict ? await this.withData(value) : value;
		this.skipEndOfObject();
		if (number === 0 || number > BOUNDS.objectNumber || object === null) return;
		this.keep(this.atoms.ref(number), object, generation, position);
	}

	private keep(ref: PDFRef, object: PDFObject, generation: number, position: number): void {
		const { context, objectStreams, positions, generations } = this.objects;
		const type = object instanceof PDFRawStream ? object.dict.get(TYPE) : undefined;
		if (object instanceof PDFRawStream && type === CROSS_REFERENCES) {
			this.takeTrailer(object.dict);
			return;
		}
		if (generation > 0) generations.set(ref, generation);
		if (object instanceof PDFRawStream && type === OBJECT_STREAM) {
			objectStreams.push({ stream: object, ref, position });
			return;
		}
		context.assign(ref, object);
		positions.set(ref, position);
		if (object instanceof PDFRef) this.objects.chains.push(ref);
	}

	/** The value that begins there, or null where none does. */
	private async readValue(at: number): Promise<PDFObject | null> {
		const value = await this.reader.read(at);
		if (value === null) this.budget.takeBroken(this.reader.at - at);
		return value;
	}

	/** The stream that the dictionary belongs to, or the dictionary where none follows. */
	private async withData(dict: PDFDict): Promise<PDFObject> {
		const { file } = this;
		const word = skipBlanksAndComments(file, this.at, Math.min(file.length, this.at + WINDOW));
		if (!startsWith(file, 'stream', word)) return dict;
		const start = dataStart(file, word);
		const end = this.statedEnd(dict, start) ?? (await this.foundEnd(dict, start));
		this.at = closedBehind(file, end) ?? end;
		return PDFRawStream.of(dict, file.subarray(start, end));
	}

	private statedEnd(dict: PDFDict, start: number): number | null {
		const length = dict.lookup(LENGTH);
		return length instanceof PDFNumber ? this.checkedEnd(start, length.asNumber()) : null;
	}

	private async foundEnd(dict: PDFDict, start: number): Promise<number> {
		this.ends ??= await StreamEnds.of(this.file);
		const length = dict.get(LENGTH);
		const later = length instanceof PDFRef ? this.ends.number(length.objectNumber) : undefined;
		const end = later === undefined ? null : this.checkedEnd(start, later);
		if (end === null && !(length instanceof PDFRef)) this.objects.mended = true;
		return end ?? this.ends.endOf(start);
	}

	private checkedEnd(start: number, length: number): number | null {
		const end = start + Math.trunc(length);
		return end >= start && closedBehind(this.file, end) !== null ? end : null;
	}

	private skipEndOfObject(): void {
		const next = skipBlanksAndComments(
			this.file,
			this.at,
			Math.min(this.file.length, this.at + WINDOW),
		);
		if (startsWith(this.file, 'endobj', next)) this.at = next + 'endobj'.length;
		else this.objects.mended = true;
	}

	private async readTrailer(): Promise<void> {
		const start = this.at + 'trailer'.length;
		const value = await this.readValue(start);
		this.at = value === null ? start : this.reader.at;
		if (value instanceof PDFDict) this.takeTrailer(value);
		else this.objects.mended = true;
	}

	/** What a later trailer does not say still holds. */
	private takeTrailer(dict: PDFDict): void {
		const { trailerInfo } = this.objects.context;
		for (const member of TRAILER_MEMBERS) {
			const value = dict.get(PDFName.of(member));
			if (value && value !== PDFNull) trailerInfo[member] = value;
		}
	}

	/** @returns whether it names a place */
	private skipStartOfXref(): boolean {
		const start = skipBlanks(this.file, this.at + START_OF_XREF.length, this.at + OVERLAP);
		this.at = skipDigits(this.file, start);
		return this.at > start;
	}

	/** Entries of a cross-reference table: `0000000016 00000 n`, and `0 7` before each section. */
	private async skipEntries(): Promise<void> {
		const { file } = this;
		const limit = this.at + WINDOW;
		let entries = 0;
		while (this.at < limit) {
			const first = skipDigits(file, this.at);
			const second = skipBlanks(file, first, first + OVERLAP);
			const end = skipDigits(file, second);
			const next = skipBlanks(file, end, end + OVERLAP);
			const marked = file[next] === 0x6e || file[next] === 0x66;
			if (first === this.at || end === second || !(marked || isDigit(file[next]))) break;
			this.at = skipBlanks(file, marked ? next + 1 : next, next + OVERLAP);
			entries += 1;
		}
		if (entries === 0) await this.skipJunk();
	}

	/** Moves on to the next thing worth reading, or to the end of the file. */
	private async skipJunk(): Promise<void> {
		this.objects.mended = true;
		for (let at = this.at + 1; at < this.file.length; at += WINDOW - OVERLAP) {
			const found = LANDMARK.exec(this.file.toString('latin1', at, at + WINDOW));
			if (found) {
				this.at = startOfLandmark(this.file, at + found.index);
				return;
			}
			await breathe();
		}
		this.at = this.file.length;
	}
}

/** Whether the place was left because so many blanks were skipped, not because of what stands there. */
function skipsBlanks(file: Buffer, at: number): boolean {
	return skipBlanksAndComments(file, at, at + 1) > at;
}

/** `xref` may be the end of `startxref`, which is a landmark of its own. */
function startOfLandmark(file: Buffer, at: number): number {
	const start = at + 'xref'.length - START_OF_XREF.length;
	return start >= 0 && startsWith(file, START_OF_XREF, start) ? start : at;
}
