import { createCanvas } from '@napi-rs/canvas';
import { PDFDocument } from 'pdf-lib';

import { asList, asObject, type Json, type JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { startSimulator, type Simulator } from '../simulator';
import { execFile, fsp, os, path, promisify } from '../support/node';
import { readBinary } from '../support/n8n';
import { parametersFor, runOcr } from '../support/ocrRun';
import { linesJpeg, linesPng } from '../support/tinyPictures';

/**
 * What exiftool and `strings` find in masked copies of files in which everything was planted that may
 * tell of a person: needs exiftool (package libimage-exiftool-perl) and strings (binutils).
 */
const run = promisify(execFile);

const NUMBER = '900101-1234567';
const PLANTED = ['PlantedArtist', 'PlantedComment', 'PlantedXmp', 'PlantedSerial', NUMBER];

let simulator: Simulator;
let folder: string;

beforeAll(async () => {
	simulator = await startSimulator({ recognizer: 'none' });
	folder = await fsp.mkdtemp(path.join(os.tmpdir(), 'metadata-'));
});

afterAll(async () => {
	await simulator.close();
	await fsp.rm(folder, { recursive: true, force: true });
});

async function planted(bytes: Uint8Array, fileName: string): Promise<Buffer> {
	const file = path.join(folder, fileName);
	const thumbnail = path.join(folder, 'thumbnail.jpg');
	await fsp.writeFile(file, bytes);
	await fsp.writeFile(thumbnail, createCanvas(60, 40).toBuffer('image/jpeg'));
	const pdf = fileName.endsWith('.pdf');
	const tags = pdf
		? ['-Author=PlantedArtist', `-Title=${NUMBER}`, '-Subject=PlantedComment']
		: [
				'-EXIF:Artist=PlantedArtist',
				'-EXIF:SerialNumber=PlantedSerial',
				`-EXIF:UserComment=${NUMBER}`,
				'-GPSLatitude=37.5',
				'-GPSLatitudeRef=N',
				'-Comment=PlantedComment',
				...(fileName.endsWith('.jpg') ? [`-ThumbnailImage<=${thumbnail}`] : []),
			];
	await run('exiftool', ['-q', '-overwrite_original', ...tags, '-XMP:Creator=PlantedXmp', file]);
	return await fsp.readFile(file);
}

async function maskedCopy(data: Buffer, fileName: string): Promise<Buffer> {
	const [left, top, right, bottom] = [60, 52, 306, 88];
	const vertices = [
		{ x: left, y: top },
		{ x: right, y: top },
		{ x: right, y: bottom },
		{ x: left, y: bottom },
	];
	const word = { inferText: NUMBER, inferConfidence: 0.99, boundingPoly: { vertices } };
	const info = { width: 800, height: 400, pageIndex: 0 };
	const image = { inferResult: 'SUCCESS', fields: [word], convertedImageInfo: info };
	simulator.control({
		reset: true,
		faults: [{ fault: { kind: 'json', body: { images: [image] } } }],
	});
	const item = { json: {}, binary: { data: { data, fileName, mimeType: '' } } };
	const [made] = (await runOcr(simulator, parametersFor('createMaskedCopy'), [item])).items(
		'CLOVA OCR',
		0,
	);
	if (made.binary === undefined) throw new Error(JSON.stringify(made.json));
	return await readBinary(made.binary.data);
}

async function scan(): Promise<Uint8Array> {
	const pdf = await PDFDocument.create();
	const picture = await pdf.embedJpg(new Uint8Array(linesJpeg([NUMBER])));
	pdf.addPage([800, 400]).drawImage(picture, { x: 0, y: 0, width: 800, height: 400 });
	return await pdf.save();
}

/** What exiftool reads, by group and tag, without what it says of the file and works out itself. */
async function tagsOf(file: string): Promise<JsonObject> {
	const { stdout } = await run('exiftool', ['-json', '-G', '-a', '-u', '-ee', file]);
	const [tags] = asList(JSON.parse(stdout) as Json);
	const own = /^(?:SourceFile|ExifTool:|File:|Composite:)/;
	return Object.fromEntries(Object.entries(asObject(tags)).filter(([name]) => !own.test(name)));
}

describe.each<[string, () => Promise<Uint8Array> | Uint8Array, RegExp]>([
	['page.jpg', () => linesJpeg([NUMBER]), /^(?:JFIF|ICC_Profile):|^EXIF:Orientation$/],
	['page.png', () => linesPng([NUMBER]), /^PNG:|^EXIF:Orientation$/],
	['page.pdf', scan, /^PDF:(?:PDFVersion|Linearized|PageCount|Producer|CreateDate|ModifyDate)$/],
])('a masked copy of %s', (fileName, make, allowed) => {
	it('has nothing of what was planted beside the picture', async () => {
		const original = await planted(await make(), fileName);
		const before = path.join(folder, `before-${fileName}`);
		await fsp.writeFile(before, original);
		expect(JSON.stringify(await tagsOf(before))).toContain('PlantedXmp');
		const copy = path.join(folder, `copy-${fileName}`);
		await fsp.writeFile(copy, await maskedCopy(original, fileName));
		const tags = await tagsOf(copy);
		expect(Object.keys(tags).filter((name) => !allowed.test(name))).toEqual([]);
		const { stdout } = await run('strings', ['-a', copy], { maxBuffer: 2 ** 26 });
		const said = `${JSON.stringify(tags)}\n${stdout}`;
		expect(PLANTED.filter((text) => said.includes(text))).toEqual([]);
	});
});
