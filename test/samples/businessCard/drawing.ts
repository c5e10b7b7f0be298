import type { BusinessCard } from './data';
import { cardSheet } from '../drawing/card';
import type { Sheet, TextStyle } from '../drawing/sheet';

const WIDTH = 1060;
const HEIGHT = 600;
const SMALL: TextStyle = { size: 26 };

/** A business card; keys are those of CLOVA's result. */
export function drawBusinessCard(card: BusinessCard): Sheet {
	const { sheet, frame } = cardSheet(WIDTH, HEIGHT, {
		tint: ['#ffffff', '#f3f5f7'],
		desk: '#6f7f8c',
		radius: 8,
	});
	const [left, top] = [frame.left + 70, frame.top];
	sheet.fill(frame.left, top, 22, HEIGHT, '#2f6f8f');
	printCompany(sheet, card, left, top + 80);
	printPerson(sheet, card, left, top + 220);
	printContacts(sheet, card, left, top + 380);
	return sheet;
}

function printCompany(sheet: Sheet, card: BusinessCard, x: number, y: number): void {
	card.company.forEach((company, at) => {
		const style: TextStyle = { size: at === 0 ? 38 : 26, weight: at === 0 ? 700 : 400 };
		sheet.text(company, x, y + at * 42, { ...style, color: '#2f6f8f', key: `company[${at}]` });
	});
}

function printPerson(sheet: Sheet, card: BusinessCard, x: number, y: number): void {
	const name: TextStyle = { size: 52, weight: 700, spacing: 6 };
	const after = x + sheet.text(card.name[0], x, y, { ...name, key: 'name[0]' }) + 50;
	let next = after;
	if (card.nameReading !== undefined) {
		sheet.text(card.nameReading, x + 4, y - 58, { size: 20, key: 'nameFurigana[0]' });
	}
	card.department.forEach((text, at) => {
		next += sheet.text(text, next, y, { ...SMALL, key: `department[${at}]` }) + 24;
	});
	sheet.text(card.position[0], next, y, { ...SMALL, key: 'position[0]' });
	if (card.name[1] !== undefined) sheet.text(card.name[1], x, y + 50, { size: 30, key: 'name[1]' });
	if (card.position[1] !== undefined) {
		sheet.text(card.position[1], after, y + 50, { ...SMALL, key: 'position[1]' });
	}
}

function printContacts(sheet: Sheet, card: BusinessCard, x: number, top: number): void {
	sheet.line({ x, y: top - 56 }, { x: x + 920, y: top - 56 }, '#c3ccd3', 2);
	let y = top;
	card.address.forEach((line, at) => {
		sheet.text(line, x, y, { ...SMALL, key: `address[${at}]` });
		y += 42;
	});
	const left: Array<[string, string | undefined, string]> = [
		['T', card.phone, 'tel'],
		['M', card.mobile, 'mobile'],
		['F', card.fax, 'fax'],
	];
	const right: Array<[string, string | undefined, string]> = [
		['E', card.email, 'email'],
		['W', card.website, 'homepage'],
	];
	printColumn(sheet, left, x, y);
	printColumn(sheet, right, x + 440, y);
}

function printColumn(
	sheet: Sheet,
	rows: Array<[string, string | undefined, string]>,
	x: number,
	top: number,
): void {
	let y = top;
	for (const [label, text, member] of rows) {
		if (text === undefined) continue;
		sheet.text(label, x, y, { ...SMALL, weight: 700, color: '#2f6f8f' });
		sheet.text(text, x + 40, y, { ...SMALL, key: `${member}[0]`, label });
		y += 42;
	}
}
