import {
	asList,
	asObject,
	asText,
	type Json,
	type JsonObject,
} from '../../nodes/ClovaOcr/shared/json';
import { sample, type Sample } from '../samples';
import { fs, path } from '../support/node';
import type { Execution } from './support/execution';
import { exampleFolders, exampleNames, readExample } from './support/examples';
import { waitFor } from './support/processes';
import { openSession, type Session } from './support/session';
import { postForm } from './support/upload';
import { startWebSite, type WebSite } from './support/webSite';

let session: Session;
let site: WebSite;

beforeAll(async () => {
	session = await openSession();
	for (const name of exampleFolders) fs.mkdirSync(path.join(session.home.files, name));
	site = await startWebSite();
});

afterAll(async () => {
	await site.close();
	await session.close();
});

/** An example with this test's credentials, folder and tax service in place of the real ones. */
async function load(file: string): Promise<JsonObject> {
	const workflow = await readExample(file, session.home.files, session.credential);
	const text = JSON.stringify(workflow).replace('https://api.odcloud.kr', site.url);
	return asObject(JSON.parse(text) as Json);
}

/** Sends a file to the example's form and waits for the end of the execution. */
async function submit(file: string, document: Sample): Promise<Execution> {
	const { api, server } = session;
	const id = await api.createWorkflow(await load(file));
	await api.activate(id);
	const stored = asObject(await api.call('GET', `/rest/workflows/${id}`));
	const trigger = asList(stored.nodes)
		.map(asObject)
		.find(({ webhookId }) => webhookId);
	const form = new FormData();
	const bytes = new Uint8Array(await document.picture());
	form.append('field-0', new File([bytes], document.fileName, { type: document.mimeType }));
	const url = `${server.url}/form/${asText(trigger?.webhookId)}`;
	await postForm(url, form);
	const executionId = await waitFor('the execution', 60_000, async () => {
		const [newest] = await api.executionIds(id);
		return newest;
	});
	return await api.execution(executionId);
}

test.each(exampleNames())('%s uses only nodes and versions that n8n has', async (file) => {
	const types = asList(await (await session.api.request('GET', '/types/nodes.json')).json());
	const known = new Map<string, Json[]>();
	for (const type of types.map(asObject)) {
		const name = asText(type.name) ?? '';
		known.set(name, [...(known.get(name) ?? []), ...asList(type.version)]);
	}
	const workflow = await load(file);
	for (const { type, typeVersion } of asList(workflow.nodes).map(asObject)) {
		expect(known.get(asText(type) ?? '')).toContain(typeVersion);
	}
	expect(await session.api.createWorkflow(workflow)).not.toBe('');
});

test('scans become PDFs with text on disk', async () => {
	const scan = sample('scan');
	session.putFile('scans/scan.pdf', await scan.picture());
	const id = await session.api.createWorkflow(await load('scan-to-searchable-pdf.json'));
	const execution = await session.api.runByHand(id, 'Start');
	expect(execution.status).toBe('success');
	const written = fs.readFileSync(path.join(session.home.files, 'searchable', 'scan.pdf'));
	expect(written.subarray(0, 5).toString()).toBe('%PDF-');
});

test('photos become text files, and one that cannot be read stops nothing', async () => {
	const letter = sample('letter');
	session.putFile('photos/1.jpg', await letter.picture());
	session.putFile('photos/2.jpg', Buffer.from('broken'));
	const id = await session.api.createWorkflow(await load('photo-folder-to-text.json'));
	const execution = await session.api.runByHand(id, 'Start');
	expect(execution.status).toBe('success');
	expect(execution.items('Could not be read')).toHaveLength(1);
	const text = fs.readFileSync(path.join(session.home.files, 'photos', '1.jpg.txt'), 'utf8');
	expect(text.trim()).toBe(letter.expected[0]?.text);
});

test('a table on paper becomes a spreadsheet', async () => {
	const execution = await submit('table-to-spreadsheet.json', sample('table'));
	expect(execution.status).toBe('success');
	const rows = execution.items('Read table rows').map(({ json }) => json);
	expect(rows).toEqual(sample('table').expected);
	const [file] = execution.items('Make spreadsheet');
	const bytes = await session.api.file(asObject(file?.binary.data));
	expect(bytes.subarray(0, 2).toString()).toBe('PK');
});

test('an ID card keeps only hidden numbers, in the whole stored execution', async () => {
	const execution = await submit('id-card-masked.json', sample('resident-card'));
	expect(execution.status).toBe('success');
	expect(execution.items('Kept values')[0]?.json).toMatchObject({
		documentType: 'residentRegistrationCard',
		number: '680229-*******',
	});
	expect(execution.stored).not.toMatch(/\d{6}-[1-8]\d{6}/);
});

test('a certificate is put to the tax service in its own words', async () => {
	site.offer('api', 'application/json', Buffer.from('{"data":[{"valid":"01"}]}'));
	const workflow = await load('business-registration-check.json');
	const ask = asList(workflow.nodes)
		.map(asObject)
		.find(({ name }) => name === 'Ask the tax service');
	expect(asText(asObject(ask?.parameters).jsonBody)).toContain('ntsRequest');
	const execution = await submit(
		'business-registration-check.json',
		sample('business-registration'),
	);
	const [read] = execution.items('All three read?', 0);
	expect(read?.json.ntsRequest).toMatch(/^\{"businesses":\[\{"b_no":"\d{10}"/);
});
