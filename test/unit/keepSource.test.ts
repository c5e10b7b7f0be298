import { bytesSource } from '../../nodes/ClovaOcr/clova/streamedFile';
import type { FileSource } from '../../nodes/ClovaOcr/input/fileSource';
import type { ItemSettings } from '../../nodes/ClovaOcr/input/settings';
import { keepSource } from '../../nodes/ClovaOcr/keepSource';
import { createMaskedCopy } from '../../nodes/ClovaOcr/operations/general/createMaskedCopy';
import { extractText } from '../../nodes/ClovaOcr/operations/general/extractText';
import { emptyOutcome } from '../../nodes/ClovaOcr/outcome';
import { itemSettings } from '../support/settings';

const attached = { photo: { data: 'attached', mimeType: 'image/png' } };
const source: FileSource = {
	fileName: 'a.png',
	binary: attached,
	distant: false,
	skipUnreadable: false,
	open: async () => {
		throw new Error('is not opened again');
	},
};
const local = {
	fileName: 'a.png',
	format: 'png' as const,
	source: bytesSource(Buffer.from('bytes')),
	pixels: null,
};
const SOURCES = {
	attached: { source, local },
	/** Came as Base64 or was downloaded. */
	loose: { source: { ...source, binary: null }, local },
	/** Only CLOVA has seen it. */
	distant: { source: { ...source, binary: null }, local: null },
};

interface Asked {
	file?: keyof typeof SOURCES;
	keep?: ItemSettings['keepSource'];
	reviewOutput?: boolean;
	atFailure?: boolean;
	full?: boolean;
	operation?: typeof extractText;
	settings?: Partial<ItemSettings>;
}

/** What becomes of two items, of which the second needs a look. */
async function kept({
	file = 'attached',
	keep = 'none',
	reviewOutput = false,
	atFailure = false,
	full = false,
	operation = extractText,
	settings = {},
}: Asked) {
	const { source: from, local: opened } = SOURCES[file];
	const outcome = emptyOutcome(0, 'a.png');
	outcome.items = [false, true].map((needsReview) => ({
		item: { json: { text: 'ours', needsReview, ocr: { needsReview } } },
		needsReview,
	}));
	const stored: string[] = [];
	await keepSource(
		{
			itemIndex: 0,
			input: { text: 'theirs', sender: 'mail', _files: [{ id: 1 }] },
			settings: itemSettings({ keepSource: keep, ...settings }),
			source: from,
		},
		opened,
		outcome,
		operation,
		{
			settings: { maxConcurrency: 1, maxCalls: null, rateLimitWait: 0, reviewOutput },
			stop: { atFailure, stopped: false, noteFailure: () => undefined },
			store: async (bytes: Uint8Array, fileName: string, mimeType: string) => {
				if (full) throw new Error('ENOSPC');
				stored.push(`${Buffer.from(bytes).toString()} ${fileName} ${mimeType}`);
				return { data: 'stored', mimeType };
			},
		},
	);
	return { outcome, stored, items: outcome.items.map(({ item }) => item) };
}

const filesOf = (items: Array<{ binary?: object }>) =>
	items.map(({ binary }) => Object.keys(binary ?? {}).join());

describe('Keep Source', () => {
	test.each([
		['none', [undefined, undefined], ['', '']],
		['json', ['mail', 'mail'], ['', '']],
		['binary', [undefined, undefined], ['photo', 'photo']],
		['both', ['mail', 'mail'], ['photo', 'photo']],
	] as const)('"%s" passes on the fields %j and the files %j', async (keep, senders, files) => {
		const { items } = await kept({ keep });
		expect(items.map(({ json }) => json.sender)).toEqual(senders);
		expect(filesOf(items)).toEqual(files);
		expect(items.map(({ json }) => json.text)).toEqual(['ours', 'ours']);
	});

	test('passes on files as files, not as the field in which n8n notes them', async () => {
		const { items } = await kept({ keep: 'json' });
		expect(items.every(({ json }) => !('_files' in json))).toBe(true);
	});

	test('stores a file that came otherwise once for all items', async () => {
		const { items, stored } = await kept({ keep: 'binary', file: 'loose' });
		expect(stored).toEqual(['bytes a.png image/png']);
		expect(filesOf(items)).toEqual(['data', 'data']);
	});

	test('stores nothing where no item has to carry it', async () => {
		const { stored } = await kept({ keep: 'json', file: 'loose' });
		expect(stored).toEqual([]);
	});

	test('has no file where only CLOVA has seen it', async () => {
		const { items, outcome } = await kept({ keep: 'both', file: 'distant' });
		expect(filesOf(items)).toEqual(['', '']);
		expect([outcome.failures, outcome.hints]).toEqual([[], []]);
	});
});

describe('items for Needs Review', () => {
	test('carry the file, and only these', async () => {
		const { items } = await kept({ reviewOutput: true });
		expect(filesOf(items)).toEqual(['', 'photo']);
		expect(items[1].json.sender).toBeUndefined();
	});

	test('show no number again that was blacked out beside them, unless asked to', async () => {
		const blacked = { reviewOutput: true, operation: createMaskedCopy };
		expect(filesOf((await kept(blacked)).items)).toEqual(['', '']);
		expect(filesOf((await kept({ ...blacked, keep: 'binary' })).items)).toEqual(['photo', 'photo']);
	});
});

describe('a file that cannot be stored', () => {
	const full = { keep: 'both', file: 'loose', full: true } as const;

	test('is an error beside the items under Continue', async () => {
		const { items, outcome } = await kept(full);
		expect(outcome.failures).toMatchObject([{ itemIndex: 0, fileName: 'a.png', pages: null }]);
		expect(outcome.failures[0].problem.message).toMatch(/could not be stored beside it/);
		expect(outcome.hints).toEqual([]);
		expect(items.map(({ json }) => json.needsReview)).toEqual([false, true]);
		expect(items.map(({ json }) => json.sender)).toEqual(['mail', 'mail']);
	});

	test('is a hint under Stop, and somebody has to look at every item', async () => {
		const { items, outcome } = await kept({ ...full, atFailure: true });
		expect(outcome.failures).toEqual([]);
		expect(outcome.hints).toEqual([expect.stringMatching(/^'a\.png': .*could not be stored/)]);
		expect(outcome.items.map(({ needsReview }) => needsReview)).toEqual([true, true]);
		expect(items.map(({ json }) => json.needsReview)).toEqual([true, true]);
		expect(items.map(({ json }) => json.ocr)).toEqual([
			{ needsReview: true },
			{ needsReview: true },
		]);
	});
});
