import { sha256 } from '@noble/hashes/sha2';
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRawStream, PDFString } from 'pdf-lib';

import { addDeflated } from '../file/flate';
import type { OpenPdf } from '../file/open';
import { mediaArea } from '../page/attributes';
import { srgbProfile } from './srgb';

/** PDF/A allows pages of these sides in points (ISO 19005-2, 6.1.13). */
const SHORTEST_SIDE = 3;
const LONGEST_SIDE = 14400;

/** The identifier is drawn from so many bytes of each picture, at its beginning and its end. */
const BYTES_FOR_ID = 65536;

/**
 * Makes a PDF that was made of pictures a PDF/A-2b (ISO 19005-2): with sRGB for the output, with
 * metadata that say so, and with an identifier. To be called once all else has been added.
 * @returns false, and nothing changed, where the pictures do not allow it: see `mayClaim`
 */
export async function claimArchive(pdf: OpenPdf): Promise<boolean> {
	if (!mayClaim(pdf)) return false;
	const { context, catalog } = pdf;
	const intent = context.obj({
		Type: 'OutputIntent',
		S: 'GTS_PDFA1',
		OutputConditionIdentifier: PDFString.of('sRGB IEC61966-2.1'),
		Info: PDFString.of('sRGB IEC61966-2.1'),
		DestOutputProfile: await addDeflated(context, srgbProfile(), { N: 3 }),
	});
	catalog.set(PDFName.of('OutputIntents'), context.obj([intent]));
	// Metadata stay readable without a PDF program.
	const metadata = context.stream(Buffer.from(CLAIM), { Type: 'Metadata', Subtype: 'XML' });
	catalog.set(PDFName.of('Metadata'), context.register(metadata));
	const id = PDFHexString.of(Buffer.from(identifier(pdf)).toString('hex'));
	context.trailerInfo.ID = context.obj([id, id]);
	return true;
}

/**
 * Whether nothing in the pictures forbids the claim: colours that sRGB does not describe (print
 * colours), opacity, data coded in another way than the allowed ones, pages that are too small.
 */
function mayClaim({ context, pages }: OpenPdf): boolean {
	for (const { node } of pages) {
		const area = mediaArea(node);
		const sides = area ? [area.right - area.left, area.top - area.bottom] : [0];
		if (sides.some((side) => side < SHORTEST_SIDE || side > LONGEST_SIDE)) return false;
	}
	const streams = context.enumerateIndirectObjects().map(([, object]) => object);
	return streams.every((stream) => !(stream instanceof PDFRawStream) || isPlain(stream.dict));
}

const SUBTYPE = PDFName.of('Subtype');
const IMAGE = PDFName.of('Image');
const DEVICE_COLORS = ['DeviceGray', 'DeviceRGB'].map((name) => PDFName.of(name));
const FILTERS = ['CCITTFaxDecode', 'DCTDecode', 'FlateDecode', 'RunLengthDecode'].map((name) =>
	PDFName.of(name),
);

/** Whether a stream is no picture, or one of grey or RGB colours without opacity, coded as allowed. */
function isPlain(dict: PDFDict): boolean {
	if (dict.lookup(SUBTYPE) !== IMAGE) return true;
	const color = dict.lookup(PDFName.of('ColorSpace'));
	// The colours of a palette.
	const device = color instanceof PDFArray && color.size() === 4 ? color.lookup(1) : color;
	const filter = dict.lookup(PDFName.of('Filter'));
	const isCoded = filter === undefined || FILTERS.some((name) => name === filter);
	const isOpaque = !['SMask', 'Mask'].some((name) => dict.has(PDFName.of(name)));
	return isCoded && isOpaque && DEVICE_COLORS.some((name) => name === device);
}

/** Drawn from the pictures, so that the same file comes out of the same scan. */
function identifier({ context }: OpenPdf): Uint8Array {
	const hash = sha256.create();
	for (const [, object] of context.enumerateIndirectObjects()) {
		if (!(object instanceof PDFRawStream)) continue;
		const { contents } = object;
		hash.update(Buffer.from(`${contents.length} `));
		hash.update(contents.subarray(0, BYTES_FOR_ID));
		hash.update(contents.subarray(Math.max(0, contents.length - BYTES_FOR_ID)));
	}
	return hash.digest().subarray(0, 16);
}

/** ISO 19005-2, 6.6.2 and 6.6.4: an XMP packet with part and level of conformance. */
const CLAIM = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
   <pdfaid:part>2</pdfaid:part>
   <pdfaid:conformance>B</pdfaid:conformance>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
