import { attachFile } from '../../nodes/ClovaOcr/attachFile';
import { bytesSource } from '../../nodes/ClovaOcr/clova/streamedFile';
import type { FileMaker, Made } from '../../nodes/ClovaOcr/operations/types';
import { emptyOutcome } from '../../nodes/ClovaOcr/outcome';
import { finalProblem } from '../../nodes/ClovaOcr/problem';
import { itemSettings } from '../support/settings';

const document = {
	fileName: 'a.pdf',
	format: 'pdf' as const,
	source: bytesSource(Buffer.from('old')),
	pixels: null,
};
const problem = finalProblem('It was not made', 'Look at it.');

/** What becomes of two items when a file is made, refused or fails. */
async function attached(made: Made | Error, { allOrNothing = false, full = false, atFailure = false }) {
	const maker: FileMaker = {
		allOrNothing,
		fileOf: () => ({ fileName: 'b.pdf', mimeType: 'application/pdf' }),
		refuse: async () => null,
		make: async () => {
			if (made instanceof Error) throw made;
			return made;
		},
	};
	const outcome = emptyOutcome(2, 'a.pdf');
	outcome.items = ['one', 'two'].map((text) => ({ item: { json: { text } }, needsReview: false }));
	const settings = itemSettings({ outputBinaryField: 'copy' });
	await attachFile(maker, document, { pages: [], keep: null }, outcome, settings, {
		stop: { atFailure, stopped: false, noteFailure: () => undefined },
		store: async (_, fileName, mimeType) => {
			if (full) throw new Error('/var/lib/secret is full');
			return { data: 'stored', fileName, mimeType };
		},
	});
	const { items, failures, hints } = outcome;
	return { items: items.map(({ item }) => item), failures, hints };
}

const good: Made = { ok: true, bytes: Buffer.from('new'), hints: ['a hint'] };

test('a file that was made goes out with every item, and what is to be known of it', async () => {
	const { items, failures, hints } = await attached(good, {});
	const file = { data: 'stored', fileName: 'b.pdf', mimeType: 'application/pdf' };
	expect(items.map(({ binary }) => binary)).toEqual([{ copy: file }, { copy: file }]);
	expect([failures, hints]).toEqual([[], ['a hint']]);
});

test.each<[string, Made | Error, boolean, RegExp]>([
	['refused', { ok: false, problem }, false, /^It was not made$/],
	['broken', new Error('/var/lib/secret'), false, /could not be made or stored$/],
	['not stored', good, true, /could not be made or stored$/],
])('where it is %s the text goes on without it', async (_, made, full, message) => {
	const { items, failures, hints } = await attached(made, { full });
	expect(items).toEqual([{ json: { text: 'one' } }, { json: { text: 'two' } }]);
	expect(failures).toMatchObject([{ itemIndex: 2, fileName: 'a.pdf', pages: null }]);
	expect(failures[0].problem.message).toMatch(message);
	expect(JSON.stringify(failures)).not.toContain('secret');
	expect(hints).toEqual([]);
});

test('under Stop a hint says so', async () => {
	const { items, failures, hints } = await attached({ ok: false, problem }, { atFailure: true });
	expect([items.length, failures]).toEqual([2, []]);
	expect(hints).toEqual(["'a.pdf': It was not made. Look at it."]);
});

test('where an item is worse without it, only an error is left, with the text that was paid for', async () => {
	for (const atFailure of [true, false]) {
		const { items, failures, hints } = await attached(
			{ ok: false, problem },
			{ allOrNothing: true, atFailure },
		);
		const recognized = [{ text: 'one' }, { text: 'two' }];
		expect([items, hints]).toEqual([[], []]);
		expect(failures).toEqual([
			{ problem, itemIndex: 2, fileName: 'a.pdf', pages: null, recognized },
		]);
	}
});
