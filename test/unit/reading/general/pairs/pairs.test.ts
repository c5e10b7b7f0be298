import { textReadings } from '../../../../../nodes/ClovaOcr/reading/general/textReadings';
import { Sheet } from '../../../../samples/drawing/sheet';
import { drawTextPage, type TextPage } from '../../../../samples/drawing/textPage';
import { letter, notice } from '../../../../samples/text/letters';
import { PLAIN } from '../../../../support/answers';
import { pageOf } from '../../../../support/drawnPage';
import { forms } from '../../../../support/drawnForms';

type Pair = [label: string, value: string];

/** Label and value of a drawn page, its words where they were printed and nothing said of lines. */
function pairsOn(sheet: Sheet): Pair[] {
	const fields = sheet.printed.flatMap(({ text, words }) =>
		(text.match(/\S+/g) ?? []).map((inferText, index) => ({
			inferText,
			inferConfidence: 0.9,
			boundingPoly: { vertices: words[index].map(({ x, y }) => ({ x, y })) },
		})),
	);
	const readings = textReadings([pageOf({ fields })], { ...PLAIN, splitInto: 'pair' });
	return readings
		.filter(({ values }) => values.label !== null)
		.map(({ values }): Pair => [String(values.label), String(values.value)]);
}

const key = ([label, value]: Pair) => `${label.replace(/\s/g, '')} = ${value.replace(/\s/g, '')}`;

test('of the drawn forms 95 % of the pairs are right, and 80 % of all are found', () => {
	const [found, right, wanted] = [[] as string[], [] as string[], [] as string[]];
	for (const { draw, pairs } of forms) {
		const truth = new Set(pairs.map(key));
		const got = pairsOn(draw()).map(key);
		found.push(...got);
		right.push(...got.filter((each) => truth.has(each)));
		wanted.push(...truth);
	}
	const missed = wanted.filter((each) => !right.includes(each));
	const wrong = found.filter((each) => !right.includes(each));
	expect({ precise: right.length / found.length >= 0.95, wrong }).toMatchObject({ precise: true });
	expect({ recall: right.length / wanted.length >= 0.8, missed }).toMatchObject({ recall: true });
});

test.each<[string, TextPage, string[]]>([
	['a letter', letter, ['장소', '전화']],
	['a notice', notice, ['날짜 (Date)', '대상 (Service)', '영향 (Impact)']],
])('%s gives only what its colons say', (_, page, labels) => {
	expect(pairsOn(drawTextPage(page)).map(([label]) => label)).toEqual(labels);
});

test('times, addresses and item lines are no pairs', () => {
	const sheet = new Sheet(1240, 400);
	sheet.text('12:30 출발 http://example.com/a', 100, 100, { size: 30 });
	sheet.text('연필', 100, 200, { size: 30 });
	sheet.text('2', 500, 200, { size: 30 });
	sheet.text('1,000', 700, 200, { size: 30 });
	expect(pairsOn(sheet)).toEqual([]);
});
