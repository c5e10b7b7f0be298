import { asList, asObject, asText, type JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import { openSession, type Session } from '../support/session';
import { CLOVA_OCR, CLOVA_OCR_TOOL } from '../support/workflow';

let session: Session;
let types: JsonObject[];

beforeAll(async () => {
	session = await openSession();
	types = asList(await (await session.api.request('GET', '/types/nodes.json')).json()).map(
		asObject,
	);
});

afterAll(async () => {
	await session.close();
});

function typeNamed(name: string): JsonObject {
	return types.find((each) => each.name === name) ?? {};
}

test('the packed package gives n8n one node and its tool variant', () => {
	const own = types.map(({ name }) => asText(name)).filter((name) => /clova/i.test(name ?? ''));
	expect(own.sort()).toEqual([CLOVA_OCR, CLOVA_OCR_TOOL]);
	expect(typeNamed(CLOVA_OCR)).toMatchObject({ displayName: 'CLOVA OCR' });
});

test('the icons are served for the light and the dark theme', async () => {
	const { light, dark } = asObject(typeNamed(CLOVA_OCR).iconUrl);
	for (const url of [light, dark]) {
		const answer = await session.api.request('GET', `/${asText(url)}`);
		expect(answer.status).toBe(200);
		expect(await answer.text()).toContain('<svg');
	}
});

test('every operation has an output schema for the preview, with its keys at the top level', async () => {
	const selectors = asList(typeNamed(CLOVA_OCR).properties)
		.map(asObject)
		.filter(({ name }) => name === 'operation');
	const missing: string[] = [];
	for (const selector of selectors) {
		const [resource] = asList(asObject(asObject(selector.displayOptions).show).resource);
		for (const operation of asList(selector.options).map((each) => asText(asObject(each).value))) {
			if (operation === '__CUSTOM_API_CALL__') continue;
			const path = `/schemas/${CLOVA_OCR}/1.0.0/${asText(resource)}/${operation}.json`;
			const answer = await session.api.request('GET', path);
			const schema = answer.ok ? asObject(await answer.json()) : {};
			// The rows of a table have the table's own columns.
			const known = operation === 'extractTables' || Object.hasOwn(asObject(schema.properties), 'page');
			if (!known) missing.push(path);
		}
	}
	expect(selectors).toHaveLength(4);
	expect(missing).toEqual([]);
});

test('n8n starts without a complaint about the package', () => {
	const lines = session.server.log().split('\n');
	expect(lines.filter((line) => /clova/i.test(line) && /error|warn|fail/i.test(line))).toEqual([]);
});
