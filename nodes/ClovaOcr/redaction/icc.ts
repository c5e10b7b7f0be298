/** Header, and the list of tags behind it (ICC.1:2022, 7.2 and 7.3). */
const HEADER_BYTES = 128;
const TAG_BYTES = 12;
const MAX_BYTES = 4 * 1024 * 1024;

/** Tags that hold numbers for colours and nothing else; texts, names and makers' own tags are left out. */
const KEPT = new Set(
	'A2B0 A2B1 A2B2 B2A0 B2A1 B2A2 bXYZ bTRC gXYZ gTRC rXYZ rTRC kTRC wtpt bkpt lumi chad cicp'.split(
		' ',
	),
);

/** Types of tag data that are numbers. */
const NUMERIC = new Set(['XYZ ', 'curv', 'para', 'mft1', 'mft2', 'mAB ', 'mBA ', 'sf32', 'cicp']);

/**
 * A colour profile without its texts: description, copyright, maker, model and private tags.
 * @returns null where it is damaged; the picture is then shown in its plain colours
 */
export function plainProfile(profile: Buffer): Buffer | null {
	if (profile.length < HEADER_BYTES + 4 || profile.length > MAX_BYTES) return null;
	if (profile.toString('latin1', 36, 40) !== 'acsp') return null;
	const tags = tagsOf(profile);
	if (tags === null || tags.length === 0) return null;
	const text = textTag(profile[8]);
	const all = [...tags, { name: 'desc', data: text }, { name: 'cprt', data: text }];
	return assembled(headerOf(profile), all);
}

interface Tag {
	name: string;
	data: Buffer;
}

function tagsOf(profile: Buffer): Tag[] | null {
	const count = profile.readUInt32BE(HEADER_BYTES);
	if (count > 100 || HEADER_BYTES + 4 + count * TAG_BYTES > profile.length) return null;
	const tags: Tag[] = [];
	for (let index = 0; index < count; index++) {
		const at = HEADER_BYTES + 4 + index * TAG_BYTES;
		const name = profile.toString('latin1', at, at + 4);
		const [offset, size] = [profile.readUInt32BE(at + 4), profile.readUInt32BE(at + 8)];
		if (!KEPT.has(name)) continue;
		if (size < 8 || offset + size > profile.length) return null;
		const data = profile.subarray(offset, offset + size);
		if (!NUMERIC.has(data.toString('latin1', 0, 4))) return null;
		tags.push({ name, data });
	}
	return tags;
}

/** The header without maker, model, date, creator and checksum. */
function headerOf(profile: Buffer): Buffer {
	const header = Buffer.from(profile.subarray(0, HEADER_BYTES));
	header.fill(0, 4, 8);
	header.fill(0, 24, 36);
	header.fill(0, 48, 56);
	header.fill(0, 80, HEADER_BYTES);
	return header;
}

/** `desc` and `cprt` must be there; version 2 and version 4 have different types for them. */
function textTag(version: number): Buffer {
	const text = 'Colour profile';
	if (version >= 4) {
		const head = Buffer.from('6d6c756300000000000000010000000c656e5553', 'hex');
		const place = Buffer.alloc(8);
		place.writeUInt32BE(text.length * 2, 0);
		place.writeUInt32BE(28, 4);
		return Buffer.concat([head, place, Buffer.from(text, 'utf16le').swap16()]);
	}
	const ascii = Buffer.alloc(12 + text.length + 1 + 78);
	ascii.write('desc', 0, 'latin1');
	ascii.writeUInt32BE(text.length + 1, 8);
	ascii.write(text, 12, 'latin1');
	return ascii;
}

function assembled(header: Buffer, tags: Tag[]): Buffer {
	const list = Buffer.alloc(4 + tags.length * TAG_BYTES);
	list.writeUInt32BE(tags.length, 0);
	const parts = [header, list];
	let offset = header.length + list.length;
	tags.forEach(({ name, data }, index) => {
		const at = 4 + index * TAG_BYTES;
		list.write(name, at, 'latin1');
		list.writeUInt32BE(offset, at + 4);
		list.writeUInt32BE(data.length, at + 8);
		const padding = Buffer.alloc((4 - (data.length % 4)) % 4);
		parts.push(data, padding);
		offset += data.length + padding.length;
	});
	header.writeUInt32BE(offset, 0);
	return Buffer.concat(parts);
}
