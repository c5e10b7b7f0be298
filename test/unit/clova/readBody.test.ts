import fc from 'fast-check';

import { decodeText, isByteStream, responseParts } from '../../../nodes/ClovaOcr/clova/readBody';
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

	it.each([
		[[0, 0x41], 'A'],
		[[0, 1], '\u0001'],
		[[0x41, 0], 'A'],
		[[0xfe, 0xff, 0x30, 0x42], 'あ'],
		[[0xff, 0xfe, 0x42, 0x30], 'あ'],
		[[0, 0], '\0\0'],
		[[0], '\0'],
		[[0x41], 'A'],
		[[], ''],
		[[1, 0x41], '\u0001A'],
		[[0x41, 1], 'A\u0001'],
		[[0x41, 0xff], null],
		[[0xff, 0x41], null],
		[[0xfe, 0xfe], null],
	])('tells UTF-16 from UTF-8 by the first two bytes %j', (bytes, text) => {
		expect(decodeText(Buffer.from(bytes), null)).toBe(text);
	});

	it.each(['text/plain; charset = "EUC-KR"', "text/plain;CHARSET='euc-kr'", 'charset=euc-kr; a=b'])(
		'finds the name in the header %s',
		(contentType) => expect(decodeText(encoded(TEXT, 'euc-kr'), contentType)).toBe(TEXT),
	);

	it('reads what a header calls an encoding of one byte', () => {
		expect(decodeText(Buffer.from([0x63, 0xe9]), 'text/plain; charset=iso-8859-1')).toBe('cé');
		expect(decodeText(Buffer.from('é'), 'text/plain; charset=iso-8859-1')).toBe('é');
		expect(decodeText(Buffer.from([0x63, 0xe9]), 'text/plain; charset=no-such')).toBeNull();
		expect(decodeText(Buffer.from([0x63, 0xe9]), 'text/plain; charset=utf-8')).toBeNull();
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

describe('what n8n gives of an answer', () => {
	it('is taken apart, with nothing for what is missing', () => {
		const nothing = { status: 0, headers: undefined, body: undefined };
		const whole = { statusCode: 200, headers: { a: 'b' }, body: 'text' };
		expect(responseParts(whole)).toEqual({ status: 200, headers: { a: 'b' }, body: 'text' });
		expect(responseParts({ statusCode: '404' })).toEqual({ ...nothing, status: 404 });
		expect([null, undefined, 'text', 5, {}].map(responseParts)).toEqual(Array(5).fill(nothing));
	});

	it('may be a stream or not', () => {
		async function* stream(): AsyncGenerator<Uint8Array> {}
		expect(isByteStream(stream())).toBe(true);
		expect([null, undefined, 'text', 5, {}, ['a']].some(isByteStream)).toBe(false);
	});
});
