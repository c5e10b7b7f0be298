import type { AlienCard, DriversLicense, ResidentCard } from './data';
import { cardSheet, printPortrait, printSampleMark, printSeal } from '../drawing/card';
import { dotted } from '../drawing/dates';
import type { Sheet, TextStyle } from '../drawing/sheet';

const WIDTH = 1000;
const HEIGHT = 630;
/** The hyphen before the back half of a personal number stands here. */
const BACK_HALF = 7;

/** A resident registration card; keys as in CLOVA's `ic` group. */
export function drawResidentCard(card: ResidentCard): Sheet {
	const { sheet, frame } = cardSheet(WIDTH, HEIGHT, { tint: ['#eef4ea', '#d7e6ee'] });
	const [left, top] = [frame.left + 60, frame.top];
	const bold: TextStyle = { size: 38, weight: 700 };
	sheet.text('주 민 등 록 증', left + 130, top + 92, { size: 52, weight: 700, font: 'serif' });
	printPortrait(sheet, { left: left + 610, top: top + 70, width: 270, height: 350 });
	sheet.text(card.name, left, top + 180, { ...bold, key: 'ic.name[0]' });
	const number: TextStyle = { ...bold, key: 'ic.personalNum[0]', maskFrom: BACK_HALF };
	sheet.text(card.personalNumber, left, top + 248, number);
	card.address.forEach((line, at) => {
		sheet.text(line, left, top + 312 + at * 46, { size: 32, key: 'ic.address[0]' });
	});
	const date: TextStyle = { size: 30, align: 'center', key: 'ic.issueDate[0]', maskFrom: 0 };
	sheet.text(dotted(card.issueDate), left + 420, top + 492, date);
	const issuer: TextStyle = { ...bold, size: 40, align: 'center', key: 'ic.authority[0]' };
	sheet.text(card.issuer, left + 420, top + 566, issuer);
	printSeal(sheet, left + 660, top + 502, 92);
	printSampleMark(sheet, frame);
	return sheet;
}

/** A driver's licence; keys as in CLOVA's `dl` group. */
export function drawDriversLicense(card: DriversLicense): Sheet {
	const { sheet, frame } = cardSheet(WIDTH, HEIGHT, { tint: ['#f6efe2', '#e3dccb'] });
	const { left, top } = frame;
	const x = left + 340;
	const row: TextStyle = { size: 30 };
	const bold: TextStyle = { size: 34, weight: 700 };
	sheet.text('자동차운전면허증', left + 40, top + 64, { ...bold, size: 40, font: 'serif' });
	sheet.text("(Driver's License)", left + 375, top + 64, { size: 26 });
	sheet.text(card.licenseType, left + 780, top + 64, { ...bold, key: 'dl.type[0]' });
	printPortrait(sheet, { left: left + 50, top: top + 100, width: 240, height: 310 });
	sheet.text(card.code, left + 170, top + 456, { ...row, align: 'center', key: 'dl.code[0]' });
	const donor: TextStyle = {
		...row,
		align: 'center',
		color: '#1c5d99',
		key: 'dl.organDonation[0]',
	};
	sheet.text(card.organDonation, left + 170, top + 510, donor);
	sheet.text(card.licenseNumber, x, top + 136, { ...bold, color: '#233f8f', key: 'dl.num[0]' });
	sheet.text(card.name, x, top + 190, { ...bold, key: 'dl.name[0]' });
	const number: TextStyle = { ...bold, key: 'dl.personalNum[0]', maskFrom: BACK_HALF };
	sheet.text(card.personalNumber, x, top + 244, number);
	card.address.forEach((line, at) => {
		sheet.text(line, x, top + 294 + at * 42, { ...row, key: 'dl.address[0]' });
	});
	printPeriod(sheet, card, x, top + 386);
	sheet.text(`${dotted(card.issueDate)}.`, x + 150, top + 528, { ...row, key: 'dl.issueDate[0]' });
	sheet.text(card.issuer, x + 40, top + 586, { ...bold, size: 38, key: 'dl.authority[0]' });
	printSeal(sheet, left + 830, top + 510, 88);
	printSampleMark(sheet, frame);
	return sheet;
}

function printPeriod(sheet: Sheet, card: DriversLicense, x: number, y: number): void {
	const row: TextStyle = { size: 28 };
	const value = x + 150;
	sheet.text('적성검사', x, y, row);
	sheet.text('기    간', x, y + 40, row);
	const start = `${dotted(card.renewalStartDate)}.`;
	sheet.text(start, value, y, { ...row, key: 'dl.renewStartDate[0]' });
	sheet.text('부터', value + 170, y, row);
	const end = `${dotted(card.renewalEndDate)}.`;
	sheet.text(end, value, y + 40, { ...row, key: 'dl.renewEndDate[0]' });
	sheet.text('까지', value + 170, y + 40, row);
	sheet.text('조    건 :', x, y + 86, row);
	sheet.text(card.condition, value, y + 86, { ...row, key: 'dl.condition[0]' });
}

/** An alien registration card; keys as in CLOVA's `ac` group. */
export function drawAlienCard(card: AlienCard): Sheet {
	const { sheet, frame } = cardSheet(WIDTH, HEIGHT, { tint: ['#e9eef7', '#d9e7dd'] });
	const { left, top } = frame;
	const [x, value] = [left + 340, left + 520];
	const bold: TextStyle = { size: 32, weight: 700 };
	sheet.text('외국인등록증', left + 50, top + 68, { size: 42, weight: 700, font: 'serif' });
	sheet.text('ALIEN REGISTRATION CARD', left + 340, top + 66, { size: 28, color: '#41506b' });
	printPortrait(sheet, { left: left + 50, top: top + 100, width: 240, height: 310 });
	const rows: Array<[string, string, string, number?]> = [
		['외국인등록번호', card.registrationNumber, 'alienRegNum', BACK_HALF],
		['성명', card.name, 'name'],
		['국가 / 지역', card.nationality, 'nationality'],
		['체류자격', card.visaType, 'visaType'],
		['발급일자', dotted(card.issueDate), 'issueDate'],
	];
	rows.forEach(([label, text, member, maskFrom], at) => {
		const y = top + 140 + at * 62;
		sheet.text(label, x, y, { size: 22, color: '#41506b' });
		sheet.text(text, value, y, { ...bold, key: `ac.${member}[0]`, maskFrom });
	});
	sheet.text('성별', left + 850, top + 140, { size: 22, color: '#41506b' });
	sheet.text(card.sex, left + 910, top + 140, { ...bold, key: 'ac.sex[0]' });
	sheet.text(card.issuer, left + 520, top + 500, {
		...bold,
		size: 38,
		align: 'center',
		key: 'ac.authority[0]',
	});
	const english: TextStyle = { size: 26, align: 'center', key: 'ac.authorityEng[0]' };
	sheet.text(card.issuerEnglish, left + 520, top + 550, english);
	printSeal(sheet, left + 850, top + 455, 88);
	sheet.text(card.serialNumber, left + 50, top + 596, { size: 24, key: 'ac.serialNum[0]' });
	printSampleMark(sheet, frame);
	return sheet;
}
