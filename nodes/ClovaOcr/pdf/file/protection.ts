import {
	PDFArray,
	PDFBool,
	PDFDict,
	PDFHexString,
	PDFName,
	PDFString,
	type PDFContext,
	type PDFObject,
} from 'pdf-lib';

import { stringBytes } from './bytes';
import { fileKey, type PasswordEntries } from './fileKey';
import { numberIn } from './simpleFilters';

/** Why a protected file stays closed: for want of a password, or since none would open it. */
export type Closed = 'encrypted' | 'protected';

/** How strings or streams are encrypted. */
export type Method = 'none' | 'rc4' | 'aes';

/** What opens a file. */
export interface Key {
	bytes: Buffer;
	/** From version 5 on the key of the file is used as it is, before that one for each object. */
	perObject: boolean;
	strings: Method;
	streams: Method;
	encryptMetadata: boolean;
}

/**
 * What an encryption dictionary of the standard handler says (ISO 32000-2, 7.6.3 to 7.6.5), and the
 * key that the password gives.
 * @param password empty for files that anybody may open but not change
 */
export async function openKey(
	context: PDFContext,
	dict: PDFDict,
	password: string,
): Promise<Key | Closed> {
	const version = numberIn(dict, 'V') ?? 0;
	const revision = numberIn(dict, 'R') ?? 0;
	const isStandard = dict.lookup(PDFName.of('Filter')) === PDFName.of('Standard');
	if (!isStandard || ![1, 2, 4, 5].includes(version) || revision < 2 || revision > 6) {
		return 'protected';
	}
	const strings = version < 4 ? 'rc4' : methodOf(dict, dict.lookup(PDFName.of('StrF')));
	const streams = version < 4 ? 'rc4' : methodOf(dict, dict.lookup(PDFName.of('StmF')));
	if (!strings || !streams) return 'protected';
	const ids = context.lookup(context.trailerInfo.ID);
	const encryptMetadata = dict.lookup(PDFName.of('EncryptMetadata')) !== PDFBool.False;
	const known: PasswordEntries = {
		revision,
		keyLength: keyLength(dict, version),
		owner: stringIn(dict, 'O'),
		user: stringIn(dict, 'U'),
		ownerKey: stringIn(dict, 'OE'),
		userKey: stringIn(dict, 'UE'),
		permissions: numberIn(dict, 'P') ?? 0,
		encryptMetadata,
		id: ids instanceof PDFArray && ids.size() > 0 ? bytesOf(ids.lookup(0)) : Buffer.alloc(0),
	};
	const bytes = await fileKey(known, password);
	if (!bytes) return 'encrypted';
	return { bytes, perObject: version < 5, strings, streams, encryptMetadata };
}

function keyLength(dict: PDFDict, version: number): number {
	if (version === 1) return 5;
	if (version >= 4) return version === 4 ? 16 : 32;
	const bits = numberIn(dict, 'Length') ?? 40;
	return Math.min(16, Math.max(5, Math.trunc(bits / 8)));
}

/** The method of a named crypt filter, or null where it is unknown. */
function methodOf(dict: PDFDict, name: PDFObject | undefined): Method | null {
	if (!(name instanceof PDFName) || name === PDFName.of('Identity')) return 'none';
	const filters = dict.lookup(PDFName.of('CF'));
	const filter = filters instanceof PDFDict ? filters.lookup(name) : undefined;
	const method = filter instanceof PDFDict ? filter.lookup(PDFName.of('CFM')) : undefined;
	if (!(method instanceof PDFName)) return 'none';
	const known: Record<string, Method> = { None: 'none', V2: 'rc4', AESV2: 'aes', AESV3: 'aes' };
	return known[method.decodeText()] ?? null;
}

function stringIn(dict: PDFDict, member: string): Buffer {
	return bytesOf(dict.lookup(PDFName.of(member)));
}

/** The bytes of a string in either notation; none of anything else. */
export function bytesOf(value: PDFObject | undefined): Buffer {
	if (value instanceof PDFHexString) return Buffer.from(value.asBytes());
	return value instanceof PDFString ? stringBytes(value.asString()) : Buffer.alloc(0);
}
