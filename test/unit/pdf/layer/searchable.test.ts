import { createCanvas } from '@napi-rs/canvas';
import {
	PDFArray,
	PDFDict,
	PDFDocument,
	PDFName,
	PDFRawStream,
	PDFString,
	type PDFPage,
	type PDFRef,
} from 'pdf-lib';

import {
	brokenPages,
	createSearchablePdf,
	openPdf,
	type SearchableOptions,
	type SearchablePage,
} from '../../../../nodes/ClovaOcr/pdf/pdf';
import type { Point } from '../../../../nodes/ClovaOcr/shared/geometry';
import { numberedPdf, numbersOn, scanPdf } from '../../../support/pdf/documents';
import { layOut, SCRIPTS } from '../../../support/pdf/layout';
import { opened, upTo } from '../../../support/pdf/open';
import { closePdfjs, difference, seePdf, type SeenPage } from '../../../support/pdf/pdfjs';

jest.setTimeout(60_000);
afterAll(closePdfjs);

type LayerWord = SearchablePage['lines'][number][number];

const PLAIN: SearchableOptions = { keep: null, highlight: false };

describe('text of a searchable PDF', () => {
	const A4 = { width: 1240, height: 1754 };
	const LYING = { width: 1754, height: 1240 };
	const cases = [
		{ name: 'upright', page: {}, picture: A4 },
		{ name: 'turned by 90', page: { rotate: 90 }, picture: LYING },
		{ name: 'turned by 180', page: { rotate: 180 }, picture: A4 },
		{ name: 'turned by 270', page: { rotate: 270 }, picture: LYING },
		{ name: 'turned by -90', page: { rotate: -90 }, picture: LYING },
		{ name: 'cropped', page: { cropFrom: [50, 80] as [number, number] }, picture: A4 },
		{
			name: 'cropped and turned',
			page: { cropFrom: [30, 10] as [number, number], rotate: 90 },
			picture: LYING,
		},
	];

	it.each(cases)('equals what was read, line by line: $name', async ({ page, picture }) => {
		const pdf = await opened(await scanPdf([page]));
		const { bytes } = await createSearchablePdf(pdf, [layOut(SCRIPTS, picture)], PLAIN);
		const [seen] = await seePdf(bytes);
		expect(seen.lines).toEqual(SCRIPTS);
	});

	it.each([0.3, 0.1, 0.03, 0, -0.04])(
		'parts words that are %p of their height apart',
		async (gap) => {
			const lines = ['안녕하세요 대한민국 서울 강남구', 'Words of Latin letters too'];
			const pdf = await opened(await scanPdf([{}]));
			const { bytes } = await createSearchablePdf(pdf, [layOut(lines, { ...A4, gap })], PLAIN);
			expect((await seePdf(bytes))[0].lines).toEqual(lines);
		},
	);

	it('stays on its page in a document of several', async () => {
		const pdf = await opened(await scanPdf([{}, {}, {}]));
		const pages = [1, 2, 3].map((page) => layOut([`쪽 ${page} 입니다`], { ...A4, page }));
		const { bytes } = await createSearchablePdf(pdf, pages, PLAIN);
		expect((await seePdf(bytes)).map(({ lines }) => lines)).toEqual([
			['쪽 1 입니다'],
			['쪽 2 입니다'],
			['쪽 3 입니다'],
		]);
	});
});

/** The data of every picture of a PDF, in the order of their object numbers. */
async function pictures(bytes: Uint8Array): Promise<Buffer[]> {
	const { context } = await opened(bytes);
	return context.enumerateIndirectObjects().flatMap(([, object]) => {
		if (!(object instanceof PDFRawStream)) return [];
		const isPicture = object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image');
		return isPicture ? [Buffer.from(object.contents)] : [];
	});
}

const PICTURE = { width: 1240, height: 1754 };
const GREETING = layOut(['안녕하세요 여러분'], PICTURE);

async function searchable(source: Uint8Array, options = PLAIN, words = [GREETING]) {
	return await createSearchablePdf(await opened(source), words, options);
}

describe('what a searchable PDF keeps', () => {
	it('has the page pictures byte by byte, and looks the same', async () => {
		const source = await scanPdf([{}, { rotate: 90 }]);
		const { bytes } = await searchable(source);
		expect(await pictures(bytes)).toEqual(await pictures(source));
		const [before, after] = [await seePdf(source, 0.3), await seePdf(bytes, 0.3)];
		for (const [index, { picture }] of after.entries()) {
			expect(difference(picture, before[index].picture)).toBe(0);
		}
	});

	it.each([true, false])('has bookmarks and metadata (object streams: %p)', async (packed) => {
		const document = await PDFDocument.load(await scanPdf([{}, {}]));
		document.setTitle('정기 보고');
		document.setCreationDate(new Date('2020-01-02T03:04:05Z'));
		addBookmark(document, 1);
		const source = await document.save({ useObjectStreams: packed });
		const { bytes } = await searchable(source);
		const after = await PDFDocument.load(bytes, { updateMetadata: false });
		expect(after.getTitle()).toBe('정기 보고');
		expect(after.getCreationDate()).toEqual(new Date('2020-01-02T03:04:05Z'));
		expect(after.getProducer()).toBe(document.getProducer());
		expect(bookmarkedPage(after)).toBe(1);
		expect(Buffer.from(bytes).includes('/ObjStm')).toBe(packed);
	});

	it('has text that was there, without a second layer over it', async () => {
		const source = await numberedPdf(2, { decorate: printed });
		const words = [1, 2].map((page) => layOut(['page 1'], { ...PICTURE, page }));
		const result = await searchable(source, PLAIN, words);
		expect(result.keptText).toEqual([1, 2]);
		const seen = await seePdf(result.bytes);
		expect(numbersOn(seen)).toEqual([1, 2]);
		expect(seen.map(({ lines }) => lines.length)).toEqual([6, 6]);
	});

	it('has a second layer beside text that was there, if asked for', async () => {
		const source = await numberedPdf(1, { decorate: printed });
		const words = [layOut(['읽은 글'], { ...PICTURE })];
		const result = await searchable(source, { ...PLAIN, addToText: true }, words);
		expect(result.keptText).toEqual([]);
		const [{ lines }] = await seePdf(result.bytes);
		expect(lines).toEqual(expect.arrayContaining(['읽은 글', 'page 1']));
	});

	it('has text that was there inside a form of the page', async () => {
		const inner = await PDFDocument.load(await numberedPdf(1, { decorate: printed }));
		const document = await PDFDocument.create();
		const [form] = await document.embedPdf(inner);
		document.addPage([300, 200]).drawPage(form);
		const result = await searchable(await document.save());
		expect(result.keptText).toEqual([1]);
	});

	it('gives a layer to a page whose only text is a stamp', async () => {
		const document = await PDFDocument.load(await scanPdf([{}]));
		document.getPage(0).drawText('Scanned with an invented scanner', { x: 300, y: 10, size: 8 });
		const result = await searchable(await document.save());
		expect(result.keptText).toEqual([]);
		expect((await seePdf(result.bytes))[0].lines.join(' ')).toContain('안녕하세요 여러분');
	});

	it('lays text on pages without a size, or whose parents make a circle', async () => {
		const document = await PDFDocument.load(await scanPdf([{}, {}]));
		const [first, second] = document.getPages();
		first.node.delete(PDFName.of('MediaBox'));
		const tree = document.catalog.Pages();
		tree.set(PDFName.of('Parent'), second.ref);
		second.node.delete(PDFName.of('MediaBox'));
		const pdf = await opened(await document.save());
		expect(await brokenPages(pdf, null)).toEqual([]);
		const words = [1, 2].map((page) => layOut([`쪽 ${page}`], { ...PICTURE, page }));
		const result = await createSearchablePdf(pdf, words, PLAIN);
		expect(result.withoutSize).toEqual([1, 2]);
		const seen = await seePdf(result.bytes);
		expect(seen[0]).toMatchObject({ width: 612, height: 792, lines: ['쪽 1'] });
	});

	it.each([0, 90, 180, 270])(
		'shows text that lay at %p degrees upright, if asked for',
		async (lain) => {
			const words = layOut(['안녕하세요 대한민국 서울', '옆으로 누운 글입니다'], { ...PICTURE });
			const turned = {
				...words,
				lines: words.lines.map((line) => line.map((word) => lying(word, lain))),
			};
			const sideways = lain % 180 !== 0;
			const size = sideways ? { width: PICTURE.height, height: PICTURE.width } : PICTURE;
			const page = sideways ? { width: 842, height: 595 } : {};
			const pdf = await opened(await scanPdf([page]));
			const options = { ...PLAIN, turnUpright: true };
			const { bytes } = await createSearchablePdf(pdf, [{ ...turned, ...size }], options);
			const [seen] = await seePdf(bytes);
			expect(seen).toMatchObject({ width: 595, height: 842 });
			expect(seen.lines).toEqual(['안녕하세요 대한민국 서울', '옆으로 누운 글입니다']);
			const rotation = (await PDFDocument.load(bytes)).getPage(0).getRotation().angle;
			expect(rotation).toBe((360 - lain) % 360);
		},
	);

	it('leaves a page as it is whose text runs in no clear direction', async () => {
		const words = layOut(['안녕하세요 대한민국 서울', '안녕하세요 대한민국 서울'], { ...PICTURE });
		const mixed = {
			...words,
			lines: [words.lines[0], words.lines[1].map((word) => lying(word, 90))],
		};
		const pdf = await opened(await scanPdf([{}]));
		const { bytes } = await createSearchablePdf(pdf, [mixed], { ...PLAIN, turnUpright: true });
		expect((await PDFDocument.load(bytes)).getPage(0).getRotation().angle).toBe(0);
	});

	it('gives a layer to a page whose only text is blank', async () => {
		const document = await PDFDocument.load(await scanPdf([{}]));
		document.getPage(0).drawText('   ', { x: 10, y: 10 });
		const blank = document.context.stream('BT (  ) Tj [( ) -20 <20>] TJ ET');
		document.getPage(0).node.addContentStream(document.context.register(blank));
		const result = await searchable(await document.save());
		expect(result.keptText).toEqual([]);
		expect((await seePdf(result.bytes))[0].lines.join(' ')).toContain('안녕하세요 여러분');
	});
});

/** Print of several lines, more than a stamp. */
function printed(page: PDFPage): void {
	for (let row = 0; row < 5; row++) {
		page.drawText('a line of print that says something', { x: 20, y: 80 - row * 12, size: 10 });
	}
}

/** The word as it stands on a picture that was turned clockwise by so many degrees. */
function lying(word: LayerWord, degrees: number): LayerWord {
	const { width, height } = PICTURE;
	const turn: Record<number, (point: Point) => Point> = {
		0: (point) => point,
		90: ({ x, y }) => ({ x: height - y, y: x }),
		180: ({ x, y }) => ({ x: width - x, y: height - y }),
		270: ({ x, y }) => ({ x: y, y: width - x }),
	};
	return { ...word, corners: word.corners.map(turn[degrees]) };
}

function addBookmark(document: PDFDocument, pageIndex: number): void {
	const { context } = document;
	const root = context.nextRef();
	const item = context.register(
		context.obj({
			Title: PDFString.of('Part two'),
			Parent: root,
			Dest: [document.getPage(pageIndex).ref, 'Fit'],
		}),
	);
	context.assign(root, context.obj({ Type: 'Outlines', First: item, Last: item, Count: 1 }));
	document.catalog.set(PDFName.of('Outlines'), root);
}

function bookmarkedPage(document: PDFDocument): number {
	const outlines = document.catalog.lookup(PDFName.of('Outlines'), PDFDict);
	const item = outlines.lookup(PDFName.of('First'), PDFDict);
	const target = item.lookup(PDFName.of('Dest'), PDFArray).get(0);
	return document.getPages().findIndex(({ ref }) => ref === target);
}

describe('pages that come out', () => {
	it('are the kept ones alone, with nothing of the others in the file', async () => {
		const source = await scanPdf([{}, {}, {}, {}]);
		const words = upTo(4).map((page) => layOut([`쪽 ${page}`], { ...PICTURE, page }));
		const { bytes } = await searchable(source, { keep: [2, 4], highlight: false }, words);
		expect((await seePdf(bytes)).map(({ lines }) => lines)).toEqual([['쪽 2'], ['쪽 4']]);
		expect(await pictures(bytes)).toHaveLength(2);
		expect(bytes.length).toBeLessThan(source.length * 0.7);
		expect(await openPdf(bytes)).toMatchObject({ kind: 'ok', pageCount: 2, missingPages: 0 });
	});

	it('come out of a deep page tree with what they inherit', async () => {
		const document = await PDFDocument.load(await numberedPdf(4));
		const { context } = document;
		const [a, b, c, d] = document.getPages().map(({ ref }) => ref);
		const root = document.catalog.get(PDFName.of('Pages'));
		const branch = (kids: PDFRef[], rotate: number) =>
			context.register(
				context.obj({ Type: 'Pages', Kids: kids, Count: 2, Parent: root, Rotate: rotate }),
			);
		const branches = [branch([a, b], 0), branch([c, d], 90)];
		document.getPages().forEach(({ node }, index) => node.setParent(branches[index >> 1]));
		document.catalog.Pages().set(PDFName.of('Kids'), context.obj(branches));
		const { bytes } = await searchable(await document.save(), { keep: [3], highlight: false }, []);
		const seen = await seePdf(bytes);
		expect(numbersOn(seen)).toEqual([3]);
		expect(seen[0]).toMatchObject({ width: 200, height: 300 });
	});
});

describe('the layer', () => {
	it.each([
		['leaves a transformation behind', 'q 2 0 0 2 100 100 cm q'],
		['restores more than it saved', 'q Q Q Q 2 0 0 2 50 50 cm'],
		['hides unfinished states in strings and pictures', '(q q) <71> BI /W 1 ID q q EI'],
	])('and the boxes are not moved by a page that %s', async (_, content) => {
		const document = await PDFDocument.load(await scanPdf([{}]));
		const seen: SeenPage[] = [];
		for (const each of ['', content]) {
			const stream = document.context.register(document.context.stream(each));
			document.getPage(0).node.set(PDFName.of('Contents'), stream);
			const source = await document.save();
			const { bytes } = await searchable(source, { keep: null, highlight: true });
			seen.push(...(await seePdf(bytes, 0.5)));
		}
		const [expected, page] = seen;
		expect(page.lines).toEqual(['안녕하세요 여러분']);
		expect(difference(page.picture, expected.picture)).toBe(0);
	});

	it('shares one font among pages that share their resources', async () => {
		const document = await PDFDocument.load(await scanPdf([{}, {}, {}]));
		const shared = document.context.register(document.context.obj({}));
		for (const page of document.getPages()) page.node.set(PDFName.of('Resources'), shared);
		const words = upTo(3).map((page) => layOut([`쪽 ${page}`], { ...PICTURE, page }));
		const { bytes } = await searchable(await document.save(), PLAIN, words);
		const fonts = (await opened(bytes)).pages[0].node.Resources()?.lookup(PDFName.of('Font'));
		expect(fonts instanceof PDFDict ? fonts.keys() : []).toHaveLength(1);
		expect((await seePdf(bytes)).map(({ lines }) => lines[0])).toEqual(['쪽 1', '쪽 2', '쪽 3']);
	});

	it('leaves out what cannot be shown or placed, and nothing else', async () => {
		const words = layOut(['a\u0000b\u0007 c\ud800d e'], PICTURE);
		words.lines[0].push({ text: 'nowhere', corners: [], confidence: 1 });
		words.lines.push([{ text: '', corners: words.lines[0][0].corners, confidence: 1 }]);
		const { bytes } = await searchable(await scanPdf([{}]), PLAIN, [words]);
		expect((await seePdf(bytes))[0].lines).toEqual(['ab cd e']);
	});

	it('is laid over a page whose own content is damaged', async () => {
		const document = await PDFDocument.load(await scanPdf([{}]));
		const broken = document.context.stream(Buffer.from('789c no deflated data'), {
			Filter: 'FlateDecode',
		});
		document.getPage(0).node.set(PDFName.of('Contents'), document.context.register(broken));
		const { bytes } = await searchable(await document.save(), { keep: null, highlight: true });
		expect((await seePdf(bytes))[0].lines).toEqual(['안녕하세요 여러분']);
	});

	it('adds nothing at all where there is nothing to add', async () => {
		const source = await scanPdf([{}]);
		const empty = { page: 1, width: 100, height: 100, lines: [] };
		const { bytes } = await searchable(source, PLAIN, [empty]);
		expect(Buffer.from(bytes).includes('/Type0')).toBe(false);
	});

	it('takes a page of unknown size for one pixel a point, unless words lie outside', async () => {
		const source = await scanPdf([{}]);
		const points = {
			...layOut(['안녕하세요 여러분'], { width: 595, height: 842, size: 14 }),
			width: null,
		};
		const placed = await searchable(source, PLAIN, [points]);
		expect(placed.notPlaced).toEqual([]);
		expect((await seePdf(placed.bytes))[0].lines).toEqual(['안녕하세요 여러분']);
		const pixels = {
			...layOut(['가 나 다 라 마 바 사 아 자 차 카 타'], { width: 4000, height: 6000, size: 80 }),
			height: null,
		};
		expect((await searchable(source, PLAIN, [pixels])).notPlaced).toEqual([1]);
	});

	it('follows a service that renders a page uncropped or unturned', async () => {
		const uncropped = layOut(['안녕하세요 여러분'], { width: 795, height: 1042, left: 0.3 });
		const cropped = await scanPdf([{ cropFrom: [100, 100] }]);
		const turned = await scanPdf([{ rotate: 90 }]);
		for (const [source, words] of [
			[cropped, uncropped],
			[turned, layOut(['안녕하세요 여러분'], { width: 595, height: 842, left: 0.3 })],
		] as const) {
			const { bytes } = await searchable(source, PLAIN, [words]);
			expect((await seePdf(bytes))[0].lines).toEqual(['안녕하세요 여러분']);
		}
	});
});

describe('highlighting', () => {
	it('paints green, amber, red and grey by confidence, and nothing when off', async () => {
		const confidences = [0.99, 0.8, 0.3, null];
		const words = layOut(['가나다라 가나다라 가나다라 가나다라'], { ...PICTURE, size: 60 });
		words.lines[0].forEach((word, index) => (word.confidence = confidences[index]));
		const source = await scanPdf([{ picture: blankJpeg() }]);
		const plain = await seePdf((await searchable(source, PLAIN, [words])).bytes, 1);
		const marked = await seePdf(
			(await searchable(source, { keep: null, highlight: true }, [words])).bytes,
			1,
		);
		expect(difference(plain[0].picture, (await seePdf(source, 1))[0].picture)).toBe(0);
		const colors = words.lines[0].map(({ corners }) => colorAt(marked[0], corners));
		const [green, amber, red, grey] = colors;
		expect(green.g).toBeGreaterThan(Math.max(green.r, green.b) + 10);
		expect(Math.min(amber.r, amber.g)).toBeGreaterThan(amber.b + 20);
		expect(amber.r).toBeGreaterThan(amber.g);
		expect(red.r).toBeGreaterThan(Math.max(red.g, red.b) + 20);
		expect(Math.max(grey.r, grey.g, grey.b) - Math.min(grey.r, grey.g, grey.b)).toBeLessThan(6);
		expect(grey.r).toBeLessThan(245);
		expect(marked[0].lines).toEqual(['가나다라 가나다라 가나다라 가나다라']);
	});
});

function blankJpeg(): Buffer {
	const canvas = createCanvas(60, 80);
	const brush = canvas.getContext('2d');
	brush.fillStyle = '#fff';
	brush.fillRect(0, 0, 60, 80);
	return canvas.toBuffer('image/jpeg', 95);
}

/** The colour in the middle of a word; the page is drawn with one pixel a point. */
function colorAt({ picture }: SeenPage, corners: Array<{ x: number; y: number }>) {
	if (!picture) throw new Error('The page was not drawn');
	const scale = picture.width / PICTURE.width;
	const x = Math.round(((corners[0].x + corners[2].x) / 2) * scale);
	const y = Math.round(((corners[0].y + corners[2].y) / 2) * scale);
	const [r, g, b] = picture.pixels.subarray((y * picture.width + x) * 4);
	return { r, g, b };
}
