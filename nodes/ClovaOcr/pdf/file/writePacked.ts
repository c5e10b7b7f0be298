import { PDFName, PDFNumber, PDFRawStream, type PDFDict, type PDFObject } from 'pdf-lib';

import { breathe } from '../tick';
import { ENTRIES_PER_LOOK, sectionsOf } from './crossReferences';
import type { FileWriter } from './fileWriter';
import { deflated } from './flate';

/** Objects in a stream: to read one of them, all have to be inflated. */
const OBJECTS_PER_STREAM = 100;

/** Kinds of entries (ISO 32000-1, table 18), and how many bytes their three numbers take. */
const FREE = 0;
const PLAIN = 1;
const PACKED = 2;
const WIDTHS = [1, 5, 2];

/** Kind of an object's entry and the two numbers that say where it is. */
type Entry = [number, number, number];

/**
 * Adds objects to a file in object streams (ISO 32000-1, 7.5.7), with cross-references in a stream.
 * @param objects all but streams, with their numbers
 * @param next the first number that is free
 * @returns the whole file
 */
export async function writePacked(
	file: FileWriter,
	objects: Array<[number, PDFObject]>,
	next: number,
	trailer: PDFDict,
): Promise<Buffer> {
	const entries = new Map<number, Entry>([[0, [FREE, 0, 65535]]]);
	let number = next;
	for (let from = 0; from < objects.length; from += OBJECTS_PER_STREAM) {
		const group = objects.slice(from, from + OBJECTS_PER_STREAM);
		for (const [index, [each]] of group.entries()) entries.set(each, [PACKED, number, index]);
		file.object(number++, await objectStream(file, group, trailer));
		await breathe();
	}
	const start = file.size;
	for (const [each, offset] of file.offsets) entries.set(each, [PLAIN, offset, 0]);
	entries.set(number, [PLAIN, start, 0]);
	file.object(number, await entryStream(entries, trailer));
	return await file.finish(start);
}

async function objectStream(
	file: FileWriter,
	group: Array<[number, PDFObject]>,
	{ context }: PDFDict,
): Promise<PDFRawStream> {
	const text = file.text.another();
	const places: string[] = [];
	for (const [number, object] of group) {
		places.push(`${number} ${text.size} `);
		text.value(object).text('\n');
	}
	const head = Buffer.from(places.join(''));
	const dict = context.obj({ Type: 'ObjStm', N: group.length, First: head.length });
	return await deflatedStream(dict, Buffer.concat([head, text.content]));
}

async function entryStream(entries: Map<number, Entry>, trailer: PDFDict): Promise<PDFRawStream> {
	const { context } = trailer;
	const numbers = [...entries.keys()].sort((a, b) => a - b);
	const width = WIDTHS.reduce((sum, each) => sum + each);
	const data = Buffer.alloc(width * numbers.length);
	let at = 0;
	for (const [index, number] of numbers.entries()) {
		if (index % ENTRIES_PER_LOOK === 0) await breathe();
		const entry = entries.get(number) ?? [FREE, 0, 0];
		for (let part = 0; part < 3; part++) at = data.writeUIntBE(entry[part], at, WIDTHS[part]);
	}
	const sections = sectionsOf(numbers).flatMap((section) => [section[0], section.length]);
	await breathe();
	trailer.set(PDFName.of('Type'), PDFName.of('XRef'));
	trailer.set(PDFName.of('Size'), PDFNumber.of((numbers.at(-1) ?? 0) + 1));
	trailer.set(PDFName.of('W'), context.obj(WIDTHS));
	trailer.set(PDFName.of('Index'), context.obj(sections));
	return await deflatedStream(trailer, data);
}

async function deflatedStream(dict: PDFDict, data: Buffer): Promise<PDFRawStream> {
	dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
	return PDFRawStream.of(dict, await deflated(data));
}
