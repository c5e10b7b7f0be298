import type { IBinaryKeyData } from 'n8n-workflow';

import { answerSource } from '../../../nodes/ClovaOcr/input/answerSource';
import { createSearchablePdf } from '../../../nodes/ClovaOcr/operations/general/createSearchablePdf';
import { extractText } from '../../../nodes/ClovaOcr/operations/general/extractText';
import { contextOf } from '../../support/nodeContext';
import { pngHead } from '../../support/sources';

const ANSWER = { requestId: 'r', images: [{ inferResult: 'SUCCESS', fields: [] }] };
const file = (fileName?: string) => ({
	data: pngHead(500, 500).toString('base64'),
	mimeType: 'image/png',
	fileName,
});
const binary = { first: file('a.png'), second: file('b%20c.png') };

/** The sources of an item of two files that holds an answer. */
function sourcesOf(
	parameters: Record<string, unknown>,
	operation = extractText,
	files: IBinaryKeyData = binary,
) {
	const context = contextOf({ items: [parameters], helpers: {} });
	return answerSource(context, { json: ANSWER, binary: files }, 0, operation);
}

function sourceOf(...given: Parameters<typeof sourcesOf>) {
	const sources = sourcesOf(...given);
	if (!sources.ok) throw new Error(sources.problem.message);
	expect(sources.files).toHaveLength(1);
	return sources.files[0];
}

describe('an answer beside the files of its item', () => {
	it('may belong to any of them, and opens none', async () => {
		const source = sourceOf({});
		expect(source).toMatchObject({ fileName: '', binary, distant: false, skipUnreadable: false });
		expect(await source.open()).toMatchObject({ ok: false, unreadableKind: false });
	});

	it('is the item itself, or what the parameter gives', () => {
		expect(sourceOf({}).given?.()).toMatchObject({ ok: true, answer: { requestId: 'r' } });
		const answer = { ...ANSWER, requestId: 's' };
		expect(sourceOf({ answer }).given?.()).toMatchObject({ answer: { requestId: 's' } });
		expect(sourceOf({ answer: 'none' }).given?.()).toMatchObject({ ok: false });
	});

	it('has the name that it was given', () => {
		expect(sourceOf({ fileName: ' bill.png ' }).fileName).toBe('bill.png');
		expect(sourceOf({ fileName: 5 }).fileName).toBe('');
	});
});

describe('an answer of which a file is made', () => {
	const made = (parameters: Record<string, unknown>) => sourceOf(parameters, createSearchablePdf);

	it('belongs to the file that is named, and to its only one without a name', async () => {
		const source = made({ binaryPropertyName: 'second' });
		expect(source).toMatchObject({
			fileName: 'b c.png',
			binary: { second: binary.second },
			skipUnreadable: false,
			distant: false,
		});
		expect(source.given?.()).toMatchObject({ ok: true });
		expect(await source.open()).toMatchObject({ ok: true, document: { format: 'png' } });
		const only = sourceOf({}, createSearchablePdf, { scan: file() });
		expect(only).toMatchObject({ fileName: 'scan', binary: { scan: file() } });
	});

	it('has the name that it was given, else that of the file', () => {
		const named = (fileName: unknown) => made({ binaryPropertyName: 'first', fileName }).fileName;
		expect(named('new%20one.png')).toBe('new one.png');
		expect(named('')).toBe('a.png');
		expect(named(null)).toBe('a.png');
	});

	it('belongs to one file', () => {
		const said = (binaryPropertyName: string) => {
			const sources = sourcesOf({ binaryPropertyName }, createSearchablePdf);
			return sources.ok ? 'fine' : sources.problem.message;
		};
		expect(said('first')).toBe('fine');
		expect(said('*')).toMatch(/belongs to one file/);
		expect(said('first,second')).toMatch(/belongs to one file/);
		expect(said('third')).toMatch(/no file in the field 'third'/);
	});
});
