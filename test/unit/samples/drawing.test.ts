import { createCanvas } from '@napi-rs/canvas';

import { boxAround } from '../../../nodes/ClovaOcr/shared/geometry';
import { documentSamples } from '../../samples';
import { leaveForm, membershipForm } from '../../samples/form/data';
import { columns, letter, notice, smallPrint } from '../../samples/text/letters';
import { mrzCheckDigit, mrzOf } from '../../samples/drawing/mrz';
import { foreignPassport } from '../../samples/foreignPassport/data';
import { koreanPassport } from '../../samples/idCard/data';
import { reportPage } from '../../samples/text/reports';
import { salesTable, stockTables } from '../../samples/table/data';
import { drawForm } from '../../samples/form/drawing';
import type { Fragment, Sheet } from '../../samples/drawing/sheet';
import { drawTablePage } from '../../samples/table/drawing';
import { drawTextPage } from '../../samples/drawing/textPage';

jest.setTimeout(60_000);

const SHEETS: Array<[string, Sheet]> = [
	...documentSamples.map((each): [string, Sheet] => [each.id, each.draw()]),
	['letter', drawTextPage(letter)],
	['tilted', drawTextPage(letter, 2)],
	['notice', drawTextPage(notice)],
	['small-print', drawTextPage(smallPrint)],
	['columns', drawTextPage(columns)],
	['table', drawTablePage(salesTable)],
	...stockTables.map((page, at): [string, Sheet] => [`table-pages ${at}`, drawTablePage(page)]),
	['form', drawForm(membershipForm)],
	['form-leave', drawForm(leaveForm)],
	...[1, 2, 43].map((page): [string, Sheet] => [`report ${page}`, drawTextPage(reportPage(page))]),
];

describe.each(SHEETS)('the picture of %s', (name, sheet) => {
	it('shows all its text: nothing leaves the paper', () => {
		const outside = sheet.printed.filter(({ corners }) =>
			corners.some(({ x, y }) => x < 5 || y < 5 || x > sheet.width - 5 || y > sheet.height - 5),
		);
		expect(outside.map(({ text }) => text)).toEqual([]);
	});

	it('prints no text over another', () => {
		// Upright boxes around tilted lines overlap though the lines do not.
		const upright = name === 'tilted' ? drawTextPage(letter) : sheet;
		const pairs = upright.printed.flatMap((one, at) =>
			upright.printed
				.slice(at + 1)
				.filter((other) => overlap(one, other))
				.map((other) => `${one.text} × ${other.text}`),
		);
		expect(pairs).toEqual([]);
	});

	it('has a letter for every character', () => {
		const missing = [...sheet.lettering].flatMap(([font, text]) => withoutLetter(font, text));
		expect(missing).toEqual([]);
	});

	it('has ink where a value is said to stand', () => {
		const bare = [...sheet.marks.values()].flatMap(({ fragments }) =>
			fragments.filter((fragment) => contrast(sheet, fragment) < 60),
		);
		expect(bare.map(({ text }) => text)).toEqual([]);
	});
});

describe('documents that could be taken for real ones', () => {
	// Nobody can do harm with a receipt or a business card.
	const harmless = ['readBusinessCard', 'readReceipt'];
	const serious = documentSamples.filter(({ operation }) => !harmless.includes(operation));

	it.each(serious.map((each) => [each.id, each] as const))(
		'%s says that it is a sample',
		(_, each) => {
			expect(each.draw().stamps.join()).toContain('견본');
		},
	);

	it('have machine-readable lines with right check digits', () => {
		// The worked example of ICAO Doc 9303 part 4, appendix A.
		expect(mrzCheckDigit('L898902C3')).toBe('6');
		expect(mrzCheckDigit('740812')).toBe('2');
		for (const passport of [koreanPassport, foreignPassport]) {
			const [names, numbers] = mrzOf(passport);
			expect([names.length, numbers.length]).toEqual([44, 44]);
			const whole = numbers.slice(0, 10) + numbers.slice(13, 20) + numbers.slice(21, 43);
			expect(numbers[43]).toBe(mrzCheckDigit(whole));
		}
	});
});

describe('the pages of the endless report', () => {
	it('differ from each other', () => {
		const pages = Array.from({ length: 43 }, (_, at) => JSON.stringify(reportPage(at + 1)));
		expect(new Set(pages).size).toBe(43);
	});
});

/** Whether two upright boxes share more than a hair. */
function overlap(one: Fragment, other: Fragment): boolean {
	const [a, b] = [boxAround(one.corners), boxAround(other.corners)];
	if (a === null || b === null) return false;
	const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
	const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
	return across > 2 && down > 4;
}

/** Characters that the font draws as nothing or as the box of a missing letter. */
function withoutLetter(font: string, text: string): string[] {
	const missing = [glyph(font, '\u{10FFFD}'), glyph(font, ' ')];
	return [...new Set(text)].filter(
		(letter) => letter.trim() !== '' && missing.includes(glyph(font, letter)),
	);
}

const glyphs = new Map<string, string>();

function glyph(font: string, letter: string): string {
	const key = `${font} ${letter}`;
	const known = glyphs.get(key);
	if (known !== undefined) return known;
	const context = createCanvas(80, 80).getContext('2d');
	context.font = font.replace(/\d+(\.\d+)?px/, '40px');
	context.fillText(letter, 10, 55);
	const drawn = Buffer.from(context.getImageData(0, 0, 80, 80).data).toString('base64');
	glyphs.set(key, drawn);
	return drawn;
}

/** Darkest against lightest within a fragment. */
function contrast(sheet: Sheet, { corners }: Fragment): number {
	const box = boxAround(corners);
	if (box === null) return 0;
	const { data } = sheet.context.getImageData(
		Math.round(box.x),
		Math.round(box.y),
		Math.max(1, Math.round(box.width)),
		Math.max(1, Math.round(box.height)),
	);
	const greens = data.filter((__, at) => at % 4 === 1);
	return greens.reduce((a, b) => Math.max(a, b), 0) - greens.reduce((a, b) => Math.min(a, b), 255);
}
