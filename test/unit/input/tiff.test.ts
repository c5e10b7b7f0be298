import { bytesSource } from '../../../nodes/ClovaOcr/clova/streamedFile';
import { readAll } from '../../../nodes/ClovaOcr/input/bytes';
import { planTiff } from '../../../nodes/ClovaOcr/input/tiff';
import { readTiff } from '../../../nodes/ClovaOcr/tiff/directories';
import { tiffOf } from '../../support/sources';

/** A place in the directory of the first page: its tag there is one of eight. */
const entryOf = (index: number) => 8 + 2 + index * 12;

async function planned(bytes: Uint8Array, pagesPerCall = 10, range = '') {
	const document = { fileName: 'fax.tif', format: 'tiff' as const, source: bytesSource(bytes), pixels: null };
	return await planTiff(document, pagesPerCall, range);
}

async function planOf(...given: Parameters<typeof planned>) {
	const made = await planned(...given);
	if (!made.ok) throw new Error(made.problem.message);
	return made.plan;
}

async function saidOf(...given: Parameters<typeof planned>) {
	const made = await planned(...given);
	return made.ok ? null : made.problem.message;
}

/** The pages of each call, and how many each file that is sent has. */
async function callsOf(...given: Parameters<typeof planned>) {
	const { parts } = await planOf(...given);
	return await Promise.all(
		parts.map(async (part) => {
			const picture = await part.picture();
			if (picture.kind !== 'upload') throw new Error('is not uploaded');
			expect(picture).toMatchObject({ fileName: 'fax.tif', format: 'tiff' });
			return [part.pages, readTiff(await readAll(picture.source))?.pages.length];
		}),
	);
}

describe('a TIFF in calls', () => {
	it('goes out as it is where one call can carry it, and only the answer tells its pages', async () => {
		expect(await callsOf(tiffOf(3), 3)).toEqual([[null, 3]]);
		expect(await planOf(tiffOf(3), 3)).toEqual({
			pageCount: null,
			parts: [expect.anything()],
			ownText: [],
			refused: [],
			hints: [],
		});
	});

	it('has the pages that were named, also where these are all', async () => {
		expect(await callsOf(tiffOf(3), 3, '1-3')).toEqual([[[1, 2, 3], 3]]);
		expect(await callsOf(tiffOf(3), 3, '3')).toEqual([[[3], 1]]);
		expect(await planOf(tiffOf(3), 3, '3')).toEqual({
			pageCount: 3,
			parts: [expect.anything()],
			ownText: [],
			refused: [],
			hints: [],
		});
	});

	it('is divided where it has more pages', async () => {
		expect(await callsOf(tiffOf(4), 3)).toEqual([
			[[1, 2, 3], 3],
			[[4], 1],
		]);
	});

	it('is refused where it has no such page, or is damaged', async () => {
		expect(await saidOf(tiffOf(2), 3, '3')).toBe("The option 'Pages' does not fit 'fax.tif'");
		expect(await saidOf(tiffOf(2).subarray(0, 9))).toBe("'fax.tif' is a damaged TIFF");
	});

	it('is refused where its pages name more data than there can be', async () => {
		const greedy = tiffOf(40);
		for (let page = 0; page < 40; page += 1) {
			const entry = entryOf(0) + page * 104;
			greedy.writeUInt32LE(8, entry + 4 * 12 + 8);
			greedy.writeUInt32LE(greedy.length - 8, entry + 7 * 12 + 8);
		}
		expect(await saidOf(greedy, 1)).toBe("'fax.tif' is a damaged TIFF");
		expect(await callsOf(greedy, 1, '1')).toEqual([[[1], 1]]);
	});

	it('is refused where a page that has to be taken out of it cannot be', async () => {
		const outside = tiffOf(2);
		outside.writeUInt32LE(1_000_000, entryOf(4) + 8);
		expect(await saidOf(outside, 1)).toMatch(/^Page 1 of the TIFF 'fax\.tif' cannot be sent on its own/);
		expect(await callsOf(outside, 1, '2')).toEqual([[[2], 1]]);
		expect(await callsOf(outside, 2)).toEqual([[null, 2]]);
	});
});
