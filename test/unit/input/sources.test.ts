import type { IBinaryKeyData } from 'n8n-workflow';

import type { ItemSettings } from '../../../nodes/ClovaOcr/input/settings';
import { listSources } from '../../../nodes/ClovaOcr/input/sources';
import { readReceipt } from '../../../nodes/ClovaOcr/operations/document/readReceipt';
import { createMaskedCopy } from '../../../nodes/ClovaOcr/operations/general/createMaskedCopy';
import { extractText } from '../../../nodes/ClovaOcr/operations/general/extractText';
import type { Operation } from '../../../nodes/ClovaOcr/operations/types';
import { contextOf } from '../../support/nodeContext';
import { itemSettings } from '../../support/settings';
import { pngHead } from '../../support/sources';

const PICTURE = pngHead(500, 400).toString('base64');
const ADDRESS = 'https://example.test/a.png';

async function* picture(): AsyncGenerator<Uint8Array> {
	yield pngHead(500, 400);
}

/** The sources of an item, and how often something was asked of the network. */
function listed(
	parameters: Record<string, unknown>,
	settings: Partial<ItemSettings>,
	{ operation = extractText, binary = {} }: { operation?: Operation; binary?: IBinaryKeyData } = {},
) {
	const httpRequest = jest.fn(async () => ({ statusCode: 200, body: picture() }));
	const context = contextOf({ items: [parameters], helpers: { httpRequest } });
	const item = { json: {}, binary };
	const sources = listSources(context, item, 0, operation, itemSettings(settings));
	return { sources, httpRequest };
}

/** The one source of an item. */
function sourceOf(...given: Parameters<typeof listed>) {
	const { sources, httpRequest } = listed(...given);
	if (!sources.ok) throw new Error(sources.problem.message);
	expect(sources.files).toHaveLength(1);
	return { ...sources.files[0], httpRequest };
}

function refusalOf(...given: Parameters<typeof listed>) {
	const { sources } = listed(...given);
	return sources.ok ? null : sources.problem.message;
}

describe('files of an item', () => {
	const file = (fileName: string) => ({ data: PICTURE, mimeType: 'image/png', fileName });
	const binary = { first: file('a.png'), second: file('b.png') };
	const list = (binaryPropertyName: string) => {
		const { sources } = listed({ binaryPropertyName }, {}, { binary });
		return sources.ok
			? sources.files.map(({ fileName, skipUnreadable, distant }) => [fileName, skipUnreadable, distant])
			: sources.problem.message;
	};

	it('are those that are named, or all, which may then be of any kind', () => {
		expect(list('second')).toEqual([['b.png', false, false]]);
		expect(list('*')).toEqual([
			['a.png', true, false],
			['b.png', true, false],
		]);
		expect(list('third')).toMatch(/no file in the field 'third'/);
	});
});

describe('a file at an address', () => {
	const url = { url: ADDRESS };

	it('costs a download, is no binary of the item, and is refused where it cannot be read', () => {
		expect(sourceOf(url, { inputType: 'url' })).toMatchObject({
			fileName: 'a.png',
			binary: null,
			skipUnreadable: false,
			distant: true,
		});
	});

	it.each([undefined, '', 'a.png', 5, null])('has one: %j is none', (given) => {
		expect(refusalOf({ url: given }, { inputType: 'url' })).toBe("The parameter 'URL' is not a web address");
	});

	it.each<[string, Operation, Partial<ItemSettings>, 'local' | 'remote']>([
		['CLOVA fetches it', extractText, {}, 'remote'],
		['the API takes no address', readReceipt, {}, 'local'],
		['some pages are wanted', extractText, { pages: '2' }, 'local'],
		['it is protected', extractText, { pdfPassword: 'secret' }, 'local'],
		['another file is made of it', createMaskedCopy, {}, 'local'],
	])('is opened as it has to be where %s', async (_, operation, settings, kind) => {
		const { open, httpRequest } = sourceOf(url, { inputType: 'url', ...settings }, { operation });
		expect(await open()).toMatchObject({ ok: true, kind });
		expect(httpRequest).toHaveBeenCalledTimes(kind === 'local' ? 1 : 0);
	});
});

describe('a file as Base64 text', () => {
	const base64 = (parameters: Record<string, unknown>) => sourceOf(parameters, { inputType: 'base64' });

	it('has the name that it was given', async () => {
		expect(base64({ base64: PICTURE, fileName: ' bill.png ' })).toMatchObject({
			fileName: 'bill.png',
			binary: null,
			skipUnreadable: false,
			distant: false,
		});
		expect(await base64({ base64: PICTURE }).open()).toMatchObject({
			ok: true,
			document: { fileName: 'document', format: 'png' },
		});
		expect(base64({ fileName: ' ' }).fileName).toBe('document');
		expect(base64({ fileName: 5 }).fileName).toBe('document');
	});

	it('is refused where it is none', async () => {
		expect(await base64({ base64: 'https://example.test' }).open()).toMatchObject({
			ok: false,
			unreadableKind: false,
			problem: { message: "The parameter 'Base64' holds something else than Base64 text" },
		});
		expect(await base64({ base64: 5 }).open()).toMatchObject({
			problem: { message: expect.stringMatching(/an empty file/) },
		});
	});
});

it('an answer that is there already is read in place of a file', () => {
	const answer = { requestId: 'r', images: [{ inferResult: 'SUCCESS' }] };
	const { given } = sourceOf({ answer }, { inputType: 'answer' });
	expect(given?.()).toMatchObject({ ok: true, answer: { requestId: 'r' } });
});
