import { textReadings } from '../../../../../nodes/ClovaOcr/reading/general/textReadings';
import { drawTextPage, linesOf, type TextPage } from '../../../../samples/drawing/textPage';
import { columns, letter, notice, smallPrint } from '../../../../samples/text/letters';
import { reportPage } from '../../../../samples/text/reports';
import { PLAIN } from '../../../../support/answers';
import { pageOf } from '../../../../support/drawnPage';
import { seenLetters } from '../../../../support/markdownWords';

/** A sample as Markdown, its words where they were printed. */
function markdownOf(page: TextPage, tilt = 0): string {
	const fields = drawTextPage(page, tilt).printed.flatMap(({ text, words }) =>
		(text.match(/\S+/g) ?? []).map((inferText, index, all) => ({
			inferText,
			inferConfidence: 0.99,
			boundingPoly: { vertices: words[index].map(({ x, y }) => ({ x, y })) },
			lineBreak: index === all.length - 1,
		})),
	);
	const options = { ...PLAIN, layout: 'markdown' as const, splitInto: 'page' };
	return String(textReadings([pageOf({ fields })], options)[0].values.text);
}

/** A list's sign is shown as a bullet, whatever was printed; hyphens at line ends may go. */
const letters = (text: string) =>
	text
		.normalize('NFC')
		.replace(/[•·▪◦●*\-–]/g, '')
		.replace(/\s/g, '');

test.each<[string, TextPage, number]>([
	['a letter', letter, 0],
	['the same, askew', letter, 2],
	['a notice', notice, 0],
	['small print', smallPrint, 0],
	['two columns', columns, 0],
	['a report', reportPage(1), 0],
	['its second page', reportPage(2), 0],
])('%s shows the words that were printed, in their order', (_, page, tilt) => {
	const seen = letters(seenLetters(markdownOf(page, tilt)));
	expect(seen).toBe(letters(linesOf(page).join('')));
});

test('two columns are read one after the other', () => {
	const markdown = letters(markdownOf(columns));
	const [left = [], right = []] = columns.columns ?? [];
	const ends = [left, right].map((blocks) => blocks.flatMap((block) => block.lines));
	const at = (line: string | undefined) => markdown.indexOf(letters(line ?? '-'));
	expect(at(ends[0]?.at(-1))).toBeGreaterThan(-1);
	expect(at(ends[0]?.at(-1))).toBeLessThan(at(ends[1]?.[0]));
});

test.each<[string, TextPage]>([
	['a letter', letter],
	['two columns', columns],
])('%s has no heading but lines in larger print', (_, page) => {
	const blocks = [...page.blocks, ...(page.columns ?? []).flat()];
	const usual = Math.min(...blocks.map(({ size }) => size));
	const large = blocks.filter(({ size }) => size > usual).flatMap(({ lines }) => lines);
	const headings = markdownOf(page).match(/^#+ .*$/gm) ?? [];
	for (const heading of headings) {
		const text = letters(heading.replace(/^#+ /, ''));
		expect(letters(large.join(''))).toContain(text);
	}
});
