export type Encoding = 'euc-kr' | 'utf-16be' | 'utf-16le';

/** A text in an encoding that the platform reads but does not write; what it lacks becomes "?". */
export function encoded(text: string, encoding: Encoding): Buffer {
	if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
	if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
	const table = (eucKr ??= eucKrTable());
	return Buffer.from([...text].flatMap((character) => table.get(character) ?? [0x3f]));
}

let eucKr: Map<string, number[]> | undefined;

/** By asking the platform's decoder for every pair of bytes. */
function eucKrTable(): Map<string, number[]> {
	const decoder = new TextDecoder('euc-kr');
	const table = new Map<string, number[]>();
	for (let byte = 0; byte < 0x80; byte += 1) table.set(String.fromCharCode(byte), [byte]);
	for (let lead = 0x81; lead < 0xff; lead += 1) {
		for (let trail = 0x41; trail < 0xff; trail += 1) {
			const character = decoder.decode(Uint8Array.of(lead, trail));
			if (character.length === 1 && character !== '\ufffd') table.set(character, [lead, trail]);
		}
	}
	return table;
}
