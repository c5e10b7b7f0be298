import type { JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { lookAlike, noLuhn, ordinary } from './decoyForms';
import { generalAnswer } from './documents';
import { misreadForm, separatorForm, usual } from './forms';
import { CARD, FILLER, OTHER, PERSON } from './labels';
import { person, recentDate } from './numbers';
import { Paper, type Ink } from './paper';
import { plain, secret, words, type Printed } from './print';
import type { Random } from './random';
import type { Group, MadeDocument, Planted } from './truth';

/** A column: its head, and what a cell of it holds; lines of words. */
interface Column {
	head: string;
	/** Whether the head goes on over this column, as over the back half of a number. */
	underLast?: boolean;
	cell(random: Random, row: number): { lines: Printed[][]; group?: Group; form?: string };
}

/** A page with one detected table under heads; `fields` holds its words once more. */
export function tableDocument(random: Random): MadeDocument {
	const paper = new Paper(random);
	const made = random.pick([figures, people, people, orders, halves, halves])(random);
	const pitch = random.between(11, 14) * paper.height;
	const cells: JsonObject[] = [];
	const planted: Planted[] = [];
	const inTable: Array<{
		planted: Planted;
		cell: number;
		places: Array<[line: number, word: number]>;
	}> = [];
	for (let row = 0; row <= random.int(2, 6); row++) {
		const top = paper.y;
		let tallest = 1;
		made.forEach((column, index) => {
			if (row === 0 && column.underLast) return;
			const { lines, group, form } =
				row === 0
					? { lines: [words(plain(column.head))], group: undefined, form: undefined }
					: column.cell(random, row);
			paper.y = top;
			const inks = lines.map((line) => paper.line(line, paper.left + index * pitch));
			tallest = Math.max(tallest, lines.length);
			const columnSpan = row === 0 && made[index + 1]?.underLast ? 2 : 1;
			const height = Math.max(1, lines.length) * 1.9 * paper.height;
			const left = paper.left + (index - 0.02) * pitch;
			const box = paper.polygon(
				left,
				top - 0.4 * paper.height,
				(columnSpan - 0.01) * pitch,
				height,
			);
			cells.push(cellOf(paper, inks, row, index, columnSpan, box));
			if (group === undefined) return;
			const one = { group, form: `cell: ${form}`, inks: inks.flat() };
			planted.push(one);
			const places = inks.flatMap((line, at) =>
				line.map((_, word): [number, number] => [at, word]),
			);
			inTable.push({ planted: one, cell: cells.length - 1, places });
		});
		paper.y = top;
		paper.feed(tallest * 2);
	}
	const order = random.chance(0.5)
		? cells.map((_, index) => index)
		: random.shuffled(cells.map((_, index) => index));
	const tables = [{ cells: order.map((index) => cells[index]), inferConfidence: 0.99 }];
	const { image, truths } = generalAnswer(paper, planted, { tables });
	inTable.forEach(({ planted: one, cell, places }, index) => {
		places.forEach(([line, word], at) =>
			truths[index].spots.push({
				path: [
					'tables',
					0,
					'cells',
					order.indexOf(cell),
					'cellTextLines',
					line,
					'cellWords',
					word,
					'inferText',
				],
				text: one.inks[at].text,
				hide: one.inks[at].hide,
			}),
		);
	});
	return { image, truths, sensitive: [] };
}

function cellOf(
	paper: Paper,
	lines: Ink[][],
	rowIndex: number,
	columnIndex: number,
	columnSpan: number,
	boundingPoly: JsonObject,
): JsonObject {
	const cellTextLines = lines.map((inks) => {
		const cellWords = inks.map((ink) => {
			const { boundingPoly: place, inferText, inferConfidence } = paper.member(ink);
			return { boundingPoly: place, inferText, inferConfidence };
		});
		return { cellWords, inferConfidence: 0.98, boundingPoly: cellWords[0].boundingPoly };
	});
	return {
		cellTextLines,
		boundingPoly,
		inferConfidence: 0.98,
		rowSpan: 1,
		rowIndex,
		columnSpan,
		columnIndex,
	};
}

function text(head: string): Column {
	return { head, cell: (random) => ({ lines: [[plain(random.pick(FILLER))]] }) };
}

function decoys(head: string, group: Group, make: (random: Random) => [string, string]): Column {
	return {
		head,
		cell: (random) => {
			const [form, printed] = make(random);
			return { lines: [words(plain(printed))], group, form };
		},
	};
}

function figures(random: Random): Column[] {
	if (random.chance(0.5)) {
		return ['1월', '2월', '3월', '4월'].map((head) =>
			decoys(head, 'ordinary', () => ['four digits', `${random.int(21, 69)}00`]),
		);
	}
	return [
		decoys(random.pick(['일자', '거래일', 'Date', '日付']), 'ordinary', () => [
			'date beside amount',
			recentDate(random),
		]),
		decoys(random.pick(['금액', 'Amount', '金額']), 'ordinary', () => [
			'date beside amount',
			`${random.int(10, 99)}00000`,
		]),
		decoys('비고', 'ordinary', ordinary),
	];
}

function people(random: Random): Column[] {
	const [group, make, labels] = random.pick([
		['usual form', usual, 1],
		['one misread character', misreadForm, 1],
		['any separator', separatorForm, 1],
	] as const);
	const first = make(random);
	const head = random.pick(first.label === 'person' ? PERSON : CARD);
	const cell: Column['cell'] = (own) => {
		let form = make(own);
		while (form.label !== first.label) form = make(own);
		return { lines: form.lines, group, form: form.form };
	};
	return random.shuffled([
		text('성명'),
		{ head: labels === 1 ? head : '', cell },
		decoys('전화', 'ordinary', ordinary),
	]);
}

function orders(random: Random): Column[] {
	return random.shuffled([
		text('품목'),
		decoys(random.pick(OTHER), 'look-alike with other label', lookAlike),
		random.chance(0.5) ? decoys('비고', '15 or 16 digits, no Luhn', noLuhn) : text('비고'),
	]);
}

/** Front and back of a number in neighbouring cells under one head. */
function halves(random: Random): Column[] {
	let back = '';
	const front: Column['cell'] = (own) => {
		const number = person(own);
		back = number[1];
		return { lines: [[plain(number[0])]], group: 'two columns', form: 'front' };
	};
	const second: Column['cell'] = () => ({
		lines: [[secret(back)]],
		group: 'two columns',
		form: 'back',
	});
	return [
		text('성명'),
		{ head: random.pick(PERSON), cell: front },
		{ head: '', underLast: true, cell: second },
		text('비고'),
	];
}
