import { parseFragment } from 'parse5';

import { inflateSync } from '../node';
import { runTool } from './tools';

type Value = string | number | boolean | null | Value[] | { [name: string]: Value };
type Dict = Record<string, Value>;

/** A document as qpdf sees it; the data of streams is as it stands in the file. */
class Seen {
	readonly trailer: Dict;
	private readonly objects: Record<
		string,
		{ value?: Value; stream?: { dict: Dict; data: string } }
	>;

	constructor(json: string) {
		const { qpdf } = JSON.parse(json) as { qpdf: [unknown, Seen['objects']] };
		this.objects = qpdf[1];
		this.trailer = this.objects.trailer.value as Dict;
	}

	/** What stands behind a reference. */
	follow(value: Value | undefined): Value {
		if (typeof value !== 'string' || !/^\d+ \d+ R$/.test(value)) return value ?? null;
		const object = this.objects[`obj:${value}`];
		return object.stream ? object.stream.dict : (object.value ?? null);
	}

	dict(value: Value | undefined): Dict {
		const found = this.follow(value);
		if (typeof found !== 'object' || found === null || Array.isArray(found)) {
			throw new Error(`${JSON.stringify(value)} is no dictionary`);
		}
		return found;
	}

	data(value: Value | undefined): Buffer {
		const { stream } = this.objects[`obj:${String(value)}`];
		if (!stream) throw new Error(`${String(value)} is no stream`);
		const raw = Buffer.from(stream.data, 'base64');
		return stream.dict['/Filter'] === '/FlateDecode' ? inflateSync(raw) : raw;
	}

	/** All dictionaries, those of streams and those within others too. */
	dicts(): Dict[] {
		const found: Dict[] = [];
		const visit = (value: Value | undefined) => {
			if (typeof value !== 'object' || value === null) return;
			if (!Array.isArray(value)) found.push(value);
			for (const each of Object.values(value)) visit(each);
		};
		for (const { value, stream } of Object.values(this.objects)) visit(stream?.dict ?? value);
		return found;
	}
}

/**
 * Goes through the rules of ISO 19005-2 (PDF/A-2b) that can touch a document of pictures and
 * invisible text.
 * @returns the clauses that the file breaks
 */
export async function brokenArchiveRules(file: string, bytes: Buffer): Promise<string[]> {
	const args = ['--json=2', '--json-stream-data=inline', '--decode-level=none', file];
	const { stdout, stderr } = await runTool('qpdf', args);
	const pdf = new Seen(stdout);
	const catalog = pdf.dict(pdf.trailer['/Root']);
	const rules: Array<[string, boolean]> = [
		...fileRules(bytes, pdf),
		['6.1.7.1 and 6.1.8: qpdf has nothing to say', stderr === ''],
		...colorRules(pdf, catalog),
		...fontRules(pdf),
		['6.6.2 and 6.6.4: the metadata claim part 2, level B', claims(pdf, catalog)],
	];
	return rules.filter(([, kept]) => !kept).map(([rule]) => rule);
}

/** What has no place in a scan, and is allowed under conditions only (6.3 to 6.5, 6.8 to 6.11). */
const FOREIGN = [
	'/A',
	'/AA',
	'/AcroForm',
	'/Annots',
	'/Names',
	'/OCProperties',
	'/OpenAction',
].concat([
	'/AF',
	'/EF',
	'/Perms',
	'/Requirements',
	'/Collection',
	'/F',
	'/FFilter',
	'/NeedsRendering',
]);

function fileRules(bytes: Buffer, pdf: Seen): Array<[string, boolean]> {
	const text = bytes.toString('latin1');
	const ids = pdf.trailer['/ID'];
	const names = new Set(pdf.dicts().flatMap((dict) => Object.keys(dict)));
	return [
		['6.1.2: header and four bytes beyond ASCII', /^%PDF-1\.[0-7]\n%[\x80-\xff]{4}/.test(text)],
		['6.1.3: two identifiers', Array.isArray(ids) && ids.length === 2],
		['6.1.3: nothing encrypted', !('/Encrypt' in pdf.trailer)],
		['6.1.3: nothing behind the end', /%%EOF\r?\n?$/.test(text)],
		['6.1.7.2: no LZW', !JSON.stringify(pdf.dicts()).includes('LZW')],
		['6.3 to 6.11: nothing foreign', !FOREIGN.some((name) => names.has(name))],
		[
			'6.2.8: no alternates, no interpolation',
			!names.has('/Alternates') && !names.has('/Interpolate'),
		],
		['6.2.10: no transparency', !['/SMask', '/ca', '/CA', '/BM'].some((name) => names.has(name))],
	];
}

function colorRules(pdf: Seen, catalog: Dict): Array<[string, boolean]> {
	const intents = pdf.follow(catalog['/OutputIntents']);
	if (!Array.isArray(intents)) return [['6.2.3: an output intent', false]];
	const intent = pdf.dict(intents[0]);
	const stream = intent['/DestOutputProfile'];
	const profile = pdf.data(stream);
	const images = pdf.dicts().filter((dict) => dict['/Subtype'] === '/Image');
	const spaces = images.map((dict) => pdf.follow(dict['/ColorSpace']));
	const device = spaces.map((space) => (Array.isArray(space) ? pdf.follow(space[1]) : space));
	return [
		['6.2.3: one intent for PDF/A', intents.length === 1 && intent['/S'] === '/GTS_PDFA1'],
		['6.2.3: a profile of its size', profile.readUInt32BE(0) === profile.length],
		['6.2.3: of version 4 at most', profile[8] <= 4],
		['6.2.3: of a display', profile.toString('latin1', 12, 16) === 'mntr'],
		['6.2.3: of RGB', profile.toString('latin1', 16, 20) === 'RGB '],
		['6.2.3: of three components', pdf.dict(stream)['/N'] === 3],
		['6.2.4.3: grey or RGB', device.every((each) => /^.Device(Gray|RGB)$/.test(String(each)))],
	];
}

function fontRules(pdf: Seen): Array<[string, boolean]> {
	return pdf
		.dicts()
		.filter((dict) => dict['/Subtype'] === '/CIDFontType2')
		.flatMap((font): Array<[string, boolean]> => {
			const program = pdf.data(pdf.dict(font['/FontDescriptor'])['/FontFile2']);
			const map = pdf.data(font['/CIDToGIDMap']);
			const glyphs = Array.from({ length: map.length / 2 - 1 }, (_, at) =>
				map.readUInt16BE(2 * at + 2),
			);
			const advances = glyphs.map((glyph) => advanceOf(program, glyph));
			return [
				['6.2.11.4.1: an embedded program', program.length > 0],
				['6.2.11.5: widths as in the program', advances.every((width) => width === font['/DW'])],
				['6.2.11.8: nothing shows .notdef', glyphs.every((glyph) => glyph > 0)],
			];
		});
}

/** A glyph's width in thousandths of the em (OpenType: head, hhea, hmtx). */
function advanceOf(program: Buffer, glyph: number): number {
	const tables = new Map<string, number>();
	for (let index = 0; index < program.readUInt16BE(4); index++) {
		const at = 12 + 16 * index;
		tables.set(program.toString('latin1', at, at + 4), program.readUInt32BE(at + 8));
	}
	const [head, hhea, hmtx] = ['head', 'hhea', 'hmtx'].map((name) => tables.get(name) ?? 0);
	const last = program.readUInt16BE(hhea + 34) - 1;
	const advance = program.readUInt16BE(hmtx + 4 * Math.min(glyph, last));
	return (advance * 1000) / program.readUInt16BE(head + 18);
}

function claims(pdf: Seen, catalog: Dict): boolean {
	const metadata = catalog['/Metadata'];
	if (metadata === undefined || '/Filter' in pdf.dict(metadata)) return false;
	const xml = pdf.data(metadata).toString('utf8');
	const html = JSON.stringify(parseFragment(xml), (key, value: unknown) =>
		key === 'parentNode' ? undefined : value,
	);
	const says = (name: string, value: string) =>
		html.includes(`"nodeName":"pdfaid:${name}"`) && xml.includes(`<pdfaid:${name}>${value}<`);
	return says('part', '2') && says('conformance', 'B');
}
