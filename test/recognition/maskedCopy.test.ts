import { createCanvas } from '@napi-rs/canvas';
import { PDFDocument } from 'pdf-lib';

import { startSimulator, type Simulator } from '../simulator';
import { sampleFont } from '../support/fonts';
import { execFile, fsp, nodeProcess, os, path, promisify } from '../support/node';
import { readBinary } from '../support/n8n';
import { jsonOf, parametersFor, runOcr } from '../support/ocrRun';
import { withOrientation } from '../support/tinyPictures';

/**
 * 200 generated pages of every kind of picture, read, masked and read again: needs cjpeg (package
 * libjpeg-turbo-progs) and ImageMagick. PAGES sets another number.
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

/** A number that is new for every page; the digits of its back half never stand elsewhere. */
function truthOf(page: number): Truth {
	const back = String(1_000_000 + ((page * 7_368_787 + 234_567) % 8_000_000)).padStart(7, '1');
	return { hidden: back, name: '홍길동', phone: `02-555-${String(1000 + page)}` };
}

/** @param turn quarters clockwise that the text is turned by within the picture */
function drawn({ hidden, name, phone }: Truth, turn: number) {
	const [width, height] = [820, 420];
	const canvas = createCanvas(turn % 2 === 0 ? width : height, turn % 2 === 0 ? height : width);
	const context = canvas.getContext('2d');
	context.fillStyle = '#fdfdf8';
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.translate(canvas.width / 2, canvas.height / 2);
	context.rotate((turn * Math.PI) / 2);
	context.translate(-width / 2, -height / 2);
	context.fillStyle = '#131313';
	context.font = sampleFont(36);
	const lines = [
		'회원 가입 신청서',
		`주민등록번호 900101-${hidden}`,
		`성명 ${name}`,
		`전화 ${phone}`,
	];
	lines.forEach((line, index) => context.fillText(line, 50, 80 + index * 90));
	return canvas;
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

type Kind = (page: number) => Promise<Made>;

const picture =
	(tool: string, args: string[], to: 'jpg' | 'png', turn = 0, exif = 1): Kind =>
	async (page) => {
		const truth = truthOf(page);
		const bytes = await converted(drawn(truth, turn), tool, args, to);
		const file = exif === 1 ? bytes : withOrientation(bytes, exif);
		return { truth: [truth], fileName: `page.${to}`, bytes: file };
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
		return { truth: [truth], fileName: 'photo.jpg', bytes: withOrientation(bytes, exif) };
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
		return { truth, fileName: 'scan.pdf', bytes: Buffer.from(await pdf.save()) };
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

	it('show no hidden digit to a recogniser, and everything else as before', async () => {
		for (let page = 1; page <= pages; page++) {
			const { truth, fileName, bytes } = await make(page);
			const item = (data: Buffer) => ({
				json: {},
				binary: { data: { data, fileName, mimeType: '' } },
			});
			const copied = await runOcr(
				simulator,
				parametersFor('createMaskedCopy', { alsoHide: '홍길동' }),
				[item(bytes)],
			);
			const [made] = copied.items('CLOVA OCR', 0);
			if (made.binary === undefined) throw new Error(JSON.stringify(made.json));
			const copy = await readBinary(made.binary.data);
			const options = { splitInto: 'page', output: 'detailed' };
			const again = await runOcr(simulator, parametersFor('extractText', options), [item(copy)]);
			const texts = jsonOf(again).map(({ text }) => text);
			expect(texts).toHaveLength(truth.length);
			truth.forEach(({ hidden, phone }, index) => {
				expect(digits(texts[index])).not.toContain(hidden.slice(0, 4));
				expect(digits(texts[index])).not.toContain(hidden.slice(-4));
				expect(String(texts[index])).not.toContain('길동');
				expect(digits(texts[index])).toContain(digits(phone).slice(-7));
				expect(digits(texts[index])).toContain('90010');
			});
		}
	}, 1_200_000);
});
