import { PDFName, PDFNull, PDFNumber, PDFRef } from 'pdf-lib';

import type { Atoms } from './atoms';
import { BOUNDS, type Budget } from './bounds';
import { integer, skipBlanksAndComments, skipDigits } from './bytes';
import { decodeFilters } from './filters';
import type { FileObjects, ObjectStream } from './parser';
import { ValueReader } from './values';
import { breathe } from '../tick';

const COUNT = PDFName.of('N');
const FIRST = PDFName.of('First');
const LONGEST_CHAIN = 32;

/**
 * Takes the objects out of the object streams of a file and puts them where they count.
 * @throws TooComplex
 */
export async function unpackObjects(
	objects: FileObjects,
	atoms: Atoms,
	budget: Budget,
): Promise<void> {
	for (const objectStream of objects.objectStreams) {
		const { dict, contents } = objectStream.stream;
		const data = await decodeFilters(dict, contents, budget.decoded);
		if (data) budget.takeDecoded(data.length);
		if (data) await unpack(objectStream, data, objects, atoms, budget);
		else objects.mended = true;
	}
	resolveChains(objects);
	// New objects must not get numbers that broken references wait for.
	objects.context.largestObjectNumber = atoms.highestNumber;
}

async function unpack(
	{ stream, position }: ObjectStream,
	data: Buffer,
	{ context, positions, chains }: FileObjects,
	atoms: Atoms,
	budget: Budget,
): Promise<void> {
	const first = stream.dict.lookup(FIRST);
	const count = stream.dict.lookup(COUNT);
	if (!(first instanceof PDFNumber) || !(count instanceof PDFNumber)) return;
	// A number and a place take four bytes at least.
	const most = Math.min(count.asNumber(), data.length / 4);
	budget.takeObjects(Math.max(0, most));
	const reader = new ValueReader(data, context, atoms, budget);
	let at = 0;
	for (let index = 0; index < most; index++) {
		if (index % 16 === 0) await breathe();
		const pair = readPair(data, at);
		if (!pair) return;
		at = pair.end;
		if (pair.number === 0 || pair.number > BOUNDS.objectNumber) continue;
		const ref = atoms.ref(pair.number);
		if ((positions.get(ref) ?? -1) > position) continue;
		positions.set(ref, position);
		const object = (await reader.read(first.asNumber() + pair.offset)) ?? PDFNull;
		context.assign(ref, object);
		if (object instanceof PDFRef) chains.push(ref);
	}
}

/** An object's number and where its value begins, counted from the first value. */
function readPair(data: Buffer, at: number) {
	const number = skipBlanksAndComments(data, at);
	const gap = skipDigits(data, number);
	const offset = skipBlanksAndComments(data, gap);
	const end = skipDigits(data, offset);
	if (gap === number || end === offset || end - number > 64) return null;
	return { number: integer(data, number, gap), offset: integer(data, offset, end), end };
}

/** Objects that are nothing but a reference to another one become that other one. */
function resolveChains({ context, chains }: FileObjects): void {
	for (const ref of chains) {
		let target = context.lookup(ref);
		for (let link = 0; link < LONGEST_CHAIN && target instanceof PDFRef; link++) {
			target = context.lookup(target);
		}
		context.assign(ref, target === undefined || target instanceof PDFRef ? PDFNull : target);
	}
}
