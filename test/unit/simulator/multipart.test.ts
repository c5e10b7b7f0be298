import fc from 'fast-check';
import { boundaryOf, MultipartParser, type PartHead } from '../../simulator/wire/multipart';

interface Part {
	head: PartHead;
	body: string;
}

function parse(body: Buffer, boundary: string, cuts: number[] = []): Part[] {
	const parts: Part[] = [];
	const parser = new MultipartParser(boundary, (head) => {
		const chunks: Buffer[] = [];
		return {
			write: (chunk) => void chunks.push(Buffer.from(chunk)),
			end: () => void parts.push({ head, body: Buffer.concat(chunks).toString('latin1') }),
		};
	});
	const places = [
		0,
		...cuts.map((cut) => cut % (body.length + 1)).sort((a, b) => a - b),
		body.length,
	];
	for (let at = 1; at < places.length; at += 1)
		parser.write(body.subarray(places[at - 1], places[at]));
	if (!parser.complete) throw new Error('incomplete');
	return parts;
}

function encode(bodies: Buffer[], boundary: string): Buffer {
	const parts = bodies.flatMap((body, index) => [
		Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="part${index}"\r\n\r\n`),
		body,
		Buffer.from('\r\n'),
	]);
	return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
}

describe('multipart parser', () => {
	it('gives the same bytes however the body is cut', () => {
		const bytes = fc.uint8Array({ maxLength: 200 }).map((data) => Buffer.from(data));
		// Bodies full of what delimiters are made of are the hard ones.
		const tricky = fc
			.array(fc.constantFrom('\r', '\n', '-', '--', '\r\n', '\r\n--', 'bound', 'x'), {
				maxLength: 30,
			})
			.map((pieces) => Buffer.from(pieces.join('')));
		fc.assert(
			fc.property(
				fc.array(fc.oneof(bytes, tricky)),
				fc.array(fc.nat(), { maxLength: 20 }),
				(bodies, cuts) => {
					const wanted = bodies.map((body) => body.toString('latin1'));
					const parts = parse(encode(bodies, 'boundary7'), 'boundary7', cuts);
					expect(parts.map(({ body }) => body)).toEqual(wanted);
				},
			),
		);
	});

	it('reads names with quotes and Korean letters', () => {
		const body = Buffer.from(
			'--b\r\nContent-Disposition: form-data; name="file"; filename="영수증 \\"1\\".png"\r\nContent-Type: image/png\r\n\r\n1\r\n--b--',
		);
		expect(parse(body, 'b')[0].head).toEqual({
			name: 'file',
			fileName: '영수증 "1".png',
			contentType: 'image/png',
		});
	});

	it.each([
		['no closing boundary', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b\r\n'],
		['bare line feeds', '--b\nContent-Disposition: form-data; name="a"\n\n1\n--b--'],
		['a part without a name', '--b\r\nContent-Disposition: form-data\r\n\r\n1\r\n--b--'],
		['a part without headers', '--b\r\n\r\n1\r\n--b--'],
		[
			'a boundary that goes on',
			'--bb\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b--',
		],
	])('refuses %s', (_, body) => {
		expect(() => parse(Buffer.from(body), 'b')).toThrow();
	});

	it.each([
		['multipart/form-data; boundary=abc', 'abc'],
		['multipart/form-data; boundary="a b"', 'a b'],
		['Multipart/Form-Data;boundary=----x1', '----x1'],
		['multipart/form-data', null],
		['multipart/mixed; boundary=abc', null],
		['application/json', null],
	])('boundary of %s', (header, boundary) => {
		expect(boundaryOf(header)).toBe(boundary);
	});
});
