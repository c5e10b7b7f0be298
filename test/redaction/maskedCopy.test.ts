import { createCanvas, loadImage } from '@napi-rs/canvas';
import { PDFDocument } from 'pdf-lib';

import type { JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { startSimulator, type Simulator } from '../simulator';
import { sampleFont } from '../support/fonts';
import { execFile, fsp, nodeProcess, os, path, promisify } from '../support/node';
import { readBinary } from '../support/n8n';
import { jsonOf, parametersFor, runOcr } from '../support/ocrRun';
import { withOrientation } from '../support/tinyPictures';

/**
 * 200 generated pages of every kind of picture, masked by the places of their words and then read for
 * real: needs cjpeg (package libjpeg-turbo-progs) and ImageMagick. PAGES sets another number. That the
 * digits in front of a bar stay is tested elsewhere: the recogniser here stumbles over bars beside text.
 */
const PAGES = Number(nodeProcess.env.PAGES ?? 200);

const run = promisify(execFile);

interface Truth {
	hidden: string;
	name: string;
	phone: string;
}

interface Made {
	truth: Truth[];
	fileName: string;
	bytes: Buffer;
	/** Quarters clockwise that the text is turned by, and the size that the answer tells. */
	turn: number;
	told: { width: number; height: number };
}

let simulator: Simulator;
let folder: string;

beforeAll(async () => {
	simulator = await startSimulator();
	folder = await fsp.mkdtemp(path.join(os.tmpdir(), 'masked-'));
});

afterAll(async () => {
	await simulator.close();
	await fsp.rm(folder, { recursive: true, force: true });
});

/** A number that is new for every page, without zeros and ones, as which bars may be read. */
function truthOf(page: number): Truth {
	const digits = Array.from({ length: 7 }, (_, at) => 2 + ((page * 31 + at * at * 7 + at) % 8));
	return { hidden: digits.join(''), name: '홍길동', phone: `02-555-${String(1000 + page)}` };
}

const WIDTH = 820;
const HEIGHT = 420;
const FONT = sampleFont(36);

function linesOf({ hidden, name, phone }: Truth): string[] {
	return ['회원 가입 신청서', `주민등록번호 900101-${hidden}`, `성명 ${name}`, `전화 ${phone}`];
}

/** @param turn quarters clockwise that the text is turned by within the picture */
function drawn(truth: Truth, turn: number) {
	const [width, height] = turn % 2 === 0 ? [WIDTH, HEIGHT] : [HEIGHT, WIDTH];
	const canvas = createCanvas(width, height);
	const context = canvas.getContext('2d');
	context.fillStyle = '#fdfdf8';
	context.fillRect(0, 0, width, height);
	context.translate(width / 2, height / 2);
	context.rotate((turn * Math.PI) / 2);
	context.translate(-WIDTH / 2, -HEIGHT / 2);
	context.fillStyle = '#131313';
	context.font = FONT;
	linesOf(truth).forEach((line, index) => context.fillText(line, 50, 80 + index * 90));
	return canvas;
}

/** What General answers to such a page: its words where they were drawn. */
function answerTo(truth: Truth, { turn, told }: Made, pageIndex: number): JsonObject {
	const context = createCanvas(1, 1).getContext('2d');
	context.font = FONT;
	const scale = told.width / (turn % 2 === 0 ? WIDTH : HEIGHT);
	const turned = (x: number, y: number): JsonObject => {
		const places = [
			[x, y],
			[HEIGHT - y, x],
			[WIDTH - x, HEIGHT - y],
			[y, WIDTH - x],
		];
		const [right, down] = places[turn];
		return { x: right * scale, y: down * scale };
	};
	const fields = linesOf(truth).flatMap((line, index) => {
		const words = line.split(' ');
		return words.map((inferText, at) => {
			const before = words
				.slice(0, at)
				.map((word) => `${word} `)
				.join('');
			const left = 50 + context.measureText(before).width;
			const right = left + context.measureText(inferText).width;
			const [top, bottom] = [80 + index * 90 - 30, 80 + index * 90 + 6];
			const vertices = [
				turned(left, top),
				turned(right, top),
				turned(right, bottom),
				turned(left, bottom),
			];
			const lineBreak = at === words.length - 1;
			return { inferText, inferConfidence: 0.99, lineBreak, boundingPoly: { vertices } };
		});
	});
	const convertedImageInfo = { ...told, pageIndex, longImage: false };
	return { inferResult: 'SUCCESS', message: 'SUCCESS', fields, convertedImageInfo };
}

async function converted(
	canvas: ReturnType<typeof drawn>,
	tool: string,
	args: string[],
	to: string,
) {
	const png = path.join(folder, 'page.png');
	const ppm = path.join(folder, 'page.ppm');
	const target = path.join(folder, `page.${to}`);
	await fsp.writeFile(png, canvas.toBuffer('image/png'));
	if (tool === 'convert') await run('convert', [png, ...args, target]);
	else {
		await run('convert', [png, ppm]);
		await run('cjpeg', [...args, '-outfile', target, ppm]);
	}
	return await fsp.readFile(target);
}

const SIZE = { width: WIDTH, height: HEIGHT };

type Kind = (page: number) => Promise<Made>;

const picture =
	(tool: string, args: string[], to: 'jpg' | 'png', turn = 0, exif = 1): Kind =>
	async (page) => {
		const truth = truthOf(page);
		const bytes = await converted(drawn(truth, turn), tool, args, to);
		const file = exif === 1 ? bytes : withOrientation(bytes, exif);
		const told = turn % 2 === 0 ? SIZE : { width: HEIGHT, height: WIDTH };
		return { truth: [truth], fileName: `page.${to}`, bytes: file, turn, told };
	};

/** Stored as each EXIF orientation wants it, so that it is shown upright. */
const photo =
	(exif: number): Kind =>
	async (page) => {
		const truth = truthOf(page);
		const back = [
			'',
			'',
			'-flop',
			'-rotate 180',
			'-flip',
			'-transpose',
			'-rotate 270',
			'-transverse',
			'-rotate 90',
		];
		const args = [...back[exif].split(' ').filter((word) => word !== ''), '-quality', '85'];
		const bytes = await converted(drawn(truth, 0), 'convert', args, 'jpg');
		return {
			truth: [truth],
			fileName: 'photo.jpg',
			bytes: withOrientation(bytes, exif),
			turn: 0,
			told: SIZE,
		};
	};

const scan =
	(pages: number): Kind =>
	async (page) => {
		const pdf = await PDFDocument.create();
		const truth = Array.from({ length: pages }, (_, index) => truthOf(page * 40 + index));
		for (const each of truth) {
			const jpeg = await pdf.embedJpg(new Uint8Array(drawn(each, 0).toBuffer('image/jpeg')));
			pdf.addPage([410, 210]).drawImage(jpeg, { x: 0, y: 0, width: 410, height: 210 });
		}
		const told = { width: 410, height: 210 };
		return { truth, fileName: 'scan.pdf', bytes: Buffer.from(await pdf.save()), turn: 0, told };
	};

const KINDS: Record<string, Kind> = {
	'4:2:0': picture('cjpeg', ['-quality', '80'], 'jpg'),
	'4:2:2': picture('cjpeg', ['-sample', '2x1'], 'jpg'),
	'4:4:4': picture('cjpeg', ['-sample', '1x1'], 'jpg'),
	progressive: picture('cjpeg', ['-progressive'], 'jpg'),
	'restart markers': picture('cjpeg', ['-restart', '1'], 'jpg'),
	grey: picture('cjpeg', ['-grayscale'], 'jpg'),
	CMYK: picture('convert', ['-colorspace', 'CMYK'], 'jpg'),
	'turned by 90': picture('cjpeg', [], 'jpg', 1),
	'turned by 180': picture('cjpeg', [], 'jpg', 2),
	'turned by 270': picture('cjpeg', ['-progressive'], 'jpg', 3),
	...Object.fromEntries([2, 3, 4, 5, 6, 7, 8].map((exif) => [`EXIF ${exif}`, photo(exif)])),
	'16-bit PNG': picture('convert', ['-depth', '16', '-define', 'png:bit-depth=16'], 'png'),
	'palette PNG': picture('convert', ['-colors', '8', '-define', 'png:color-type=3'], 'png'),
	'interlaced PNG': picture('convert', ['-interlace', 'PNG'], 'png', 1),
	'PDF of 1 page': scan(1),
	'PDF of 30 pages': scan(30),
};

const digits = (text: unknown) => String(text ?? '').replace(/[^\d]/g, '');

describe.each(Object.entries(KINDS))('masked copies of %s', (name, make) => {
	const each = Math.max(1, Math.ceil(PAGES / Object.keys(KINDS).length));
	const pages = name === 'PDF of 30 pages' ? 1 : each;

	it('show no hidden digit to a recogniser, and the other lines as before', async () => {
		let dropped = 0;
		for (let page = 1; page <= pages; page++) {
			const made = await make(page);
			const copy = await maskedCopy(made);
			const upright = await turnedBack(copy, made);
			const texts = await textsIn(upright, made.fileName);
			expect(texts).toHaveLength(made.truth.length);
			for (const [index, truth] of made.truth.entries()) {
				const { hidden, phone } = truth;
				expect(digits(texts[index])).not.toContain(hidden.slice(0, 4));
				expect(digits(texts[index])).not.toContain(hidden.slice(-4));
				expect(texts[index]).not.toContain('길동');
				expect(texts[index]).toContain('신청서');
				if (digits(texts[index]).includes(digits(phone).slice(-7))) continue;
				// The recogniser drops whole lines beside bars now and then: without the bars it must not.
				const [others] = await textsIn(await withoutBars(upright, truth), 'others.png');
				expect(digits(others)).toContain(digits(phone).slice(-7));
				dropped++;
			}
		}
		expect(dropped).toBeLessThanOrEqual(Math.ceil(pages / 4));
	}, 1_200_000);
});

async function textsIn(file: Buffer, fileName: string): Promise<string[]> {
	const options = { splitInto: 'page', output: 'detailed' };
	const read = await runOcr(simulator, parametersFor('extractText', options), [
		itemOf(file, fileName),
	]);
	return jsonOf(read).map(({ text }) => String(text ?? ''));
}

/** The copy with paper over its bars and their neighbourhood: what is left are the other lines. */
async function withoutBars(upright: Buffer, truth: Truth): Promise<Buffer> {
	const picture = await loadImage(upright);
	expect([picture.width, picture.height]).toEqual([WIDTH, HEIGHT]);
	const canvas = createCanvas(WIDTH, HEIGHT);
	const context = canvas.getContext('2d');
	context.drawImage(picture, 0, 0);
	context.font = FONT;
	context.fillStyle = '#fdfdf8';
	const cover = (line: number, before: string, text: string) => {
		const left = 50 + context.measureText(before).width - 16;
		context.fillRect(left, 80 + line * 90 - 52, context.measureText(text).width + 32, 80);
	};
	cover(1, '주민등록번호 900101-', truth.hidden);
	cover(2, '성명 ', truth.name);
	return canvas.toBuffer('image/png');
}

function itemOf(data: Buffer, fileName: string) {
	return { json: {}, binary: { data: { data, fileName, mimeType: '' } } };
}

async function maskedCopy(made: Made): Promise<Buffer> {
	const answers = made.truth.map((truth, index) => answerTo(truth, made, index % 10));
	const bodies = Array.from({ length: Math.ceil(answers.length / 10) }, (_, part) => ({
		images: answers.slice(part * 10, part * 10 + 10),
	}));
	simulator.control({
		reset: true,
		faults: bodies.map((body) => ({ fault: { kind: 'json' as const, body } })),
	});
	const parameters = parametersFor('createMaskedCopy', {
		alsoHide: '홍길동',
		options: { maxConcurrency: 1 },
	});
	const result = await runOcr(simulator, parameters, [itemOf(made.bytes, made.fileName)]);
	const [item] = result.items('CLOVA OCR', 0);
	if (item.binary === undefined) throw new Error(JSON.stringify(item.json));
	simulator.control({ reset: true });
	return await readBinary(item.binary.data);
}

/** The recogniser reads upright text best. */
async function turnedBack(copy: Buffer, { turn, fileName }: Made): Promise<Buffer> {
	if (turn === 0) return copy;
	const [from, to] = [path.join(folder, fileName), path.join(folder, 'upright.png')];
	await fsp.writeFile(from, copy);
	await run('convert', [from, '-rotate', String(360 - 90 * turn), to]);
	return await fsp.readFile(to);
}
