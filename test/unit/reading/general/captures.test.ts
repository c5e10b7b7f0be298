import { parse } from 'csv-parse/sync';

import { extractTables } from '../../../../nodes/ClovaOcr/operations/general/extractTables';
import { extractText } from '../../../../nodes/ClovaOcr/operations/general/extractText';
import { asList, asObject, type Json, type JsonObject } from '../../../../nodes/ClovaOcr/shared/json';
import { outsideAnswers, pagesOf, PLAIN, printedTexts } from '../../../support/answers';
import { htmlGrid } from '../../../support/htmlGrid';

const GENERAL = [...outsideAnswers('captures'), ...outsideAnswers('clova-ocr/examples')].filter(
	({ name }) => name.startsWith('general'),
);
const WITH_TABLES = GENERAL.filter(({ body }) =>
	imagesOf(body).some(({ tables }) => tables !== undefined),
);

function imagesOf(body: Json): JsonObject[] {
	return asList(asObject(body).images).map(asObject);
}

/** The text of a page, straight from the wire: a space after a word, a line feed after a line's last. */
function plainText({ fields }: JsonObject): string {
	return asList(fields)
		.map((field) => asObject(field))
		.map(({ inferText, lineBreak }) => `${String(inferText)}${lineBreak === true ? '\n' : ' '}`)
		.join('')
		.trimEnd();
}

/** Sorted words of a text. */
function wordsOf(text: unknown): string[] {
	return String(text)
		.split(/\s+/)
		.filter((word) => word !== '')
		.sort();
}

function printedWords(value: Json): string[] {
	return wordsOf(printedTexts(value).join(' '));
}

function tablesOf(body: Json) {
	return extractTables.read(pagesOf(body), {
		...PLAIN,
		splitInto: 'table',
		headerRow: false,
		fillMergedCells: false,
		tableFormats: ['csv', 'html', 'markdown'],
	});
}

// Without the answers beside the project there is nothing to compare; the invented ones are elsewhere.
const answers = (list: typeof GENERAL) => list.map(({ name, body }) => [name, body] as const);

test('text of real answers is the text on the wire', () => {
	for (const [name, body] of answers(GENERAL)) {
		const readings = extractText.read(pagesOf(body), { ...PLAIN, splitInto: 'page' });
		imagesOf(body).forEach((image, index) => {
			const expected = image.inferResult === 'SUCCESS' ? plainText(image) : null;
			if (!name.includes('v1')) expect(readings[index].values.text).toBe(expected);
			expect(wordsOf(readings[index].values.text ?? '')).toEqual(wordsOf(expected ?? ''));
		});
	}
});

test('visual rows of real answers hold every word', () => {
	for (const [, body] of answers(GENERAL)) {
		const options = { ...PLAIN, splitInto: 'page', layout: 'spaced' as const };
		extractText.read(pagesOf(body), options).forEach(({ values }, index) => {
			expect(wordsOf(values.text ?? '')).toEqual(
				printedWords(imagesOf(body)[index].fields ?? null),
			);
		});
	}
});

test('rows and formats of real tables hold every word of every cell', () => {
	for (const [, body] of answers(WITH_TABLES)) {
		const wire = imagesOf(body).flatMap((image) => asList(image.tables));
		tablesOf(body).forEach(({ values }, index) => {
			const expected = printedWords(wire[index]);
			const grid = htmlGrid(String(values.html));
			const csv: string[][] = parse(String(values.csv), { bom: true });
			expect(
				wordsOf(
					asList(values.rows)
						.flatMap(asList)
						.map((text) => text ?? '')
						.join(' '),
				),
			).toEqual(expected);
			expect(
				wordsOf(
					csv
						.flat()
						.map((text) => text.replace(/^'/, ''))
						.join(' '),
				),
			).toEqual(expected);
			expect(wordsOf([...new Set(grid.flat())].map(({ text }) => text).join(' '))).toEqual(
				expected,
			);
			for (const word of expected) expect(values.markdown).toContain(word);
		});
	}
});

test('text outside the tables of real answers is what no upright table frame holds', () => {
	for (const [, body] of answers(WITH_TABLES)) {
		tablesOf(body).forEach(({ values, page }) => {
			const { tables, fields } = imagesOf(body)[(page ?? 1) - 1];
			const frames = asList(tables).map((table) => frameOf(asObject(table)));
			const outside = asList(fields)
				.map(asObject)
				.filter((field) => !frames.some((frame) => holds(frame, frameOf(field))));
			expect(wordsOf(values.textOutsideTables ?? '')).toEqual(printedWords(outside));
			expect(outside.length).toBeGreaterThan(0);
		});
	}
});

test('rows of the real menu are the rows that the eye sees, without its tilt or its breaks', () => {
	const menu = GENERAL.find(({ name }) => name.includes('table-rowspan'));
	if (menu === undefined) return;
	const [page] = pagesOf(menu.body);
	const fields = asList(page.image?.raw.fields).map((field) => ({
		...asObject(field),
		lineBreak: null,
	}));
	const asV1 = {
		...page,
		image: { inferResult: 'SUCCESS' as const, message: null, raw: { fields } },
	};
	const [v2, v1] = [page, asV1].map(
		(one) => extractText.read([one], { ...PLAIN, splitInto: 'page' })[0],
	);
	expect(v1.values.lines).toEqual(v2.values.lines);
});

/** Left, top, right and bottom of a member's polygon. */
function frameOf(member: JsonObject): number[] {
	const points = asList(asObject(member.boundingPoly).vertices).map(asObject);
	const xs = points.map(({ x }) => Number(x));
	const ys = points.map(({ y }) => Number(y));
	return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function holds([left, top, right, bottom]: number[], inner: number[]): boolean {
	const [x, y] = [(inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2];
	return x > left && x < right && y > top && y < bottom;
}
