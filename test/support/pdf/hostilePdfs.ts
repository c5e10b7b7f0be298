import { deflateSync } from '../node';

/** A file that was made to hurt, and what may become of it. */
export interface HostilePdf {
	name: string;
	bytes: Buffer;
	/** What opening it has to say, where only one thing is right. */
	kind?: string;
}

type Body = string | Buffer;

/** A file of objects, in the order of their numbers, with a trailer. */
function pdf(objects: Body[], trailer = '<< /Root 1 0 R >>', behind: Body = ''): Buffer {
	const parts: Body[] = ['%PDF-1.7\n'];
	for (const [index, object] of objects.entries()) {
		parts.push(`${index + 1} 0 obj\n`, object, '\nendobj\n');
	}
	parts.push(behind, `trailer ${trailer}\nstartxref\n0\n%%EOF\n`);
	return join(parts);
}

function join(parts: Body[]): Buffer {
	return Buffer.concat(
		parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
	);
}

function stream(members: string, data: Body): Buffer {
	const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
	return join([`<< ${members} /Length ${bytes.length} >>\nstream\n`, bytes, '\nendstream']);
}

function flate(data: Body, members = ''): Buffer {
	return stream(`/Filter /FlateDecode ${members}`, deflated(data));
}

function deflated(data: Body): Buffer {
	return deflateSync(typeof data === 'string' ? Buffer.from(data, 'latin1') : data, { level: 6 });
}

/** Objects of a stream, numbered from `first` on. */
function packed(values: string[], first: number, count = values.length): Buffer {
	let offset = 0;
	const pairs = values.map((value, index) => {
		const pair = `${first + index} ${offset}`;
		offset += value.length + 1;
		return pair;
	});
	const head = `${pairs.join(' ')} `;
	return flate(head + values.join(' '), `/Type /ObjStm /N ${count} /First ${head.length}`);
}

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const ONE_PAGE = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';

function page(members = ''): string {
	return `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] ${members} >>`;
}

/** A document of one page whose further objects (from number 4 on) are the attack. */
function onePage(members: string, objects: Body[], behind: Body = ''): Buffer {
	return pdf([CATALOG, ONE_PAGE, page(members), ...objects], undefined, behind);
}

function zeros(megabytes: number): Buffer {
	return Buffer.alloc(megabytes * 1024 * 1024);
}

/** A page tree in which every node has the node below twice. */
function sharedTree(levels: number): Buffer {
	const nodes = Array.from({ length: levels }, (_, level) => {
		const below = `${level + 3} 0 R`;
		return `<< /Type /Pages /Kids [${below} ${below}] /Count 2 >>`;
	});
	return pdf([CATALOG, ...nodes, '<< /Type /Page /MediaBox [0 0 9 9] >>']);
}

function chainedTree(levels: number): Buffer {
	const nodes = Array.from(
		{ length: levels },
		(_, level) => `<< /Type /Pages /Kids [${level + 3} 0 R] /Count 1 >>`,
	);
	return pdf([CATALOG, ...nodes, '<< /Type /Page /MediaBox [0 0 9 9] >>']);
}

function crossReferences(members: string, data: Body): Buffer {
	return flate(data, `/Type /XRef /Root 1 0 R /W [1 4 2] ${members}`);
}

function encrypted(members: string, objects: Body[] = []): Buffer {
	return pdf(
		[CATALOG, ONE_PAGE, page(), ...objects],
		`<< /Root 1 0 R /ID [<00> <00>] /Encrypt << ${members} >> >>`,
	);
}

/** Whole numbers that look random and are the same in every run (Park and Miller). */
function generator(seed: number): () => number {
	let state = (seed * 7919) % 2147483647 || 1;
	return () => (state = (state * 48271) % 2147483647);
}

function times(count: number, make: (index: number) => string): string {
	return Array.from({ length: count }, (_, index) => make(index)).join('');
}

/** Strings of the given length that deflate hardly at all. */
function noise(draw: () => number, length: number): Buffer {
	return Buffer.from(Array.from({ length }, () => draw() & 0xff));
}

const TWICE = '/Filter [/FlateDecode /FlateDecode]';

const TREES: Record<string, [Buffer, string?]> = {
	'a tree that shares its nodes, 18 levels': [sharedTree(18), 'damaged'],
	'a tree that shares its nodes, 30 levels': [sharedTree(30), 'damaged'],
	'a tree of 2,000 levels': [chainedTree(2000), 'tooComplex'],
	'one page that stands 20,000 times in the tree': [
		pdf([
			CATALOG,
			`<< /Type /Pages /Kids [${times(20_000, () => '3 0 R ')}] /Count 20000 >>`,
			page(),
		]),
		'tooComplex',
	],
	'a tree whose root is its own kid': [
		pdf([CATALOG, '<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>', page()]),
		'damaged',
	],
	'a tree that leads back over two nodes': [
		pdf([
			CATALOG,
			'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
			'<< /Type /Pages /Kids [2 0 R] /Count 1 >>',
		]),
		'damaged',
	],
	'a page that is its own parent and inherits': [
		pdf([CATALOG, ONE_PAGE, '<< /Type /Page /Parent 3 0 R /MediaBox [0 0 9 9] >>']),
		'ok',
	],
	'a root with a parent that is a page': [
		pdf([
			CATALOG,
			'<< /Type /Pages /Parent 3 0 R /Kids [3 0 R] /Count 1 >>',
			'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
		]),
		'ok',
	],
	'a count of a thousand billion pages': [
		pdf([CATALOG, '<< /Type /Pages /Kids [3 0 R] /Count 1000000000000 >>', page()]),
		'ok',
	],
	'kids that are 90,000 references to nothing': [
		pdf([
			CATALOG,
			`<< /Type /Pages /Kids [3 0 R ${times(90_000, () => '9 0 R ')}] /Count 1 >>`,
			page(),
		]),
		'ok',
	],
	'30,000 loose pages and no tree': [
		pdf(
			Array.from({ length: 30_000 }, () => '<< /Type /Page >>'),
			'<< >>',
		),
		'tooComplex',
	],
};

const CROSS_REFERENCES: Record<string, [Buffer, string?]> = {
	'an index of a billion entries': [
		onePage('', [crossReferences('/Size 9 /Index [0 1000000000]', zeros(0))]),
		'ok',
	],
	'a million entries': [onePage('', [crossReferences('/Size 1000000', zeros(8))]), 'ok'],
	'an index of 90,000 ranges': [
		onePage('', [crossReferences(`/Size 9 /Index [${times(90_000, () => '0 9 ')}]`, '')]),
		'ok',
	],
	'a table of 100,000 entries without an end': [
		onePage('', [], `xref\n0 100000\n${times(100_000, () => '0000000016 00000 n \n')}`),
		'ok',
	],
	'50,000 trailers without a dictionary': [
		onePage(
			'',
			[],
			times(50_000, () => 'trailer '),
		),
		'ok',
	],
	'50,000 starts of tables': [
		onePage(
			'',
			[],
			times(50_000, () => 'startxref xref '),
		),
		'ok',
	],
};

const BOMBS: Record<string, [Buffer, string?]> = {
	'content deflated twice': [
		onePage('/Contents 4 0 R', [stream(TWICE, deflated(deflated(zeros(40))))]),
		'ok',
	],
	'content of blanks that 3,000 references share': [
		onePage(`/Contents [${times(3000, () => '4 0 R ')}]`, [flate(Buffer.alloc(8_000_000, ' '))]),
		'ok',
	],
	'content that 90,000 references share': [
		onePage(`/Contents [${times(90_000, () => '4 0 R ')}]`, [flate('q Q')]),
		'ok',
	],
	'an object stream deflated twice': [
		onePage('', [stream(`/Type /ObjStm /N 9 /First 9 ${TWICE}`, deflated(deflated(zeros(40))))]),
		'tooComplex',
	],
	'an object stream deflated once': [
		onePage('', [flate(zeros(16), '/Type /ObjStm /N 9 /First 9')]),
		'tooComplex',
	],
	'an object stream of a false check sum': [
		onePage('', [
			stream(
				'/Type /ObjStm /N 9 /First 9 /Filter /FlateDecode',
				deflated(zeros(16)).subarray(0, -4),
			),
		]),
		'tooComplex',
	],
	'an object stream of runs': [
		onePage('', [
			stream(
				'/Type /ObjStm /N 9 /First 9 /Filter [/FlateDecode /RunLengthDecode]',
				deflated(Buffer.alloc(4e6, 0x81)),
			),
		]),
		'tooComplex',
	],
	'an object stream of zeros in base 85': [
		onePage('', [
			stream(
				'/Type /ObjStm /N 9 /First 9 /Filter [/FlateDecode /ASCII85Decode]',
				deflated(Buffer.alloc(4e6, 'z')),
			),
		]),
		'tooComplex',
	],
	'an object stream of LZW that only clears': [
		onePage('', [
			stream(
				'/Type /ObjStm /N 9 /First 9 /Filter [/FlateDecode /LZWDecode]',
				deflated(Buffer.alloc(4e6, 0x80)),
			),
		]),
	],
	'content under a hundred filters': [
		onePage('/Contents 4 0 R', [
			stream(`/Filter [${times(100, () => '/AHx ')}]`, 'ab'.repeat(999)),
		]),
		'ok',
	],
	'content under 90,000 filters': [
		onePage('/Contents 4 0 R', [stream(`/Filter [${times(90_000, () => '/Fl ')}]`, 'ab')]),
		'ok',
	],
	'rows of a billion bytes': [
		onePage('', [
			flate(
				'5 0 null',
				'/Type /ObjStm /N 1 /First 4 /DecodeParms << /Predictor 12 /Columns 1000000000 >>',
			),
		]),
		'ok',
	],
};

const OBJECTS: Record<string, [Buffer, string?]> = {
	'arrays inside arrays, 100,000 deep': [onePage('', ['['.repeat(100_000)]), 'tooComplex'],
	'dictionaries inside dictionaries, 50,000 deep': [
		onePage('', ['<</A '.repeat(50_000)]),
		'tooComplex',
	],
	'900,000 zeros in one array': [onePage('', [packed([`[${'0 '.repeat(900_000)}]`], 9, 1)])],
	'half a million zeros in small arrays': [
		onePage('', [
			packed(
				Array.from({ length: 5000 }, () => `[${'0 '.repeat(100)}]`),
				9,
			),
		]),
	],
	'zeros in 20 arrays that stand in the same place': [
		onePage('', [
			flate(
				`${times(20, (index) => `${index + 9} 0 `)}[${'0 '.repeat(190_000)}]`,
				'/Type /ObjStm /N 20 /First 101',
			),
		]),
	],
	'300,000 names': [
		onePage('', [packed([`[${times(300_000, (index) => `/${index.toString(36)}`)}]`], 9)]),
	],
	'90,000 references': [
		onePage('', [packed([`[${times(90_000, (index) => `${index + 9} 0 R `)}]`], 9)]),
	],
	'more than half a million objects': [
		onePage('', [
			flate(
				times(520_000, (index) => `${index + 9} 0 `),
				'/Type /ObjStm /N 520000 /First 9',
			),
			noise(generator(5), 90_000),
		]),
		'tooComplex',
	],
	'an object stream that says it has a billion objects': [
		onePage('', [packed(['null'], 9, 1_000_000_000)]),
		'ok',
	],
	'an object stream that begins before its data': [
		onePage('', [flate('9 0 10 5 null true', '/Type /ObjStm /N 2 /First -100')]),
		'ok',
	],
	'the same object 60,000 times without an end': [
		onePage(
			'',
			[],
			times(60_000, () => '9 0 obj << '),
		),
		'ok',
	],
	'references that run in a circle': [
		onePage('/Contents 4 0 R', ['5 0 R', '6 0 R', '4 0 R']),
		'ok',
	],
	'an object of the highest number there is': [
		onePage('', [], '4294967295 0 obj null endobj 9999999999 65535 obj null endobj '),
		'ok',
	],
	'a number of 400,000 digits': [onePage(`/UserUnit ${'9'.repeat(400_000)}`, []), 'ok'],
	'a name of 400,000 bytes': [onePage(`/${'#41'.repeat(130_000)} 1`, []), 'ok'],
	'a dictionary of 60,000 empty names': [onePage('', [`<< ${'/ '.repeat(60_000)} >>`]), 'ok'],
	'a page whose members are of the wrong kind': [
		pdf([
			CATALOG,
			ONE_PAGE,
			'<< /Type /Page /MediaBox [0 0 -1e99 99] /CropBox (y) /Rotate (x) /Resources 7 >>',
		]),
		'ok',
	],
};

const BROKEN: Record<string, [Buffer, string?]> = {
	'40,000 streams without an end': [
		onePage(
			'',
			[],
			times(40_000, () => '<< >>\nstream\n'),
		),
		'ok',
	],
	'20,000 objects that are streams without an end': [
		onePage(
			'',
			[],
			times(20_000, (index) => `${index + 9} 0 obj << >>\nstream\n`),
		),
		'ok',
	],
	'20,000 streams whose lengths stand at the end': [
		onePage(
			'',
			[],
			times(
				10_000,
				(index) => `${index + 9} 0 obj << /Length ${index + 20_000} 0 R >>\nstream\nab\nendstream `,
			) + times(10_000, (index) => `${index + 20_000} 0 obj 3 endobj `),
		),
		'ok',
	],
	'a stream whose length is itself': [
		onePage('/Contents 4 0 R', ['<< /Length 4 0 R >>\nstream\nq Q\nendstream']),
		'ok',
	],
	'strings without an end': [
		onePage(
			'',
			[],
			times(20_000, (index) => `${index + 9} 0 obj (`),
		),
	],
	'hexadecimal strings without an end': [
		onePage(
			'',
			[],
			times(20_000, (index) => `${index + 9} 0 obj <`),
		),
	],
	'two megabytes of blanks inside an object': [
		onePage('', [`<< /A ${' '.repeat(2_000_000)} 1 >>`]),
		'ok',
	],
	'comments that never end': [onePage('', [], `${'%'.repeat(1_000_000)} 9 0 obj`), undefined],
	'brackets that close nothing': [onePage('', [], `9 0 obj ${']>>'.repeat(100_000)}`), 'ok'],
	'noise behind a header': [join(['%PDF-1.7\n', noise(generator(1), 400_000)]), 'damaged'],
	'digits that are no objects': [onePage('', [], '1 0 '.repeat(150_000)), 'ok'],
};

const PROTECTED: Record<string, [Buffer, string?]> = {
	'a protection without a word on its keys': [
		encrypted('/Filter /Standard /V 5 /R 6'),
		'encrypted',
	],
	'a protection of an unknown kind': [encrypted('/Filter /Secret /V 99'), 'protected'],
	'a protection that names itself as its filter': [
		encrypted('/Filter /Standard /V 4 /R 4 /CF << /StdCF 9 0 R >> /StmF /StdCF /StrF /StdCF'),
		'encrypted',
	],
	'a protection with keys of a gigabyte': [
		encrypted('/Filter /Standard /V 2 /R 3 /Length 8000000000 /O <00> /U <00> /P 1e99'),
		'encrypted',
	],
};

const DRAWING: Record<string, [Buffer, string?]> = {
	'a form that draws itself': [
		onePage('/Contents 5 0 R /Resources << /XObject << /A 4 0 R /B 4 0 R >> >>', [
			stream('/Type /XObject /Subtype /Form /Resources << /XObject << /A 4 0 R >> >>', '/A Do'),
			stream('', '/A Do /B Do'),
		]),
		'ok',
	],
	'20,000 pictures on one page': [
		onePage(
			`/Contents 4 0 R /Resources << /XObject << ${times(20_000, (index) => `/X${index} 5 0 R `)} >> >>`,
			[stream('', '/X1 Do'), stream('/Type /XObject /Subtype /Image', 'x')],
		),
		'ok',
	],
	'100,000 saved states': [onePage('/Contents 4 0 R', [flate('q '.repeat(100_000))]), 'ok'],
	'an inline picture without an end': [
		onePage('/Contents 4 0 R', [flate(`BI ID ${' EI'.repeat(3)}${'x'.repeat(4e6)}`)]),
		'ok',
	],
	'a string without an end in the content': [
		onePage('/Contents 4 0 R', [flate('('.repeat(4e6))]),
		'ok',
	],
	'annotations whose parents run in a circle': [
		onePage('/Annots [4 0 R 4 0 R 3 0 R 2 0 R]', [
			'<< /Subtype /Widget /Parent 5 0 R >>',
			'<< /Parent 4 0 R >>',
		]),
		'ok',
	],
};

/** All hostile files, the same in every run. */
export function hostilePdfs(): HostilePdf[] {
	const groups = {
		...TREES,
		...CROSS_REFERENCES,
		...BOMBS,
		...OBJECTS,
		...BROKEN,
		...PROTECTED,
		...DRAWING,
	};
	return Object.entries(groups).map(([name, [bytes, kind]]) => ({ name, bytes, kind }));
}
