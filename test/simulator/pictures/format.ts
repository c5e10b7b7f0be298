import type { FileFormat } from '../types';

const SIGNATURES: Array<[format: FileFormat, bytes: number[]]> = [
	['jpg', [0xff, 0xd8, 0xff]],
	['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
	['tiff', [0x49, 0x49, 0x2a, 0x00]],
	['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
];

/** What the first bytes say a file is; null for kinds that the service does not read. */
export function sniffFormat(head: Buffer): FileFormat | null {
	const match = SIGNATURES.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte));
	if (match !== undefined) return match[0];
	return head.subarray(0, 1024).includes('%PDF-') ? 'pdf' : null;
}

const FORMAT_NAMES: Record<string, FileFormat> = {
	jpg: 'jpg',
	jpeg: 'jpg',
	png: 'png',
	pdf: 'pdf',
	tif: 'tiff',
	tiff: 'tiff',
};

/** The format that `images[0].format` names (lower case only), or null. */
export function namedFormat(name: string): FileFormat | null {
	return Object.hasOwn(FORMAT_NAMES, name) ? FORMAT_NAMES[name] : null;
}
