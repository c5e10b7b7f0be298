import {
	createSearchablePdf,
	extractPages,
	openPdf,
	type OpenPdf,
} from '../../../../nodes/ClovaOcr/pdf/pdf';
import { deflateSync } from '../../../support/node';
import { opened } from '../../../support/pdf/open';
import { closePdfjs, seePdf } from '../../../support/pdf/pdfjs';

jest.setTimeout(60_000);
afterAll(closePdfjs);

const FONT =
	'/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>';
const PAGE = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R ${FONT} >>`;
const CATALOG = '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n';
const TREE = '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n';
const LEAF = `3 0 obj ${PAGE} endobj\n`;
const DRAWING = 'BT /F 20 Tf 20 100 Td (page 1) Tj ET';
const CONTENT = content(DRAWING);
const TRAILER = 'trailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n';

function content(data: string, length = String(data.length)): string {
	return `4 0 obj << /Length ${length} >>\nstream\n${data}\nendstream endobj\n`;
}

function file(...parts: string[]): Buffer {
	return Buffer.from(`%PDF-1.7\n${parts.join('')}`, 'latin1');
}

async function linesOf(bytes: Uint8Array): Promise<string[][]> {
	return (await seePdf(bytes)).map(({ lines }) => lines);
}

async function readBack(bytes: Buffer): Promise<string[][]> {
	const pdf = await opened(bytes);
	return await linesOf(
		await extractPages(
			pdf,
			pdf.pages.map((_, index) => index + 1),
		),
	);
}

/** The whole document, written anew. */
async function rewritten(pdf: OpenPdf): Promise<string> {
	const { bytes } = await createSearchablePdf(pdf, [], { keep: null, highlight: false });
	return Buffer.from(bytes).toString('latin1');
}

describe('a file that departs from the standard is read as viewers read it', () => {
	const packed = `5 0 1 40 2 90 ${' '.repeat(2)}`;
	const objects = `${'null'.padEnd(40)}${'<< /Type /Catalog /Pages 2 0 R >>'.padEnd(50)}<< /Type /Pages /Kids [3 0 R] /Count 1 >>`;
	const stream = (filter: string, data: Buffer) =>
		`9 0 obj << /Type /ObjStm /N 3 /First ${packed.length} ${filter} /Length ${data.length} >>\nstream\n${data.toString('latin1')}\nendstream endobj\n`;
	const hex = Buffer.from(Buffer.from(packed + objects).toString('hex'));
	const deflated = deflateSync(Buffer.from(packed + objects));

	it.each<[string, Buffer, boolean]>([
		['nothing is wrong', file(CATALOG, TREE, LEAF, CONTENT, TRAILER), false],
		[
			'startxref names no place',
			file(CATALOG, TREE, LEAF, CONTENT, 'trailer << /Root 1 0 R >>\nstartxref\n%%EOF'),
			true,
		],
		['there is no trailer', file(CATALOG, TREE, LEAF, CONTENT), true],
		[
			'the trailer breaks off',
			file(CATALOG, TREE, LEAF, CONTENT, 'trailer << /Root 1 0 R /Info'),
			true,
		],
		[
			'the trailer names another object',
			file(CATALOG, TREE, LEAF, CONTENT, TRAILER.replace('1 0 R', '4 0 R')),
			true,
		],
		[
			'the catalog has no type',
			file(CATALOG.replace('/Type /Catalog', ''), TREE, LEAF, CONTENT, TRAILER),
			true,
		],
		['there is no catalog', file(TREE, LEAF, CONTENT, TRAILER), true],
		['there is no tree', file(LEAF, CONTENT, TRAILER), true],
		[
			'no object ends',
			file(...[CATALOG, TREE, LEAF, CONTENT].map((part) => part.replace('endobj', '')), TRAILER),
			true,
		],
		[
			'a dictionary is not closed',
			file(CATALOG, TREE.replace('>> endobj', 'endobj'), LEAF, CONTENT, TRAILER),
			false,
		],
		[
			'kids are a chain of references',
			file(
				CATALOG,
				TREE.replace('[3 0 R]', '7 0 R'),
				LEAF,
				CONTENT,
				'7 0 obj 8 0 R endobj 8 0 obj [6 0 R] endobj 6 0 obj 3 0 R endobj ',
				TRAILER,
			),
			false,
		],
		[
			'references have odd generations',
			file(CATALOG, TREE.replace('3 0 R', '3 7 R'), LEAF, CONTENT, TRAILER),
			false,
		],
		[
			'stray words stand inside',
			file(CATALOG, TREE, LEAF.replace('/Contents', 'what /Contents'), CONTENT, TRAILER),
			false,
		],
		[
			'the stream has no end',
			file(CATALOG, TREE, LEAF, `4 0 obj << /Length 999 >>\nstream\n${DRAWING}\n`),
			true,
		],
		[
			'the stream has no end, but the object has',
			file(CATALOG, TREE, LEAF, CONTENT.replace('endstream', ''), TRAILER),
			false,
		],
		[
			'filters have their short names',
			file(
				LEAF,
				CONTENT,
				stream('/Filter [/AHx /Fl]', Buffer.from(deflated.toString('hex'))),
				TRAILER,
			),
			false,
		],
		[
			'filters stand under their short name',
			file(LEAF, CONTENT, stream('/F /AHx', hex), TRAILER),
			false,
		],
		[
			'the check sum is wrong',
			file(
				LEAF,
				CONTENT,
				stream(
					'/Filter /FlateDecode',
					Buffer.concat([deflated.subarray(0, -4), Buffer.from('junk')]),
				),
				TRAILER,
			),
			false,
		],
	])('%s', async (_, bytes, needsRewriting) => {
		expect(await openPdf(bytes)).toMatchObject({
			kind: 'ok',
			pageCount: 1,
			missingPages: 0,
			pdf: { needsRewriting },
		});
		expect(await readBack(bytes)).toEqual([['page 1']]);
	});

	it('names with small hexadecimal digits are those with large ones', async () => {
		const odd = file(
			CATALOG,
			TREE,
			LEAF.replace('/F <<', '/F#2f <<'),
			content(DRAWING.replace('/F ', '/F#2F ')),
			TRAILER,
		);
		expect(await readBack(odd)).toEqual([['page 1']]);
	});
});

describe('a count of pages that is no number', () => {
	it.each(['4 0 R', '(1)', '9 0 R', 'null'])(
		'is put right in what is written: %s',
		async (count) => {
			const tree = `2 0 obj << /Type /Pages /Kids [3 0 R] /Count ${count} >> endobj\n`;
			const pdf = await opened(file(CATALOG, tree, LEAF, CONTENT, TRAILER));
			expect(await rewritten(pdf)).toContain('/Count 1\n');
		},
	);
});

describe('streams whose length does not stand beside them', () => {
	const tricky = `BT /F 20 Tf 20 100 Td (endstream) Tj ET % endstream\n`;
	const lines = [['endstream']];

	it('are as long as a later object says', async () => {
		const later = content(tricky, '9 0 R').replace(
			'endstream endobj',
			'endstream endobj\n9 0 obj ' + tricky.length + ' endobj',
		);
		const all = file(
			CATALOG,
			TREE,
			LEAF,
			content(tricky, '9 0 R'),
			`9 0 obj\n${tricky.length}\nendobj\n`,
			TRAILER,
		);
		expect(await readBack(all)).toEqual(lines);
		expect(await readBack(file(CATALOG, TREE, LEAF, later, TRAILER))).toEqual(lines);
	});

	it.each(['9 0 R', '7', '-5', '99999999', '(x)'])(
		'are not cut at the word in their data (length %s)',
		async (length) => {
			expect(await readBack(file(CATALOG, TREE, LEAF, content(tricky, length), TRAILER))).toEqual(
				lines,
			);
		},
	);

	it('do not believe an object that says something wrong', async () => {
		const wrong = file(
			CATALOG,
			TREE,
			LEAF,
			content(tricky, '9 0 R'),
			'9 0 obj 12 endobj\n',
			TRAILER,
		);
		expect(await readBack(wrong)).toEqual(lines);
	});
});

describe('of several objects with one number', () => {
	it('the last counts, whatever its generation, and it alone is written', async () => {
		const old = content(DRAWING.replace('page 1', 'old'));
		const renewed = CONTENT.replace('4 0 obj', '4 1 obj');
		const pdf = await opened(
			file(CATALOG, TREE, LEAF.replace('4 0 R', '4 1 R'), old, renewed, TRAILER),
		);
		const written = await rewritten(pdf);
		expect(written.match(/^4 \d obj/gm)).toEqual(['4 0 obj']);
		expect(await linesOf(Buffer.from(written, 'latin1'))).toEqual([['page 1']]);
	});

	it('one in an object stream gives way to one that stands behind it', async () => {
		const inside = `4 0 << /Length 0 >>`;
		const stream = `9 0 obj << /Type /ObjStm /N 1 /First 4 /Length ${inside.length} >>\nstream\n${inside}\nendstream endobj\n`;
		expect(await readBack(file(CATALOG, TREE, LEAF, stream, CONTENT, TRAILER))).toEqual([
			['page 1'],
		]);
		expect(await readBack(file(CATALOG, TREE, LEAF, CONTENT, stream, TRAILER))).toEqual([['']]);
	});

	it('every entry of the new table points at its object, and the size is one more than the highest', async () => {
		const spare = '4000 0 obj null endobj 5 0 obj (a) endobj 5 3 obj (b) endobj ';
		const pdf = await opened(file(CATALOG, TREE, LEAF, CONTENT, spare, TRAILER));
		const { bytes } = await createSearchablePdf(pdf, [], { keep: null, highlight: false });
		const text = Buffer.from(bytes).toString('latin1');
		expect(text).toContain('/Size 4001');
		const table = text.slice(text.lastIndexOf('\nxref\n'));
		for (const [, first, count, entries] of table.matchAll(
			/(\d+) (\d+)\n((?:\d{10} \d{5} [nf] \n)+)/g,
		)) {
			const offsets = entries
				.split('\n')
				.slice(0, Number(count))
				.map((entry) => Number(entry.slice(0, 10)));
			offsets.forEach((offset, index) => {
				const number = Number(first) + index;
				if (number > 0) expect(text.slice(offset)).toMatch(new RegExp(`^${number} 0 obj`));
			});
		}
	});
});
