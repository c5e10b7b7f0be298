import { asObject } from '../../../nodes/ClovaOcr/shared/json';
import { sample } from '../../samples';
import { lastOfVersion1, lastOnNode20 } from '../support/install';
import { readSample, values } from '../support/reading';
import { openSession, type Session } from '../support/session';
import { uploadReceipts } from '../support/upload';
import { startWebSite } from '../support/webSite';
import { CLOVA_OCR } from '../support/workflow';

const receipt = sample('receipt');

/** What this server itself can do, asked of it instead of assumed from its version. */
async function storesFiles(session: Session): Promise<boolean> {
	const execution = await readSample(session, receipt);
	return asObject(execution.items('Read')[0]?.binary.data).id !== undefined;
}

describe.each([lastOnNode20, lastOfVersion1])('on n8n $version', (installation) => {
	let session: Session;

	beforeAll(async () => {
		session = await openSession({ installation });
	});

	afterAll(async () => {
		await session.close();
	});

	test('the package loads with its output schema', async () => {
		const schema = `/schemas/${CLOVA_OCR}/1.0.0/document/readReceipt.json`;
		expect((await session.api.request('GET', schema)).status).toBe(200);
	});

	test('the credential test tells good from wrong', async () => {
		const { api, simulator } = session;
		const invokeUrl = simulator.url('/general');
		const good = { invokeUrl, secretKey: simulator.secret('/general') };
		const record = await session.credential('/general');
		expect((await api.testCredential(record, good)).status).toBe('OK');
		const wrong = await api.testCredential(record, { invokeUrl, secretKey: 'wrong' });
		expect(wrong.message).toContain('CLOVA OCR rejected the secret key.');
		const site = await startWebSite();
		for (const kind of ['page', 'missing']) {
			const other = { invokeUrl: `${site.url}/${kind}`, secretKey: 'any' };
			const { message } = await api.testCredential(record, other);
			expect(message).toContain('The server at this address is not CLOVA OCR.');
		}
		await site.close();
	});

	test.each(['receipt', 'business-registration', 'resident-card', 'form'])(
		'reads the sample %s',
		async (id) => {
			const execution = await readSample(session, sample(id));
			expect(execution.status).toBe('success');
			expect(values(execution)).toMatchObject(sample(id).expected);
		},
	);

	test('reads an upload with a Korean file name', async () => {
		const name = '영수증 1월.jpg';
		const file = { field: 'file', name, type: receipt.mimeType, bytes: await receipt.picture() };
		const items = await uploadReceipts(session, [file], { binaryPropertyName: 'file' });
		expect(items).toMatchObject([{ ...receipt.expected[0], ocr: { fileName: name } }]);
	});

	test('puts out a searchable PDF, stored or in the item as this server does', async () => {
		const execution = await readSample(session, sample('scan'));
		const file = asObject(execution.items('OCR')[0]?.binary.data);
		expect(file.id !== undefined).toBe(await storesFiles(session));
		expect((await session.api.file(file)).subarray(0, 5).toString()).toBe('%PDF-');
	});

	test('a failing item goes to the error output', async () => {
		const broken = { ...receipt, fileName: 'broken.jpg', picture: async () => Buffer.from('no') };
		const more = { onError: 'continueErrorOutput' };
		const execution = await readSample(session, broken, { more });
		expect(execution.status).toBe('success');
		expect(execution.items('OCR', 0)).toEqual([]);
		expect(execution.items('OCR', 1)[0]?.json.error).toContain('broken.jpg');
	});
});
