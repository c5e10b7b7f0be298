import fc from 'fast-check';

import { sniffFormat } from '../../../nodes/ClovaOcr/input/format';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const ftyp = (brand: string) => bytes(`\0\0\0\x18ftyp${brand}\0\0\0\0`);

describe('sniffFormat', () => {
	it.each([
		['jpg', bytes('\xff\xd8\xff\xe0\0\x10JFIF')],
		['jpg', bytes('\xff\xd8\xff\xe1\0\x10Exif')],
		['png', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
		['tiff', bytes('II*\0\x08\0\0\0')],
		['tiff', bytes('II*\0')],
		['tiff', bytes('MM\0*')],
		['tiff', bytes('MM\0*\0\0\0\x08')],
		['pdf', bytes('%PDF-1.7\n')],
		['pdf', bytes(`${'junk '.repeat(20)}%PDF-1.4`)],
	])('reads %s', (format, head) => {
		expect(sniffFormat(head)).toEqual({ readable: true, format });
	});

	it.each([
		['empty', bytes(''), /empty/],
		['HEIC', ftyp('heic'), /HEIC/],
		['HEIC of a burst', ftyp('mif1'), /HEIC/],
		['AVIF', ftyp('avif'), /AVIF/],
		['video', ftyp('isom'), /video/],
		['WebP', bytes('RIFF\x10\0\0\0WEBPVP8 '), /WebP/],
		['GIF', bytes('GIF89a\x01\0'), /GIF/],
		['BMP', bytes('BM\x36\x10\0\0\0\0\0\0'), /BMP/],
		['old Office', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), /Office or HWP/],
		['docx', bytes('PK\x03\x04\x14\0\x06\0[Content_Types].xml'), /docx/],
		['hwpx', bytes('PK\x03\x04\x14\0mimetypeapplication/hwp+zip'), /hwpx/],
		['WEBP in another container', bytes('RIFX\x10\0\0\0WEBPVP8 '), /of another kind/],
		['sound', bytes('RIFF\x10\0\0\0WAVEfmt '), /of another kind/],
		['old HWP', bytes('HWP Document File V3.00'), /HWP document/],
		['svg without a head', bytes(' <svg/>'), /SVG/],
		['a PDF header beyond the first 1024 bytes', bytes(`${' '.repeat(1020)}%PDF-1.4`), /of another kind/],
		['zip', bytes('PK\x03\x04\x14\0photo.jpg'), /ZIP/],
		['svg', bytes('<?xml version="1.0"?><svg xmlns=""/>'), /SVG/],
		['web page', bytes('<!DOCTYPE html><html>'), /web page/],
		['calendar', bytes('BEGIN:VCALENDAR'), /of another kind/],
		['a cut-off TIFF', bytes('II*'), /of another kind/],
		['a cut-off TIFF of the other order', bytes('MM\0'), /of another kind/],
		['BigTIFF', bytes('II+\0\x08\0\0\0'), /of another kind/],
	])('names %s', (_, head, kind) => {
		const sniffed = sniffFormat(head);
		expect(sniffed).toMatchObject({ readable: false, kind: expect.stringMatching(kind) });
	});

	it('takes any bytes without throwing', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 2000 }), (head) => {
				expect(typeof sniffFormat(head).readable).toBe('boolean');
			}),
		);
	});
});
