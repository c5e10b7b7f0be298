import type { ImageFormat } from '../clova/request';

/** Bytes that are enough to tell every kind apart; a PDF header may stand anywhere within them. */
export const SNIFF_LENGTH = 1024;

export type Sniffed =
	| { readable: true; format: ImageFormat }
	/** `kind` names what the file is; `advice` says how to get to something readable. */
	| { readable: false; kind: string; advice: string };

const CONVERT = 'Convert it to JPEG, PNG or PDF first.';

/**
 * What a file is, by its first bytes and nothing else: names and MIME types lie too often.
 * @param head the first `SNIFF_LENGTH` bytes, or fewer if the file is shorter
 */
export function sniffFormat(head: Uint8Array): Sniffed {
	const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, SNIFF_LENGTH));
	const text = bytes.toString('latin1');
	const format = readableFormat(bytes, text);
	if (format !== null) return { readable: true, format };
	if (bytes.length === 0) {
		return unreadable('an empty file', 'Check the step before: it delivered a file of 0 bytes.');
	}
	return unreadableKind(text);
}

function readableFormat(bytes: Buffer, text: string): ImageFormat | null {
	if (text.startsWith('\xff\xd8\xff')) return 'jpg';
	if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
	const order = text.slice(0, 2);
	if (order === 'II' && bytes.length > 3 && bytes.readUInt16LE(2) === 42) return 'tiff';
	if (order === 'MM' && bytes.length > 3 && bytes.readUInt16BE(2) === 42) return 'tiff';
	return text.includes('%PDF-') ? 'pdf' : null;
}

function unreadableKind(text: string): Sniffed {
	const brand = text.slice(4, 8) === 'ftyp' ? text.slice(8, 12) : '';
	if (/^(heic|heix|heim|heis|hevc|hevx|mif1|msf1)$/.test(brand)) {
		return unreadable(
			'a HEIC photo',
			"Convert it to JPEG first, or set the iPhone's camera to 'Most Compatible'.",
		);
	}
	if (/^(avif|avis)$/.test(brand)) return unreadable('an AVIF picture', CONVERT);
	if (brand !== '') return unreadable('a video or another media file', CONVERT);
	if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') {
		return unreadable('a WebP picture', CONVERT);
	}
	if (/^GIF8[79]a/.test(text)) return unreadable('a GIF picture', CONVERT);
	if (/^BM[\s\S]{4}\0\0\0\0/.test(text)) return unreadable('a BMP picture', CONVERT);
	return unreadableDocument(text);
}

function unreadableDocument(text: string): Sniffed {
	const export_ = 'Export it as PDF first.';
	if (text.startsWith('\xd0\xcf\x11\xe0')) {
		return unreadable('an Office or HWP document (doc, xls, ppt, hwp)', export_);
	}
	if (text.startsWith('PK\x03\x04')) {
		const office =
			/\[Content_Types\]\.xml|_rels\/|word\/|xl\/|ppt\/|docProps\/|opendocument|hwp\+zip/.test(
				text,
			);
		return office
			? unreadable('an Office or HWPX document (docx, xlsx, pptx, hwpx)', export_)
			: unreadable('a ZIP archive', 'Unpack it first and pass on the files inside.');
	}
	if (text.startsWith('HWP Document File')) return unreadable('an HWP document', export_);
	if (/^\s*(<\?xml[\s\S]*)?<svg/i.test(text)) return unreadable('an SVG drawing', CONVERT);
	if (/^\s*<(!doctype html|html|head|body)/i.test(text)) {
		return unreadable(
			'a web page',
			'The address or the step before delivered HTML: it may need a log-in, or link to a page that shows the file.',
		);
	}
	return unreadable(
		'of another kind than JPEG, PNG, PDF and TIFF',
		'Pass on a JPEG, PNG, PDF or TIFF file, or convert it first.',
	);
}

function unreadable(kind: string, advice: string): Sniffed {
	return { readable: false, kind, advice };
}
