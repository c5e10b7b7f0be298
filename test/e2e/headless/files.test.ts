import { randomUUID } from '../../support/node';
import { sample } from '../../samples';
import { openSession, type Session } from '../support/session';
import { chain, clovaOcr, node } from '../support/workflow';

let session: Session;

beforeAll(async () => {
	session = await openSession();
});

afterAll(async () => {
	expect(session.home.outbound()).toEqual([]);
	await session.close();
});

/** Uploads files to a workflow "webhook, CLOVA OCR" and returns what the caller gets. */
async function upload(
	files: Array<{ field: string; name: string; type: string; bytes: Uint8Array }>,
	parameters: Record<string, string>,
	settings = {},
): Promise<Array<Record<string, unknown>>> {
	const path = randomUUID();
	const hook = node(
		'Hook',
		'n8n-nodes-base.webhook',
		{ path, httpMethod: 'POST', responseMode: 'lastNode', responseData: 'allEntries', options: {} },
		{ typeVersion: 2, webhookId: path },
	);
	const credential = await session.credential('/document/receipt');
	const ocr = clovaOcr('document', 'readReceipt', credential, parameters);
	const id = await session.api.createWorkflow(chain(`upload ${path}`, [hook, ocr], settings));
	await session.api.activate(id);
	const form = new FormData();
	for (const { field, name, type, bytes } of files) {
		form.append(field, new File([new Uint8Array(bytes)], name, { type }));
	}
	const answer = await fetch(`${session.server.url}/webhook/${path}`, {
		method: 'POST',
		body: form,
	});
	expect(answer.status).toBe(200);
	return (await answer.json()) as Array<Record<string, unknown>>;
}

const receipt = sample('receipt');

test.each(['separate', 'combined'])(
	'an upload with a Korean file name is read in %s binary mode',
	async (binaryMode) => {
		const name = '영수증 1월.jpg';
		const file = { field: 'file', name, type: receipt.mimeType, bytes: await receipt.picture() };
		const settings = binaryMode === 'combined' ? { binaryMode } : {};
		const items = await upload([file], { binaryPropertyName: 'file' }, settings);
		expect(items).toMatchObject([{ ...receipt.expected[0], ocr: { fileName: name } }]);
		const sent = session.simulator.stats.calls.at(-1);
		expect(sent?.file).toMatchObject({ size: file.bytes.length });
	},
);

test('every file of an upload is read with *, other kinds of file are passed over', async () => {
	const bytes = await receipt.picture();
	const items = await upload(
		[
			{ field: 'first', name: 'first.jpg', type: receipt.mimeType, bytes },
			{
				field: 'note',
				name: 'note.ics',
				type: 'text/calendar',
				bytes: Buffer.from('BEGIN:VCALENDAR'),
			},
			{ field: 'second', name: 'second.jpg', type: receipt.mimeType, bytes },
		],
		{ binaryPropertyName: '*' },
	);
	const names = items.map((item) => (item.ocr as { fileName?: string }).fileName);
	expect(names).toEqual(['first.jpg', 'second.jpg']);
});
