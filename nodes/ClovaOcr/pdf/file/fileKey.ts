import { md5 } from '@noble/hashes/legacy';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2';

import { aesBlocks, encryptAesBlocks, Rc4 } from './ciphers';
import { breathe } from '../tick';

/** What tells whether a password is right, and what the key is made from (ISO 32000-2, table 21). */
export interface PasswordEntries {
	revision: number;
	/** Bytes of the key. */
	keyLength: number;
	owner: Buffer;
	user: Buffer;
	/** Keys for the key of the file, from revision 5 on. */
	ownerKey: Buffer;
	userKey: Buffer;
	permissions: number;
	encryptMetadata: boolean;
	/** First identifier of the file. */
	id: Buffer;
}

/** Stands in for the missing end of a password (ISO 32000-2, 7.6.4.3.2). */
const PADDING = Buffer.from(
	'28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
	'hex',
);
const LONGEST_PASSWORD = 127;
const NO_BLOCK = new Uint8Array(16);

/**
 * The key of a file, or null where the password is neither its user's nor its owner's.
 * @param password empty for files that anybody may open
 */
export async function fileKey(entries: PasswordEntries, password: string): Promise<Buffer | null> {
	if (entries.revision >= 5) return await newKey(entries, password.normalize('NFKC'));
	// Older files have passwords in some single-byte code; UTF-8 is what careless producers write.
	for (const encoding of ['latin1', 'utf8'] as const) {
		const bytes = Buffer.from(password, encoding);
		const key = keyOfUser(entries, bytes) ?? keyOfUser(entries, userPassword(entries, bytes));
		if (key) return key;
	}
	return null;
}

/** Algorithms 2, 4 and 5: the key that a user password gives, or null if it is not the file's. */
function keyOfUser(entries: PasswordEntries, password: Buffer): Buffer | null {
	const { revision, keyLength, owner, user, permissions, encryptMetadata, id } = entries;
	const known = Buffer.alloc(4);
	known.writeInt32LE(permissions | 0);
	const parts = [padded(password), owner.subarray(0, 32), known, id];
	if (revision >= 4 && !encryptMetadata) parts.push(Buffer.alloc(4, 0xff));
	const key = repeated(md5(Buffer.concat(parts)), revision, keyLength);
	if (revision === 2)
		return new Rc4(key).process(PADDING).equals(user.subarray(0, 32)) ? key : null;
	let mark: Buffer = Buffer.from(md5(Buffer.concat([PADDING, id])));
	for (let round = 0; round < 20; round++) mark = new Rc4(mixed(key, round)).process(mark);
	return mark.equals(user.subarray(0, 16)) ? key : null;
}

/** Algorithm 7: the user password that the owner's leads to. */
function userPassword({ revision, keyLength, owner }: PasswordEntries, password: Buffer): Buffer {
	const key = repeated(md5(padded(password)), revision, keyLength);
	let user: Buffer = owner.subarray(0, 32);
	for (let round = revision === 2 ? 0 : 19; round >= 0; round--) {
		user = new Rc4(mixed(key, round)).process(user);
	}
	return user;
}

function padded(password: Buffer): Buffer {
	return Buffer.concat([password, PADDING]).subarray(0, 32);
}

function repeated(hash: Uint8Array, revision: number, length: number): Buffer {
	let key = hash;
	for (let round = 0; revision >= 3 && round < 50; round++) key = md5(key.subarray(0, length));
	return Buffer.from(key.subarray(0, length));
}

function mixed(key: Buffer, round: number): Buffer {
	return Buffer.from(key.map((byte) => byte ^ round));
}

/** Algorithm 2.A. */
async function newKey(entries: PasswordEntries, password: string): Promise<Buffer | null> {
	const { revision, owner, user, ownerKey, userKey } = entries;
	const bytes = Buffer.from(password, 'utf8').subarray(0, LONGEST_PASSWORD);
	const hash = async (salt: Buffer, context: Buffer) =>
		revision === 5
			? Buffer.from(sha256(Buffer.concat([bytes, salt, context])))
			: await hardenedHash(bytes, salt, context);
	const ways = [
		{ entry: user, key: userKey, context: Buffer.alloc(0) },
		{ entry: owner, key: ownerKey, context: user.subarray(0, 48) },
	];
	for (const { entry, key, context } of ways) {
		if (entry.length < 48 || key.length < 32) continue;
		const found = await hash(entry.subarray(32, 40), context);
		if (!found.equals(entry.subarray(0, 32))) continue;
		const opener = await hash(entry.subarray(40, 48), context);
		return Buffer.from(aesBlocks(opener, NO_BLOCK, key.subarray(0, 32)));
	}
	return null;
}

/** Algorithm 2.B. */
async function hardenedHash(password: Buffer, salt: Buffer, context: Buffer): Promise<Buffer> {
	let key: Uint8Array = sha256(Buffer.concat([password, salt, context]));
	for (let round = 1; ; round++) {
		const once = Buffer.concat([password, key, context]);
		const input = Buffer.concat(Array.from({ length: 64 }, () => once));
		const mixed = encryptAesBlocks(key.subarray(0, 16), key.subarray(16, 32), input);
		const rest = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
		key = [sha256, sha384, sha512][rest](mixed);
		if (round >= 64 && mixed[mixed.length - 1] <= round - 32) break;
		await breathe();
	}
	return Buffer.from(key.subarray(0, 32));
}
