/**
 * The sRGB colour space as an ICC profile (ICC.1:2001-04, version 2.4, which every reader of PDF/A
 * knows): a display profile of three primaries and one curve. Its numbers are worked out from
 * IEC 61966-2-1, nobody's file is copied.
 * @returns some 2500 bytes, the same each time
 */
export function srgbProfile(): Buffer {
	const curve = sampledCurve();
	const tags: Array<[string, number[]]> = [
		['desc', description('sRGB IEC61966-2.1')],
		['cprt', [...ascii('text'), ...u32(0), ...ascii('No copyright, use freely\0')]],
		['wtpt', xyz(D50)],
		['rXYZ', xyz(RED)],
		['gXYZ', xyz(GREEN)],
		['bXYZ', xyz(BLUE)],
		['rTRC', curve],
		['gTRC', curve],
		['bTRC', curve],
	];
	return assemble(tags);
}

/** The white of the profile connection space (ICC.1:2001-04, annex A). */
const D50 = [0.9642, 1, 0.8249];

/** The primaries of IEC 61966-2-1 under its white D65, adapted to D50 by Bradford's transformation. */
const RED = [0.43604, 0.22248, 0.01392];
const GREEN = [0.38511, 0.71691, 0.09707];
const BLUE = [0.14305, 0.06061, 0.71391];

const SAMPLES = 1024;

/** IEC 61966-2-1, 5.2: from the values of a file to light, both from 0 to 1, evenly sampled. */
function sampledCurve(): number[] {
	const samples = Array.from({ length: SAMPLES }, (_, index) => {
		const value = index / (SAMPLES - 1);
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	});
	const rounded = samples.map((light) => Math.round(light * 0xffff));
	return [...ascii('curv'), ...u32(0, SAMPLES), ...u16(...rounded)];
}

const HEADER = 128;
const VERSION = 0x02400000;

function assemble(tags: Array<[string, number[]]>): Buffer {
	const table: number[] = u32(tags.length);
	const body: number[] = [];
	const places = new Map<number[], number>();
	const start = HEADER + 4 + tags.length * 12;
	for (const [name, data] of tags) {
		const place = places.get(data) ?? start + body.length;
		if (!places.has(data)) {
			places.set(data, place);
			body.push(...data, ...zeros((4 - (data.length % 4)) % 4));
		}
		table.push(...ascii(name), ...u32(place, data.length));
	}
	return Buffer.from([...header(start + body.length), ...table, ...body]);
}

/** ICC.1:2001-04, 6.1: a display profile from RGB to XYZ, of no vendor's making. */
function header(size: number): number[] {
	const classes = [...ascii('mntr'), ...ascii('RGB '), ...ascii('XYZ ')];
	const made = u16(2026, 1, 1, 0, 0, 0);
	const fields = [...u32(size, 0, VERSION), ...classes, ...made, ...ascii('acsp')];
	// Platform, flags, device, attributes and intent (perceptual): all of them 0.
	fields.push(...zeros(28), ...D50.flatMap(fixed));
	return [...fields, ...zeros(HEADER - fields.length)];
}

function xyz(values: number[]): number[] {
	return [...ascii('XYZ '), ...u32(0), ...values.flatMap(fixed)];
}

/** ICC.1:2001-04, 6.5.17: the words in ASCII, and none in Unicode and in Macintosh's script. */
function description(words: string): number[] {
	const letters = [...ascii('desc'), ...u32(0, words.length + 1), ...ascii(`${words}\0`)];
	return [...letters, ...u32(0, 0), ...u16(0), 0, ...zeros(67)];
}

/** A number of 16 bits before and 16 bits behind the point. */
function fixed(value: number): number[] {
	return u32(Math.round(value * 0x10000) >>> 0);
}

function ascii(letters: string): number[] {
	return [...letters].map((letter) => letter.charCodeAt(0));
}

function u16(...values: number[]): number[] {
	return values.flatMap((value) => [(value >> 8) & 0xff, value & 0xff]);
}

function u32(...values: number[]): number[] {
	return values.flatMap((value) => u16(value >>> 16, value & 0xffff));
}

function zeros(count: number): number[] {
	return new Array<number>(count).fill(0);
}
