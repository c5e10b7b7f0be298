import { exactShape, lookAlike, noLuhn, ordinary, type Decoy } from './decoyForms';
import { misreadForm, oddCard, separatorForm, usual, type Form } from './forms';
import { CARD, FILLER, OTHER, PERSON, printedLabel } from './labels';
import { person, recentDate } from './numbers';
import type { Ink, Paper, Piece } from './paper';
import { cut, join, personPrint, plain, secret, words, type Printed } from './print';
import type { Random } from './random';
import type { Group, Planted } from './truth';

/** Puts something on paper at its present line and says what there is to hide or to leave. */
export type Entry = (paper: Paper) => Planted[];

export function filler(random: Random, least = 0, most = 4): Piece[] {
	return Array.from({ length: random.int(least, most) }, () => plain(random.pick(FILLER)));
}

export function fillerLine(paper: Paper): Planted[] {
	paper.line(filler(paper.random, 2, 7));
	return [];
}

/** Where a label stands in relation to its number. */
type Place = 'above' | 'far' | 'left' | 'none' | 'same word';

function labelPieces(random: Random, label: string): Piece[] {
	return words(plain(printedLabel(random, label)));
}

/** Prints a text in lines, its label beside or above it. */
function labelled(paper: Paper, label: string, place: Place, lines: Printed[][]): Ink[] {
	const { random } = paper;
	let first: Piece[] = lines[0];
	let x = paper.left;
	if (place === 'above') {
		x += random.between(0, 3) * paper.height;
		paper.line(labelPieces(random, label), x);
		x += random.between(-0.5, 1) * paper.height;
	} else if (place === 'same word') {
		first = [{ ...join(plain(`${label.replaceAll(' ', '')}:`), first[0]) }, ...first.slice(1)];
	} else if (place !== 'none') {
		const gap = place === 'far' ? random.between(1.6, 9) : random.between(0.2, 0.6);
		first = [...labelPieces(random, label), { ...first[0], gap }, ...first.slice(1)];
	} else if (random.chance(0.5)) first = [...filler(random, 0, 3), ...first];
	const skipped = first.length - lines[0].length;
	// What stands behind a number may not look like more of it.
	const after = place === 'above' || random.chance(0.6) ? [] : filler(random, 1, 2);
	const inks = paper
		.line([...first, ...(lines.length > 1 ? [] : after)], x)
		.slice(skipped, skipped + lines[0].length);
	for (const line of lines.slice(1))
		inks.push(...paper.line([...line, ...after], paper.left).slice(0, line.length));
	return inks;
}

const PLACES: Place[] = ['above', 'far', 'left', 'left', 'same word'];

function number(group: Group, make: (random: Random) => Form, labels: number): Entry {
	return (paper) => {
		const { random } = paper;
		const { form, label, lines, needsLabel } = make(random);
		const list: readonly string[] = label === 'person' ? PERSON : CARD;
		const place = needsLabel || random.chance(labels) ? random.pick(PLACES) : 'none';
		const inks = labelled(paper, random.pick(list), place, lines);
		return [{ group, form: `${form}${place === 'none' ? ', no label' : ''}`, inks }];
	};
}

function decoy(group: Group, make: (random: Random) => Decoy, label: boolean): Entry {
	return (paper) => {
		const { random } = paper;
		const [form, text] = make(random);
		const place = label ? random.pick(PLACES) : 'none';
		return [
			{ group, form, inks: labelled(paper, random.pick(OTHER), place, [words(plain(text))]) },
		];
	};
}

/** A number with every digit in a box of its own, in a row or one below the other. */
export function digitByDigit(paper: Paper): Planted[] {
	const { random } = paper;
	const dash = random.chance(0.6);
	const printed = personPrint(person(random), dash ? '-' : '');
	const size = random.chance(0.75) ? 1 : random.int(2, 3);
	const pieces = cut(
		printed,
		Array.from({ length: 14 }, (_, index) => index * size),
	);
	if (random.chance(0.6)) paper.line(labelPieces(random, random.pick(PERSON)));
	if (random.chance(0.5)) {
		const gap = random.between(0.2, 1.3);
		const line = pieces.map((piece, index) => ({ ...piece, gap: index === 0 ? 0 : gap }));
		return [{ group: 'digit by digit', form: `row of boxes of ${size}`, inks: paper.line(line) }];
	}
	const step = random.between(1.05, 2);
	const x = paper.left + random.between(0, 8) * paper.height;
	const inks = pieces.map((piece) => {
		const [ink] = paper.row([piece], x);
		ink.end = true;
		paper.feed(step);
		return ink;
	});
	paper.feed();
	return [{ group: 'digit by digit', form: `column of boxes of ${size}`, inks }];
}

/** Front and back stand far apart under or behind one label. */
export function twoColumns(paper: Paper): Planted[] {
	const { random } = paper;
	const [front, back] = person(random);
	const gap = random.between(1.7, 9);
	const dash = random.pick([[], [], [{ ...plain('-'), gap: gap / 2 }]]);
	const rest: Piece[] = [...dash, { ...secret(back), gap: dash.length > 0 ? gap / 2 : gap }];
	const label = labelPieces(random, random.pick(PERSON));
	if (random.chance(0.5)) {
		const x = paper.left + random.between(0, 6) * paper.height;
		paper.line(label, x);
		const inks = paper.line([plain(front), ...rest], x + random.between(-0.5, 0.5) * paper.height);
		return [{ group: 'two columns', form: 'label above', inks }];
	}
	const line = paper.line([...label, { ...plain(front), gap: random.between(0.3, 6) }, ...rest]);
	return [{ group: 'two columns', form: 'label left', inks: line.slice(label.length) }];
}

/** Columns of figures, dates and amounts, one below the other, wider apart than words. */
export function columns(paper: Paper): Planted[] {
	const { random } = paper;
	const amounts = random.chance(0.5);
	const rows = random.int(3, 6);
	const pitch = random.between(5.5, 9);
	const heads = amounts ? ['일자', '금액', '잔액'] : ['1월', '2월', '3월', '4월'];
	const place = (index: number) => paper.left + index * pitch * paper.height;
	const print = (texts: string[]) => {
		const inks = texts.map((text, index) => paper.put(plain(text), place(index), paper.y));
		inks[inks.length - 1].end = true;
		paper.feed();
		return inks;
	};
	print(heads);
	return Array.from({ length: rows }, (): Planted => {
		const figures = amounts
			? [recentDate(random), `${random.int(10, 99)}00000`, `${random.int(100, 999)}0000`]
			: heads.map(() => `${random.int(21, 69)}00`);
		return {
			group: 'ordinary',
			form: amounts ? 'date beside amount' : 'figures in columns',
			inks: print(figures),
		};
	});
}

export const usualEntry = number('usual form', usual, 0.6);
export const misreadEntry = number('one misread character', misreadForm, 0.5);
export const separatorEntry = number('any separator', separatorForm, 0.5);
export const oddCardEntry = number('odd card groups', oddCard, 0.5);
export const ordinaryEntry = decoy('ordinary', ordinary, false);
export const lookAlikeEntry = decoy('look-alike with other label', lookAlike, true);
export const noLuhnEntry = decoy('15 or 16 digits, no Luhn', noLuhn, false);
export const exactShapeEntry = decoy('exact shape without label', exactShape, false);
