import { asList, asObject, type Json, type JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { startSimulator, type Simulator } from '../simulator';
import { sample } from '../samples';
import { http } from '../support/node';
import { callSimulator, formOf, messageFor } from '../support/simulatorClient';
import { blankPng, linesJpeg, linesPng, withOrientation } from '../support/tinyPictures';

const LINES = ['도서관 임시 휴관 안내', '휴관일 2026년 10월 5일(월)'];

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});

afterAll(async () => await simulator.close());

jest.setTimeout(120_000);

async function read(
	format: string,
	file: Buffer,
	changes: JsonObject = {},
): Promise<{ json: JsonObject; images: JsonObject[] }> {
	const { json } = await callSimulator(simulator, formOf(messageFor(format, changes), file));
	return { json: asObject(json), images: asList(asObject(json).images).map(asObject) };
}

function linesOf({ fields }: JsonObject): string[] {
	const words = asList(fields).map(asObject);
	const text = words.map(({ inferText, lineBreak }) => `${inferText}${lineBreak ? '\n' : ' '}`);
	return text.join('').trim().split('\n');
}

describe('real recognition', () => {
	it('reads Korean words into lines, in the service’s shape', async () => {
		const { json, images } = await read('png', linesPng(LINES));
		expect(json).toMatchObject({ version: 'V2', requestId: 'request-1' });
		// The service answers with its own time, not with the request's.
		expect(Math.abs(Number(json.timestamp) - Date.now())).toBeLessThan(60_000);
		expect(images).toHaveLength(1);
		expect(images[0]).toMatchObject({
			name: 'page',
			inferResult: 'SUCCESS',
			message: 'SUCCESS',
			validationResult: { result: 'NO_REQUESTED' },
			convertedImageInfo: { width: 800, height: 400, pageIndex: 0, longImage: false },
		});
		expect(images[0].uid).toMatch(/^[0-9a-f]{32}$/);
		expect(images[0]).not.toHaveProperty('tables');
		expect(linesOf(images[0])).toEqual(LINES);
		const [word] = asList(images[0].fields).map(asObject);
		expect(Object.keys(word)).toEqual([
			'valueType',
			'boundingPoly',
			'inferText',
			'inferConfidence',
			'type',
			'lineBreak',
		]);
	});

	it('reads Japanese when asked to', async () => {
		const picture = linesPng(['図書館の臨時休館のお知らせ']);
		const japanese = await read('png', picture, { lang: 'ja' });
		expect(linesOf(japanese.images[0]).join('').replace(/ /g, '')).toContain('臨時休館のお知らせ');
		const korean = await read('png', picture, { lang: 'ko' });
		expect(JSON.stringify(korean.images[0])).not.toContain('臨時');
	});

	it('puts boxes where the words are, and gives each answer its own uid', async () => {
		const first = await read('png', linesPng(LINES));
		const again = await read('png', linesPng(LINES));
		const [word] = asList(again.images[0].fields).map(asObject);
		const [topLeft, , bottomRight] = asList(asObject(word.boundingPoly).vertices).map(asObject);
		// Drawn at 60, base line 80, 34 pixels high.
		expect(Number(topLeft.x)).toBeGreaterThan(55);
		expect(Number(topLeft.x)).toBeLessThan(70);
		expect(Number(topLeft.y)).toBeGreaterThan(45);
		expect(Number(bottomRight.y)).toBeLessThan(95);
		expect(again.images[0].uid).not.toBe(first.images[0].uid);
	});

	it('recognises the same picture once', async () => {
		simulator.control({ reset: true });
		const picture = linesPng(['같은 그림']);
		await read('png', picture);
		await read('png', picture);
		expect(simulator.stats).toMatchObject({ accepted: 2, recognized: 1 });
	});

	it('answers V1 without line breaks, types and picture size', async () => {
		const { images } = await read('png', linesPng(LINES), { version: 'V1' });
		expect(images[0]).not.toHaveProperty('convertedImageInfo');
		const [word] = asList(images[0].fields).map(asObject);
		expect(Object.keys(word)).toEqual([
			'valueType',
			'boundingPoly',
			'inferText',
			'inferConfidence',
		]);
	});

	it('turns a JPEG as its EXIF block says', async () => {
		const { images } = await read('jpg', withOrientation(linesJpeg(LINES), 8));
		expect(images[0].convertedImageInfo).toMatchObject({ width: 400, height: 800 });
	});

	it('says NO_TEXT of a blank page and fails on a broken picture, and lives on', async () => {
		const blank = await read('png', blankPng(300, 200));
		expect(blank.images[0]).toMatchObject({ inferResult: 'FAILURE' });
		expect(blank.images[0].message).toMatch(/NO_TEXT/);
		const whole = linesPng(LINES);
		for (const [format, file] of [
			['png', whole.subarray(0, whole.length / 2)],
			['jpg', linesJpeg(LINES).subarray(0, 4000)],
			['pdf', Buffer.from('%PDF-1.7 nothing')],
			['tif', Buffer.from('II*\0garbage that is no picture')],
		] as const) {
			const { images } = await read(format, file);
			expect([format, images[0].inferResult]).toEqual([format, 'ERROR']);
			expect(images[0]).not.toHaveProperty('fields');
		}
		expect(linesOf((await read('png', whole)).images[0])).toEqual(LINES);
	});

	it('reads a tilted page into tilted boxes', async () => {
		const { images } = await read('png', await sample('tilted').picture());
		expect(linesOf(images[0])).toContain('한 분이 다섯 권까지 바꾸실 수 있고, 참가비는 없습니다.');
		const word = asList(images[0].fields)
			.map(asObject)
			.find(({ inferText }) => inferText === '참가비는');
		const [left, right] = asList(asObject(word?.boundingPoly).vertices).map(asObject);
		expect(Number(left.y)).not.toBe(Number(right.y));
	});

	it('reads every page of a PDF and of a TIFF', async () => {
		for (const [format, id] of [
			['pdf', 'scan'],
			['tif', 'fax'],
		]) {
			const { images } = await read(format, await sample(id).picture());
			const indexes = images.map((image) => asObject(image.convertedImageInfo).pageIndex);
			expect(indexes).toEqual([0, 1]);
			expect(images.map((image) => linesOf(image)[1])).toEqual(['1번째 쪽', '2번째 쪽']);
		}
	});
});

describe('tables', () => {
	it('gives cells column by column, merged ones once, and leaves the words in fields', async () => {
		const picture = await sample('table').picture();
		const { images } = await read('png', picture, { enableTableDetection: true });
		const [table, ...others] = asList(images[0].tables).map(asObject);
		expect(others).toEqual([]);
		const cells = asList(table.cells).map(asObject);
		const places = cells.map(placeOf);
		expect(places.slice(0, 4)).toEqual(['0,0 2x1', '2,0 2x1', '4,0 2x1', '6,0 1x2']);
		expect(places).toContain('0,2 1x3');
		expect(places).toContain('5,2 1x2');
		expect(cells).toHaveLength(33);
		expect(textOf(cells.find((cell) => placeOf(cell) === '5,2 1x2'))).toBe('공사로 쉼');
		expect(textOf(cells.find((cell) => placeOf(cell) === '6,5 1x1'))).toBe('934');
		expect(linesOf(images[0]).join(' ')).toContain('공사로 쉼');
	});

	it('come only when asked for', async () => {
		const { images } = await read('png', await sample('table').picture());
		expect(images[0]).not.toHaveProperty('tables');
	});
});

describe('the JSON variant', () => {
	it('reads data', async () => {
		const data = linesPng(LINES).toString('base64');
		const { json } = await callSimulator(
			simulator,
			JSON.stringify(messageFor('png', {}, { data })),
		);
		expect(linesOf(asObject(asList(asObject(json).images)[0]))).toEqual(LINES);
	});

	it('fetches a URL from this machine, and answers ERROR where it cannot', async () => {
		const host = http.createServer((request, response) => {
			response.statusCode = request.url === '/page.png' ? 200 : 404;
			response.end(linesPng(LINES));
		});
		await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
		const address = host.address();
		const port = typeof address === 'object' && address !== null ? address.port : 0;
		const byUrl = async (url: string): Promise<Json> => {
			const { json } = await callSimulator(
				simulator,
				JSON.stringify(messageFor('png', {}, { url })),
			);
			return asList(asObject(json).images)[0];
		};
		const good = asObject(await byUrl(`http://127.0.0.1:${port}/page.png`));
		expect(linesOf(good)).toEqual(LINES);
		for (const url of [`http://127.0.0.1:${port}/none`, 'http://192.0.2.1/x.png', 'nonsense']) {
			expect(asObject(await byUrl(url)).inferResult).toBe('ERROR');
		}
		host.closeAllConnections();
		host.close();
	});
});

function placeOf({ rowIndex, columnIndex, rowSpan, columnSpan }: JsonObject): string {
	return `${String(rowIndex)},${String(columnIndex)} ${String(rowSpan)}x${String(columnSpan)}`;
}

function textOf(cell: JsonObject | undefined): string {
	return asList(cell?.cellTextLines)
		.flatMap((line) => asList(asObject(line).cellWords))
		.map((word) => asObject(word).inferText)
		.join(' ');
}
