import { mrzOf, type Passport } from './mrz';
import { cardSheet, printPortrait, printSampleMark, type CardFrame } from './card';
import { passportDate } from './dates';
import type { Sheet, TextStyle } from './sheet';

const WIDTH = 1250;
const HEIGHT = 880;
const LABEL: TextStyle = { size: 19, color: '#566079' };
const VALUE: TextStyle = { size: 30, weight: 700, font: 'mono' };
const MRZ_CELL = 26.4;

/** The heading and the tint of a state's booklets. */
export interface PassportStyle {
	heading: string;
	country: string;
	tint: [string, string];
	/** In front of every key, e.g. `pp.` on a Korean passport. */
	group: string;
	/** Whether labels stand in Korean and English, or in English alone. */
	korean: boolean;
	/** Whether the key of the machine-readable lines is told. */
	mrz: boolean;
}

/** The data page of a passport with its two machine-readable lines. */
export function drawPassport(passport: Passport, style: PassportStyle): Sheet {
	const { sheet, frame } = cardSheet(WIDTH, HEIGHT, { tint: style.tint, radius: 18 });
	const { left, top } = frame;
	sheet.text(style.heading, left + 50, top + 66, { size: 36, weight: 700 });
	sheet.text(style.country, left + 390, top + 66, { size: 30, color: '#3c4763' });
	printPortrait(sheet, { left: left + 50, top: top + 130, width: 290, height: 380 });
	printFields(sheet, passport, style, { ...frame, left: left + 390, top: top + 120 });
	sheet.fill(left, top + HEIGHT - 190, WIDTH, 172, '#f7f7f2');
	mrzOf(passport).forEach((line, at) => {
		printMrzLine(sheet, line, left + 44, top + HEIGHT - 120 + at * 62, style, at);
	});
	printSampleMark(sheet, frame);
	return sheet;
}

function printFields(
	sheet: Sheet,
	passport: Passport,
	style: PassportStyle,
	frame: CardFrame,
): void {
	const rows: Array<Array<[number, string, string, string, number?]>> = [
		[
			[0, '종류 / Type', passport.type, 'type'],
			[180, '발행국 / Country code', passport.issuingCountry, 'issueCountry'],
			[480, '여권번호 / Passport No.', passport.passportNumber, 'num'],
		],
		[[0, '성 / Surname', passport.surname, 'surName']],
		[
			[0, '이름 / Given names', passport.givenNames, 'givenName'],
			[
				480,
				passport.koreanName ? '한글성명 / Name in Korean' : '',
				passport.koreanName ?? '',
				'fullNameKor',
			],
		],
		[[0, '국적 / Nationality', passport.nationality, 'nationality']],
		[
			[0, '생년월일 / Date of birth', passportDate(passport.birthDate), 'birthDate'],
			[360, '성별 / Sex', passport.sex, 'sex'],
			[
				520,
				passport.personalNumber ? '주민번호 / Personal No.' : '',
				passport.personalNumber ?? '',
				'personalNum',
				0,
			],
		],
		[
			[0, '발급일 / Date of issue', passportDate(passport.issueDate), 'issueDate'],
			[360, '발행관청 / Authority', passport.issuer, 'authority'],
		],
		[[0, '기간만료일 / Date of expiry', passportDate(passport.expiryDate), 'expireDate']],
	];
	rows.forEach((row, at) => {
		for (const [x, label, text, member, maskFrom] of row) {
			if (text === '') continue;
			const y = frame.top + at * 80;
			sheet.text(style.korean ? label : label.replace(/^.* \/ /, ''), frame.left + x, y, LABEL);
			const key = `${style.group}${member}[0]`;
			sheet.text(text, frame.left + x, y + 34, { ...VALUE, key, maskFrom });
		}
	});
}

/** Letter by letter in cells of one width, as the standard asks. */
function printMrzLine(
	sheet: Sheet,
	line: string,
	left: number,
	y: number,
	style: PassportStyle,
	at: number,
): void {
	const mono: TextStyle = { size: 42, font: 'mono', weight: 700 };
	const spacing = MRZ_CELL - sheet.widthOf('A', mono);
	const key = style.mrz ? `${style.group}mrz[${at}]` : undefined;
	sheet.text(line, left, y, { ...mono, spacing, key });
}
