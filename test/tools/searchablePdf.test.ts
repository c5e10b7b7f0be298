import { createSearchablePdf, type SearchablePage } from '../../nodes/ClovaOcr/pdf/pdf';
import { boxAround } from '../../nodes/ClovaOcr/shared/geometry';
import { scanPdf, type ScanPage } from '../support/pdf/documents';
import { layOut, SCRIPTS } from '../support/pdf/layout';
import { opened } from '../support/pdf/open';
import { boxedWords, runTool, Workplace, type SeenWord } from '../support/pdf/tools';

const place = new Workplace();
jest.setTimeout(60_000);
afterAll(async () => await place.remove());

const PLAIN = { keep: null, highlight: false };
const A4 = { width: 1240, height: 1754 };
const LYING = { width: 1754, height: 1240 };

interface Case {
	name: string;
	page: ScanPage;
	picture: { width: number; height: number };
	tilt?: number;
}

const CASES: Case[] = [
	{ name: 'upright', page: {}, picture: A4 },
	{ name: 'turned by 90', page: { rotate: 90 }, picture: LYING },
	{ name: 'turned by 180', page: { rotate: 180 }, picture: A4 },
	{ name: 'turned by 270', page: { rotate: 270 }, picture: LYING },
	{ name: 'leaning by 3', page: {}, picture: A4, tilt: 3 },
	{ name: 'leaning by -1.5', page: {}, picture: A4, tilt: -1.5 },
	{ name: 'cropped', page: { cropFrom: [50, 80] }, picture: A4 },
	{ name: 'cropped, turned by 90', page: { cropFrom: [30, 10], rotate: 90 }, picture: LYING },
	{ name: 'cropped, turned by 270', page: { cropFrom: [30, 10], rotate: 270 }, picture: LYING },
];

async function searchable(page: ScanPage, words: SearchablePage, highlight = false) {
	const pdf = await opened(await scanPdf([page]));
	return (await createSearchablePdf(pdf, [words], { ...PLAIN, highlight })).bytes;
}

/** The boxes that were asked for, in points of the page as displayed (A4 in all cases). */
function expectedBoxes(words: SearchablePage, picture: Case['picture']): SeenWord[] {
	const scale = (picture === A4 ? 595 : 842) / picture.width;
	return words.lines.flat().map(({ text, corners }) => {
		const box = boxAround(corners) ?? { x: NaN, y: NaN, width: NaN, height: NaN };
		return {
			text,
			left: box.x * scale,
			top: box.y * scale,
			right: (box.x + box.width) * scale,
			bottom: (box.y + box.height) * scale,
		};
	});
}

function deviation(a: SeenWord, b: SeenWord): number {
	return Math.max(
		Math.abs(a.left - b.left),
		Math.abs(a.top - b.top),
		Math.abs(a.right - b.right),
		Math.abs(a.bottom - b.bottom),
	);
}

describe('boxes that pdftotext sees', () => {
	it.each(CASES)('lie within 3 points of the words: $name', async ({ page, picture, tilt }) => {
		const words = layOut(SCRIPTS, { ...picture, tilt });
		const file = await place.file('boxes.pdf', await searchable(page, words));
		const [seen] = await boxedWords(file);
		const expected = expectedBoxes(words, picture);
		expect(seen.map(({ text }) => text).sort()).toEqual(expected.map(({ text }) => text).sort());
		const worst = Math.max(
			...expected.map((box) =>
				Math.min(...seen.filter(({ text }) => text === box.text).map((s) => deviation(s, box))),
			),
		);
		expect(worst).toBeLessThan(3);
	});
});

describe('text that pdftotext and mutool take out', () => {
	// poppler's layout takes the far end of a line that leans more for another line.
	const slight = CASES.filter(({ tilt = 0 }) => Math.abs(tilt) < 2);

	it.each(slight)('equals the lines that were read: $name', async ({ page, picture, tilt }) => {
		const words = layOut(SCRIPTS, { ...picture, tilt });
		const file = await place.file('text.pdf', await searchable(page, words));
		const poppler = await runTool('pdftotext', [file, '-']);
		expect(poppler.stderr).toBe('');
		expect(nonEmptyLines(poppler.stdout)).toEqual(SCRIPTS);
		const mupdf = await runTool('mutool', ['draw', '-q', '-F', 'txt', file]);
		expect(nonEmptyLines(mupdf.stdout)).toEqual(SCRIPTS);
	});
});

function nonEmptyLines(text: string): string[] {
	return text.split(/[\n\f]/).filter((line) => line.trim() !== '');
}

describe('a searchable PDF', () => {
	it.each([false, true])(
		'has nothing that qpdf, poppler or mupdf warn about: highlight %p',
		async (highlight) => {
			const words = layOut(SCRIPTS, A4);
			const file = await place.file('clean.pdf', await searchable({}, words, highlight));
			const checked = await runTool('qpdf', ['--check', file]);
			expect(checked.stdout).toContain('No syntax or stream encoding errors');
			const fonts = await runTool('pdffonts', [file]);
			expect(fonts.stdout).toMatch(/CID TrueType\s+Identity-H\s+yes (yes|no ) yes/);
			const drawn = await runTool('pdftoppm', ['-r', '30', '-png', file, await place.file('page')]);
			const mupdf = await runTool('mutool', ['draw', '-o', await place.file('mu.png'), file]);
			expect([checked.stderr, fonts.stderr, drawn.stderr]).toEqual(['', '', '']);
			// Debian builds mutool without colour management and lets it say so.
			const ownWarning = 'warning: ICC support is not available\n';
			expect(mupdf.stderr.replace(ownWarning, '')).not.toMatch(/warning|error/);
		},
	);
});
