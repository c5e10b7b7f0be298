import fc from 'fast-check';

import { decodeText } from '../../../nodes/ClovaOcr/clova/readBody';
import { encoded, type Encoding } from '../../simulator/wire/encodings';

const TEXT = '{"inferText":"한글 영수증 合計 1,000円"}';

describe('decodeText', () => {
	it.each([null, 'application/json', 'application/json;charset=UTF-8', 'text/plain; charset=utf8'])(
		'reads UTF-8 under %s',
		(contentType) => {
			expect(decodeText(Buffer.from(TEXT), contentType)).toBe(TEXT);
			expect(decodeText(Buffer.from(`\ufeff${TEXT}`), contentType)).toBe(TEXT);
		},
	);

	it.each(['euc-kr', 'EUC-KR', '"ks_c_5601-1987"', 'cp949', 'MS949', 'x-windows-949'])(
		'reads the Korean code page where the header names it %s',
		(name) => {
			const contentType = `application/json; charset=${name}`;
			expect(decodeText(encoded(TEXT, 'euc-kr'), contentType)).toBe(TEXT);
		},
	);

	it.each<Encoding>(['utf-16le', 'utf-16be'])('reads %s with and without saying so', (encoding) => {
		const bytes = encoded(TEXT, encoding);
		expect(decodeText(bytes, null)).toBe(TEXT);
		expect(decodeText(bytes, `application/json; charset=${encoding}`)).toBe(TEXT);
		expect(decodeText(encoded(`\ufeff${TEXT}`, encoding), null)).toBe(TEXT);
	});

	it('refuses bytes that are no UTF-8 and name no other encoding', () => {
		expect(decodeText(encoded(TEXT, 'euc-kr'), 'application/json;charset=UTF-8')).toBeNull();
		expect(decodeText(Buffer.from(TEXT).subarray(0, 15), null)).toBeNull();
	});

	it.each(['euc-kr', 'iso-8859-1', 'windows-1252', 'no-such-encoding'])(
		'believes UTF-8 bytes more than a header that says %s',
		(name) => {
			const contentType = `application/json; charset=${name}`;
			expect(decodeText(Buffer.from(TEXT), contentType)).toBe(TEXT);
		},
	);

	it('keeps two bytes of the Korean code page that look like one accented letter', () => {
		const text = '{"inferText":"체"}';
		expect(decodeText(encoded(text, 'euc-kr'), 'application/json; charset=euc-kr')).toBe(text);
	});

	it('gives any text of UTF-8 back, and never a replacement character of its own', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				const json = JSON.stringify(text);
				expect(decodeText(Buffer.from(json), 'application/json;charset=UTF-8')).toBe(json);
			}),
		);
		fc.assert(
			fc.property(fc.uint8Array(), (bytes) => {
				const text = decodeText(bytes, 'application/json');
				const ours = (text ?? '').includes('\ufffd');
				expect(ours && !Buffer.from(bytes).includes(Buffer.from('\ufffd'))).toBe(false);
			}),
		);
	});
});
