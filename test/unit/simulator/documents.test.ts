import { PDFDocument } from 'pdf-lib';

import { asList, asObject, type Json } from '../../../nodes/ClovaOcr/shared/json';
import { documentSamples, sample } from '../../samples';
import { residentCard } from '../../samples/idCard/data';
import { restaurantReceipt } from '../../samples/receipt/data';
import { drawResidentCard } from '../../samples/idCard/drawing';
import { drawReceipt } from '../../samples/receipt/drawing';
import type { Sheet } from '../../samples/drawing/sheet';
import { scannedPdf } from '../../samples/files/pdf';
import { toJpeg, toPng } from '../../samples/files/picture';
import { toTiff } from '../../samples/files/tiff';
import { startSimulator, type Simulator } from '../../simulator';
import { pathOf } from '../../support/apis';
import { sampleReaders } from '../../simulator/documents';

jest.setTimeout(60_000);

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator(sampleReaders());
});

afterAll(async () => {
	await simulator.close();
});

describe('sample documents at the document APIs', () => {
	it.each(documentSamples.map((each) => [each.id, each] as const))(
		'%s is known by its picture',
		async (_, { resource, operation, fileName, picture }) => {
			const image = await send(pathOf(resource, operation), fileName, await picture());
			expect(image).toMatchObject({ inferResult: 'SUCCESS' });
		},
	);

	const receipt = drawReceipt(restaurantReceipt);
	const encodings: Array<[string, () => Promise<Buffer>]> = [
		['receipt.png', async () => await toPng(receipt)],
		['receipt.jpg', async () => await toJpeg(receipt, 40)],
		['receipt.tif', async () => toTiff([receipt])],
		['receipt.pdf', async () => await scannedPdf([receipt])],
		['turned.pdf', async () => await scannedPdf([receipt], 90)],
		['split.pdf', async () => await secondPageOf(await scannedPdf([resident(), receipt]))],
	];

	it.each(encodings)('a receipt is known as %s', async (fileName, encode) => {
		const image = await send('/document/receipt', fileName, await encode());
		expect(textsIn(image)).toEqual(expect.arrayContaining(['예시식당', '57,000']));
	});

	it('puts the boxes where the picture has the text, whatever its size', async () => {
		const pdf = await send('/document/receipt', 'receipt.pdf', await scannedPdf([receipt]));
		const name = asObject(asObject(asObject(asObject(pdf.receipt).result).storeInfo).name);
		const [corner] = asList(asObject(asList(name.boundingPolys)[0]).vertices).map(asObject);
		const drawn = receipt.marks.get('storeInfo.name')?.fragments[0].corners[0];
		expect(corner.x).toBeCloseTo(((drawn?.x ?? 0) * 595) / receipt.width, 0);
	});

	const strangers: Array<[string, () => Sheet]> = [
		[
			'another amount',
			() => drawReceipt({ ...restaurantReceipt, items: restaurantReceipt.items.slice(1) }),
		],
		['another shop', () => drawReceipt({ ...restaurantReceipt, storeName: '모의식당' })],
		['another document', resident],
	];

	it.each(strangers)('a receipt with %s is not known', async (_, draw) => {
		const image = await send('/document/receipt', 'stranger.png', await toPng(draw()));
		expect(image).toMatchObject({ inferResult: 'FAILURE' });
		expect(image).not.toHaveProperty('receipt');
	});

	it('does not answer for a card of somebody else', async () => {
		const other = drawResidentCard({ ...residentCard, name: '김예시(金例示)' });
		const image = await send('/document/id-card', 'card.png', await toPng(other));
		expect(image).toMatchObject({ inferResult: 'FAILURE' });
	});
});

describe('forms at the template API', () => {
	it.each(['form', 'form-leave'])('%s is matched by its title and read', async (id) => {
		const { picture, fileName, expected } = sample(id);
		const image = await send('/infer', fileName, await picture());
		const fields = asList(image.fields).map(asObject);
		const read = fields.map(({ name, inferText }) => [name, inferText === '' ? null : inferText]);
		expect(Object.fromEntries(read)).toEqual(expected[0]);
	});

	it('matches only the templates that were asked for', async () => {
		const { picture, fileName } = sample('form');
		const image = await send('/infer', fileName, await picture(), { templateIds: [40002] });
		expect(image).toMatchObject({
			inferResult: 'FAILURE',
			message: 'NOT_FOUND: not found matched template',
		});
		expect(image).not.toHaveProperty('fields');
	});

	it('matches nothing else', async () => {
		const { picture, fileName } = sample('letter');
		const image = await send('/infer', fileName, await picture());
		expect(image).toMatchObject({ inferResult: 'FAILURE' });
	});
});

async function send(path: string, fileName: string, bytes: Buffer, more: object = {}) {
	const format = fileName.slice(fileName.lastIndexOf('.') + 1);
	const body = new FormData();
	const images = [{ format, name: fileName, ...more }];
	body.append(
		'message',
		JSON.stringify({ version: 'V2', requestId: 'test', timestamp: 0, images }),
	);
	body.append('file', new Blob([new Uint8Array(bytes)]), fileName);
	const response = await fetch(simulator.url(path), {
		method: 'POST',
		headers: { 'X-OCR-SECRET': simulator.secret(path) },
		body,
	});
	const answer: Json = await response.json();
	expect([response.status, response.status === 200 ? null : answer]).toEqual([200, null]);
	return asObject(asList(asObject(answer).images)[0]);
}

function resident(): Sheet {
	return drawResidentCard(residentCard);
}

/** As the node cuts a PDF apart. */
async function secondPageOf(bytes: Buffer): Promise<Buffer> {
	const whole = await PDFDocument.load(bytes);
	const part = await PDFDocument.create();
	part.addPage((await part.copyPages(whole, [1]))[0]);
	return Buffer.from(await part.save());
}

function textsIn(value: Json): Json[] {
	if (Array.isArray(value)) return value.flatMap(textsIn);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		key === 'text' ? [inner] : textsIn(inner),
	);
}
