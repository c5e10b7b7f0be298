import type { ApiPath } from '../../nodes/ClovaOcr/clova/endpoint';
import type { Point } from '../../nodes/ClovaOcr/shared/geometry';
import type { Json, JsonObject } from '../../nodes/ClovaOcr/shared/json';
import type { FaultRule } from './faults';
import type { Statistics } from './statistics';

/** One OCR domain: it serves exactly one API and has its own key and secret. */
export interface Domain {
	id: string;
	/** The invoke key in the URL; the service uses 64 hex characters. */
	key: string;
	secret: string;
	kind: ApiPath;
	/** Whether table extraction is switched on in the console. */
	tables: boolean;
	/** Calls at work at the same time before 0025. */
	concurrency: number;
	/** What is read when the request names no language. Default `ko`. */
	language?: Language;
	/** Templates released to a Template domain; without any the service answers 1021. */
	templates?: TemplateSet;
}

export type Language = 'ko' | 'ja' | 'zh-TW';

export type FileFormat = 'jpg' | 'png' | 'pdf' | 'tiff';

/** Grey picture of a page: one byte per pixel, 0 is black. */
export interface Raster {
	width: number;
	height: number;
	grey: Uint8Array;
}

/** A page of what was sent. Nothing is rendered before it is asked for. */
export interface PagePicture {
	/** `images[0].name` of the request. */
	name: string;
	/** SHA-256 of the whole file, hex. */
	sha256: string;
	pageIndex: number;
	/** Size in the answer's coordinates: pixels of a picture, points of a PDF page. */
	width: number;
	height: number;
	/** The pixels; a PDF page has more of them than `width` × `height`. */
	raster(): Promise<Raster>;
	/** What a PDF page says in its own text layer; empty for pictures. */
	textLayer(): Promise<RecognizedWord[]>;
}

export interface RecognizedWord {
	text: string;
	/** 0 to 1. */
	confidence: number;
	/** Clockwise from the top-left of the text, in the page's coordinates. */
	corners: Point[];
	/** True on the last word of a line. */
	lineBreak: boolean;
}

/** A cell by its place in the grid and its corners; its words are found by position. */
export interface RecognizedCell {
	row: number;
	column: number;
	rowSpan: number;
	columnSpan: number;
	corners: Point[];
}

export interface RecognizedTable {
	corners: Point[];
	cells: RecognizedCell[];
}

export interface RecognizedPage {
	/** In reading order. None means that the page is blank. */
	words: RecognizedWord[];
	tables?: RecognizedTable[];
}

export type Recognizer = (page: PagePicture, languages: Language[]) => Promise<RecognizedPage>;

export interface DocumentQuery {
	path: ApiPath;
	page: PagePicture;
	format: FileFormat;
	recognize(): Promise<RecognizedPage>;
}

/**
 * What an entry of `images[]` holds of a document that it knows: one member, named for the kind of
 * document, with `{ meta, result }`. Null: not recognised.
 */
export type DocumentReader = (query: DocumentQuery) => Promise<JsonObject | null>;

export interface TemplateQuery {
	page: PagePicture;
	version: Version;
	/** The templates to match against; all that are deployed where the request named none. */
	templateIds: number[];
	recognize(): Promise<RecognizedPage>;
}

export interface TemplateSet {
	ids: readonly number[];
	/** Members of the answer's image (`matchedTemplate`, `title`, `fields`, …), or null: no match. */
	infer(query: TemplateQuery): Promise<JsonObject | null>;
}

export type Version = 'V1' | 'V2';

export interface SimulatorOptions {
	/** Default 0: any free port. */
	port?: number;
	domains?: Domain[];
	/**
	 * Default: real recognition. `none` reads nothing and keeps no picture in memory (only its hash
	 * and its first bytes); every page then says the request's image name.
	 */
	recognizer?: Recognizer | 'none';
	documents?: DocumentReader;
	/** Milliseconds that the call with this number (from 1) takes at least. Default 0. */
	latency?: (callNumber: number) => number;
	/** Called for every line of the log. */
	onLog?: (line: string) => void;
}

export interface ControlCommand {
	/** Appended to the queue; the first rule that matches a call is used. */
	faults?: FaultRule[];
	/** Replaces the latency: `spread` 0.8 means ±80 %, drawn by `seed`. */
	latency?: { milliseconds: number; spread?: number; seed?: number };
	/** How long a slot stays taken after its answer has left. */
	slotsFreeLateBy?: number;
	/** Changes a domain's settings. */
	domain?: { id: string; tables?: boolean; concurrency?: number };
	/** Drops all faults, latency, late slots and the statistics. */
	reset?: boolean;
}

export interface Simulator {
	port: number;
	/** The invoke URL of a domain, by id or by kind (the first of that kind). */
	url(domain: string): string;
	secret(domain: string): string;
	stats: Statistics;
	/** What was refused and why, one line each. */
	log: readonly string[];
	control(command: ControlCommand): void;
	close(): Promise<void>;
}

export type { Json, JsonObject };
