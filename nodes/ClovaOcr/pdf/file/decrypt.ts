import { md5 } from '@noble/hashes/legacy';
import {
	PDFArray,
	PDFDict,
	PDFHexString,
	PDFName,
	PDFRawStream,
	PDFRef,
	PDFString,
	type PDFObject,
} from 'pdf-lib';

import { aes, aesAtOnce, rc4, Rc4 } from './ciphers';
import type { FileObjects } from './parser';
import { bytesOf, openKey, type Closed, type Key, type Method } from './protection';
import { breathe } from '../tick';

const TYPE = PDFName.of('Type');
const STRINGS_PER_LOOK = 64;

/**
 * Decrypts all strings and streams of a file where its password is known (ISO 32000-2, 7.6): RC4
 * and AES with keys of 40 to 256 bits. What object streams hold is encrypted with them.
 * @param password empty for files that anybody may open but not change
 * @returns why the file stays closed, or null
 */
export async function decrypt(
	objects: FileObjects,
	protection: PDFDict,
	password: string,
): Promise<Closed | null> {
	const key = await openKey(objects.context, protection, password);
	if (typeof key === 'string') return key;
	const { context, generations } = objects;
	const own = context.trailerInfo.Encrypt;
	for (const [ref, object] of context.enumerateIndirectObjects()) {
		if (ref === own) continue;
		const plain = await decryptObject(object, key, ref, generations.get(ref) ?? 0);
		if (plain !== object) context.assign(ref, plain);
		await breathe();
	}
	for (const each of objects.objectStreams) {
		each.stream = await decryptStream(each.stream, key, each.ref, generations.get(each.ref) ?? 0);
	}
	if (own instanceof PDFRef) context.delete(own);
	delete context.trailerInfo.Encrypt;
	return null;
}

async function decryptObject(
	object: PDFObject,
	key: Key,
	ref: PDFRef,
	generation: number,
): Promise<PDFObject> {
	if (object instanceof PDFRawStream) return await decryptStream(object, key, ref, generation);
	const own = objectKey(key, key.strings, ref, generation);
	if (isString(object)) return plainString(object, key, own);
	await decryptStrings(object, key, own);
	return object;
}

async function decryptStream(
	stream: PDFRawStream,
	key: Key,
	ref: PDFRef,
	generation: number,
): Promise<PDFRawStream> {
	const { dict, contents } = stream;
	await decryptStrings(dict, key, objectKey(key, key.strings, ref, generation));
	const method = isPlain(dict, key) ? 'none' : key.streams;
	if (method === 'none') return stream;
	const own = objectKey(key, method, ref, generation);
	return PDFRawStream.of(dict, await (method === 'aes' ? aes : rc4)(own, contents));
}

/** Metadata may be left readable, and a stream may name the filter that leaves it as it is. */
function isPlain(dict: PDFDict, key: Key): boolean {
	const type = dict.lookup(TYPE);
	if (!key.encryptMetadata && type === PDFName.of('Metadata')) return true;
	const filter = dict.lookup(PDFName.of('Filter'));
	const first = filter instanceof PDFArray && filter.size() > 0 ? filter.lookup(0) : filter;
	if (first !== PDFName.of('Crypt')) return false;
	const all = dict.lookup(PDFName.of('DecodeParms'));
	const own = all instanceof PDFArray && all.size() > 0 ? all.lookup(0) : all;
	const name = own instanceof PDFDict ? own.lookup(PDFName.of('Name')) : undefined;
	return name === undefined || name === PDFName.of('Identity');
}

/** Algorithm 1. */
function objectKey(key: Key, method: Method, ref: PDFRef, generation: number): Buffer {
	if (!key.perObject || method === 'none') return key.bytes;
	const numbers = Buffer.alloc(5);
	numbers.writeUIntLE(ref.objectNumber, 0, 3);
	numbers.writeUIntLE(generation & 0xffff, 3, 2);
	const salt = method === 'aes' ? Buffer.from('sAlT') : Buffer.alloc(0);
	const hash = md5(Buffer.concat([key.bytes, numbers, salt]));
	return Buffer.from(hash.subarray(0, Math.min(16, key.bytes.length + 5)));
}

/** Decrypts the strings inside an object where they stand. */
async function decryptStrings(object: PDFObject, key: Key, own: Buffer): Promise<void> {
	if (key.strings === 'none') return;
	let count = 0;
	for (const { value, replace } of stringsIn(object)) {
		replace(plainString(value, key, own));
		if (++count % STRINGS_PER_LOOK === 0) await breathe();
	}
}

interface StringInside {
	value: PDFString | PDFHexString;
	replace(by: PDFString | PDFHexString): void;
}

function* stringsIn(object: PDFObject): Generator<StringInside> {
	if (object instanceof PDFArray) {
		for (let index = 0; index < object.size(); index++) {
			const value = object.get(index);
			if (isString(value)) yield { value, replace: (by) => object.set(index, by) };
			else yield* stringsIn(value);
		}
	} else if (object instanceof PDFDict) {
		const signature = object.has(PDFName.of('ByteRange'));
		for (const [name, value] of object.entries()) {
			// A signature is put in after the file was encrypted.
			if (signature && name === PDFName.of('Contents')) continue;
			if (isString(value)) yield { value, replace: (by) => object.set(name, by) };
			else yield* stringsIn(value);
		}
	}
}

function isString(value: PDFObject | undefined): value is PDFString | PDFHexString {
	return value instanceof PDFString || value instanceof PDFHexString;
}

function plainString(
	value: PDFString | PDFHexString,
	{ strings }: Key,
	own: Buffer,
): PDFString | PDFHexString {
	if (strings === 'none') return value;
	const bytes = bytesOf(value);
	const plain = strings === 'aes' ? aesAtOnce(own, bytes) : new Rc4(own).process(bytes);
	return PDFHexString.of(plain.toString('hex'));
}
