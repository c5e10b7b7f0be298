import { createSearchablePdf } from '../../nodes/ClovaOcr/pdf/pdf';
import { ChromiumViewer } from '../support/pdf/chromiumViewer';
import { scanPdf, type ScanPage } from '../support/pdf/documents';
import { layOut, SCRIPTS } from '../support/pdf/layout';
import { opened } from '../support/pdf/open';
import { Workplace } from '../support/pdf/tools';

jest.setTimeout(240_000);

const place = new Workplace();
let viewer: ChromiumViewer;
beforeAll(async () => {
	viewer = new ChromiumViewer(await place.file('profile'));
});
afterAll(async () => {
	await viewer.close();
	await place.remove();
});

async function searchable(
	name: string,
	page: ScanPage,
	picture: { width: number; height: number },
) {
	const pdf = await opened(await scanPdf([page]));
	const words = layOut(SCRIPTS, picture);
	const { bytes } = await createSearchablePdf(pdf, [words], { keep: null, highlight: false });
	return await place.file(name, bytes);
}

describe("Chromium's viewer", () => {
	it('copies exactly what was read', async () => {
		const upright = await searchable('upright.pdf', {}, { width: 1240, height: 1754 });
		expect((await viewer.copiedText(upright)).split(/\r?\n/)).toEqual(SCRIPTS);
		const turned: ScanPage = { rotate: 90, cropFrom: [30, 10] };
		const lying = await searchable('turned.pdf', turned, { width: 1754, height: 1240 });
		expect((await viewer.copiedText(lying)).split(/\r?\n/)).toEqual(SCRIPTS);
	});

	it('finds and marks a word, and only one that is there', async () => {
		const file = await searchable('search.pdf', {}, { width: 1240, height: 1754 });
		const plain = await viewer.picture(file);
		expect(await viewer.picture(file, '없는말')).toEqual(plain);
		for (const word of ['대한민국', 'カタカナ', 'façade']) {
			expect((await viewer.picture(file, word)).equals(plain)).toBe(false);
		}
	});
});
