import { asObject, type JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import { sample } from '../../samples';
import { Renderer } from '../../simulator/pictures/renderer';
import { readSample } from '../support/reading';
import { openSession, type Session } from '../support/session';
import { uploadReceipts } from '../support/upload';

let session: Session;

beforeAll(async () => {
	session = await openSession();
});

afterAll(async () => {
	await session.close();
});

const receipt = sample('receipt');

test.each(['separate', 'combined'])(
	'an upload with a Korean file name is read in %s binary mode',
	async (binaryMode) => {
		const name = '영수증 1월.jpg';
		const file = { field: 'file', name, type: receipt.mimeType, bytes: await receipt.picture() };
		const settings: JsonObject = binaryMode === 'combined' ? { binaryMode } : {};
		const items = await uploadReceipts(session, [file], { binaryPropertyName: 'file' }, settings);
		expect(items).toMatchObject([{ ...receipt.expected[0], ocr: { fileName: name } }]);
		const sent = session.simulator.stats.calls.at(-1);
		expect(sent?.file).toMatchObject({ size: file.bytes.length });
	},
);

test('every file of an upload is read with *, other kinds of file are passed over', async () => {
	const bytes = await receipt.picture();
	const picture = { type: receipt.mimeType, bytes };
	const calendar = { type: 'text/calendar', bytes: Buffer.from('BEGIN:VCALENDAR') };
	const files = [
		{ field: 'first', name: 'first.jpg', ...picture },
		{ field: 'note', name: 'note.ics', ...calendar },
		{ field: 'second', name: 'second.jpg', ...picture },
	];
	const items = await uploadReceipts(session, files, { binaryPropertyName: '*' });
	const names = items.map(({ ocr }) => asObject(ocr).fileName);
	expect(names).toEqual(['first.jpg', 'second.jpg']);
});

test.each(['separate', 'combined'])(
	'a searchable PDF is stored as a file with page and text: %s binary mode',
	async (binaryMode) => {
		const scan = sample('scan');
		const settings: JsonObject = binaryMode === 'combined' ? { binaryMode } : {};
		const execution = await readSample(session, scan, {
			parameters: { outputBinaryField: 'searchable' },
			settings,
		});
		expect(execution.error).toEqual({});
		const [item] = execution.items('OCR');
		const files = binaryMode === 'combined' ? item?.json._files : item?.binary;
		const file = asObject(asObject(files).searchable ?? item?.json.searchable);
		const bytes = await session.api.file(file);
		const renderer = new Renderer();
		const { handle, sizes } = await renderer.open('pdf', bytes);
		const words = await renderer.textLayer(handle, 1);
		const page = await renderer.raster(handle, 1);
		await renderer.close();
		expect(sizes).toHaveLength(2);
		expect(words.map(({ text }) => text).join('')).toContain('2번째');
		expect(page.grey.some((level) => level < 100)).toBe(true);
	},
);
