import {
	PDFContext,
	PDFDict,
	PDFDocument,
	PDFHexString,
	PDFName,
	PDFNull,
	PDFRawStream,
	PDFRef,
	PDFString,
	type PDFObject,
} from 'pdf-lib';

import { writePdf } from '../../../../nodes/ClovaOcr/pdf/file/write';
import { randomBytes } from '../../../support/node';
import { opened } from '../../../support/pdf/open';

/** Values of every kind, by the names of the members that hold them. */
function values(context: PDFContext, other: PDFRef): Record<string, PDFObject> {
	return {
		Name: PDFName.of('A#20name#2Fwith#23signs'),
		Text: PDFString.of('\x00\xff \\(brackets\\)\\n\x80'),
		Digits: PDFHexString.of('00ff7F'),
		Numbers: context.obj([0, -1.5, 0.000001, 4294967296, 12345678901234]),
		Truths: context.obj([true, false, PDFNull]),
		Nested: context.obj({ Array: [[], {}, { Deeper: [other, 7] }] }),
		Long: PDFString.of('x'.repeat(100_000)),
	};
}

/** A document of one page whose catalog holds values of every kind, with a gap in its numbers. */
function document(objects: number): { context: PDFContext; data: Buffer } {
	const context = PDFContext.create();
	const data = randomBytes(3_000_000);
	const stream = context.register(PDFRawStream.of(context.obj({}), data));
	const gap = context.register(PDFNull);
	for (let index = 0; index < objects; index++) context.register(context.obj({ Index: index }));
	context.delete(gap);
	const tree = context.nextRef();
	const page = context.obj({ Type: 'Page', Parent: tree, MediaBox: [0, 0, 9, 9] });
	context.assign(
		tree,
		context.obj({ Type: 'Pages', Kids: [context.register(page)], Count: 1 }),
	);
	const members = { Type: 'Catalog', Pages: tree, ...values(context, stream), Stream: stream };
	context.trailerInfo.Root = context.register(context.obj(members));
	return { context, data };
}

describe.each([
	['plain objects', false],
	['object streams', true],
])('a document written with %s', (_, packed) => {
	it.each([0, 98, 250])('holds what it held, with %p more objects', async (objects) => {
		const { context, data } = document(objects);
		const bytes = await writePdf(context, packed);
		const ours = await opened(bytes);
		const theirs = await PDFDocument.load(bytes, { throwOnInvalidObject: true });
		for (const { context: read, catalog } of [ours, theirs]) {
			const stream = catalog.lookup(PDFName.of('Stream'));
			const ref = catalog.get(PDFName.of('Stream'));
			if (!(ref instanceof PDFRef)) throw new Error('The stream stands in the catalog');
			const expected = values(read, ref);
			for (const [name, value] of Object.entries(expected)) {
				expect(catalog.get(PDFName.of(name))?.toString()).toBe(value.toString());
			}
			expect(stream instanceof PDFRawStream && data.equals(stream.contents)).toBe(true);
			const indices = read
				.enumerateIndirectObjects()
				.flatMap(([, object]) => (object instanceof PDFDict ? [object.get(PDFName.of('Index'))] : []))
				.filter((index) => index !== undefined);
			expect(indices.map(String)).toEqual(Array.from({ length: objects }, (__, index) => `${index}`));
		}
		expect(ours.needsRewriting).toBe(false);
		expect(ours.usesObjectStreams).toBe(packed);
	});

	it('says truly where each object begins', async () => {
		const bytes = Buffer.from(await writePdf(document(120).context, packed));
		const text = bytes.toString('latin1');
		const start = Number(/startxref\n(\d+)\n%%EOF$/.exec(text)?.[1]);
		expect(text.slice(start, start + 20)).toMatch(packed ? /^\d+ 0 obj\n<</ : /^xref\n0 2\n/);
		if (packed) return;
		const entries = [...text.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)];
		expect(entries.length).toBe(124);
		for (const [, offset] of entries) {
			expect(text.slice(Number(offset), Number(offset) + 12)).toMatch(/^\d+ 0 obj\n/);
		}
	});
});
