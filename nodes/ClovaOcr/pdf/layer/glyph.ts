/** Font units per em, and how much of the em lies above and below the baseline. */
const EM = 1000;
const ASCENT = 800;
const DESCENT = -200;

/**
 * A TrueType font of 336 bytes with one glyph that fills the em: all that an invisible text layer
 * needs. An empty glyph would be smaller, but viewers on PDFium give such text no height and no
 * selection on rotated pages.
 */
export function blockFont(): Buffer {
	const tables: Array<[string, number[]]> = [
		[
			'cmap',
			[...u16(0, 1, 3, 1), ...u32(12), ...u16(4, 24, 0, 2, 2, 0, 0, 0xffff, 0, 0xffff, 1, 0)],
		],
		['glyf', block()],
		['head', head()],
		[
			'hhea',
			[...u32(0x10000), ...u16(ASCENT, DESCENT, 0, EM, 0, 0, EM, 1), ...zeros(7), ...u16(1)],
		],
		['hmtx', u16(EM, 0, 0)],
		['loca', u16(0, 0, block().length / 2)],
		['maxp', [...u32(0x10000), ...u16(2, 4, 1, 0, 0, 2), ...zeros(8)]],
	];
	return assemble(tables);
}

/** One contour of four corners, all on the curve, in the coordinates of the box. */
function block(): number[] {
	const box = u16(1, 0, DESCENT, EM, ASCENT);
	const onCurve = [1, 1, 1, 1];
	return [...box, ...u16(3, 0), ...onCurve, ...u16(0, 0, EM, 0), ...u16(DESCENT, EM, 0, -EM)];
}

function head(): number[] {
	const versions = u32(0x10000, 0x10000, 0, 0x5f0f3cf5);
	const dates = zeros(8);
	return [...versions, ...u16(0, EM), ...dates, ...u16(0, DESCENT, EM, ASCENT, 0, 8, 2, 0, 0)];
}

function assemble(tables: Array<[string, number[]]>): Buffer {
	const directory = [...u32(0x10000), ...u16(tables.length, 64, 2, 48)];
	const body: number[] = [];
	const start = directory.length + tables.length * 16;
	for (const [tag, bytes] of tables) {
		const padded = [...bytes, ...new Array<number>((4 - (bytes.length % 4)) % 4).fill(0)];
		const name = [...tag].map((letter) => letter.charCodeAt(0));
		directory.push(...name, ...u32(checkSum(padded), start + body.length, bytes.length));
		body.push(...padded);
	}
	return Buffer.from([...directory, ...body]);
}

function checkSum(padded: number[]): number {
	const view = new DataView(Uint8Array.from(padded).buffer);
	let sum = 0;
	for (let at = 0; at < padded.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
	return sum;
}

function u16(...values: number[]): number[] {
	return values.flatMap((value) => [(value >> 8) & 0xff, value & 0xff]);
}

function u32(...values: number[]): number[] {
	return values.flatMap((value) => u16(value >>> 16, value & 0xffff));
}

function zeros(words: number): number[] {
	return u16(...new Array<number>(words).fill(0));
}
