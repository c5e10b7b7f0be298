import type { BizLicense } from './data';
import { printSampleMark, printSeal } from '../drawing/card';
import { spelledDate } from '../drawing/dates';
import { Sheet, type TextStyle } from '../drawing/sheet';
import { A4 } from '../drawing/textPage';

const LEFT = 150;
const VALUE = 430;
const BODY: TextStyle = { size: 30, font: 'serif', weight: 700 };

/** A business registration certificate on A4; keys are those of CLOVA's result. */
export function drawBizLicense(license: BizLicense): Sheet {
	const sheet = new Sheet(A4.width, A4.height, '#fffefa');
	printBorder(sheet);
	printHeading(sheet, license);
	const y = printRows(sheet, license, 520);
	printTypes(sheet, license, y);
	printFoot(sheet, license);
	printSampleMark(sheet, { left: 0, top: 250, width: A4.width, height: 1250 });
	return sheet;
}

function printBorder(sheet: Sheet): void {
	const [color, inset] = ['#8a9bb5', 60];
	sheet.frame(inset, inset, A4.width - 2 * inset, A4.height - 2 * inset, color, 6);
	sheet.frame(
		inset + 12,
		inset + 12,
		A4.width - 2 * inset - 24,
		A4.height - 2 * inset - 24,
		color,
		2,
	);
}

function printHeading(sheet: Sheet, license: BizLicense): void {
	const middle = A4.width / 2;
	const centred: TextStyle = { ...BODY, align: 'center' };
	const title: TextStyle = { ...centred, size: 60, spacing: 18, key: 'documentType[0]' };
	sheet.text(license.documentType, middle, 240, title);
	sheet.text('(', middle - 120, 310, { ...centred, size: 34 });
	sheet.text(license.taxType, middle, 310, { ...centred, size: 34, key: 'taxType[0]' });
	sheet.text(')', middle + 120, 310, { ...centred, size: 34 });
	const label = '등록번호 :';
	sheet.text(label, middle - 30, 390, { ...BODY, size: 34, align: 'right' });
	const number: TextStyle = { ...BODY, size: 34, key: 'registerNumber[0]', label: '등록번호' };
	sheet.text(license.businessNumber, middle, 390, number);
}

/** The rows of label and value; returns where the next row would stand. */
function printRows(sheet: Sheet, license: BizLicense, top: number): number {
	const corporate = license.corporateNumber !== undefined;
	const rows: Array<[string, Array<[text: string, key: string]>]> = [];
	if (license.corporateName !== undefined) {
		rows.push(['법인명(단체명)', [[license.corporateName, 'corpName[0]']]]);
	}
	rows.push(['상호', [[license.companyName, 'companyName[0]']]]);
	rows.push(['대표자', license.representatives.map((name, at) => [name, `repName[${at}]`])]);
	if (license.birthDate !== undefined) {
		rows.push(['생년월일', [[spelledDate(license.birthDate), 'birth[0]']]]);
	}
	rows.push(['개업연월일', [[spelledDate(license.openDate), 'openDate[0]']]]);
	if (license.corporateNumber !== undefined) {
		rows.push(['법인등록번호', [[license.corporateNumber, 'corpRegisterNum[0]']]]);
	}
	rows.push([corporate ? '사업장 소재지' : '사업장소재지', [[license.address, 'bisAddress[0]']]]);
	if (license.headOfficeAddress !== undefined) {
		rows.push(['본점 소재지', [[license.headOfficeAddress, 'headAddress[0]']]]);
	}
	rows.forEach(([label, values], at) => {
		printRow(sheet, label, values, top + at * 74);
	});
	return top + rows.length * 74;
}

function printRow(
	sheet: Sheet,
	label: string,
	values: Array<[text: string, key: string]>,
	y: number,
): void {
	sheet.text(label, LEFT, y, BODY);
	sheet.text(':', VALUE - 30, y, BODY);
	let x = VALUE;
	for (const [text, key] of values) {
		x += sheet.text(text, x, y, { ...BODY, key, label }) + 40;
	}
}

function printTypes(sheet: Sheet, license: BizLicense, top: number): void {
	sheet.text('사업의 종류 :', LEFT, top, BODY);
	sheet.text('업태', VALUE, top, BODY);
	sheet.text('종목', VALUE + 260, top, BODY);
	license.businessTypes.forEach(({ type, item }, at) => {
		const y = top + (at + 1) * 56;
		sheet.text(type, VALUE, y, { ...BODY, key: `bisType[${at}]`, label: '업태' });
		sheet.text(item, VALUE + 260, y, { ...BODY, key: `bisItem[${at}]`, label: '종목' });
	});
}

function printFoot(sheet: Sheet, license: BizLicense): void {
	const middle = A4.width / 2;
	printRow(sheet, '발급사유', [[license.issueReason, 'issuanceReason[0]']], 1290);
	const date: TextStyle = { ...BODY, size: 34, align: 'center', key: 'issuanceDate[0]' };
	sheet.text(spelledDate(license.issueDate), middle, 1440, date);
	sheet.text(license.taxOffice, middle, 1540, { ...BODY, size: 46, align: 'center', spacing: 10 });
	printSeal(sheet, middle + 230, 1470, 104);
}
