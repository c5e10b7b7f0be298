import { asList, asObject, asText } from '../../../nodes/ClovaOcr/shared/json';
import { samples } from '../../samples';
import { missingValues } from '../../support/expected';
import { about, readSample, values } from '../support/reading';
import { openSession, type Session } from '../support/session';
import { CLOVA_OCR } from '../support/workflow';

let session: Session;

beforeAll(async () => {
	session = await openSession();
});

afterAll(async () => {
	await session.close();
});

const named = samples.map((sample) => ({ sample, name: `${sample.operation} on ${sample.id}` }));

test.each(named)('reads what stands on the document: $name', async ({ sample }) => {
	const execution = await readSample(session, sample);
	expect(execution.status).toBe('success');
	expect(missingValues(sample, values(execution))).toEqual([]);
	for (const ocr of about(execution)) {
		expect(ocr).toMatchObject({ fileName: sample.fileName, recognized: true, message: null });
	}
});

const cards = samples.filter(({ resource, operation }) => {
	return resource === 'idCard' && operation !== 'readForeignPassport';
});

test.each(cards)('detectType tells the kind of card: $id', async (card) => {
	const execution = await readSample(session, card, { operation: 'detectType' });
	expect(values(execution)).toMatchObject(card.expected);
});

test('no operation that n8n offers goes untested', async () => {
	// These read the samples of other operations: above, and where columns are mapped.
	const elsewhere = ['createMaskedCard', 'createMaskedCopy', 'detectType'];
	const offered = (await offeredOperations(session)).filter((value) => !elsewhere.includes(value));
	const tested = new Set(samples.map(({ operation }) => operation));
	expect(offered.filter((operation) => !tested.has(operation))).toEqual([]);
	expect(cards.length).toBeGreaterThan(0);
});

/** Values of the operation selectors in the description that n8n serves to its editor. */
async function offeredOperations({ api }: Session): Promise<string[]> {
	const types = asList(await (await api.request('GET', '/types/nodes.json')).json());
	const type = types.map(asObject).find(({ name }) => name === CLOVA_OCR) ?? {};
	return asList(type.properties)
		.map(asObject)
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options }) => asList(options))
		.map((option) => asText(asObject(option).value) ?? '')
		.filter((value) => value !== '__CUSTOM_API_CALL__');
}
