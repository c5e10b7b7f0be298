import { isoDate } from './calendar';
import { dateInText } from './date';
import { isSearchable } from './printed';

/** The machine readable zone of a passport (ICAO 9303 part 4, TD3), as printed but for the fillers. */
export interface Mrz {
	lines: [string, string];
	issuingCountry: string | null;
	surname: string | null;
	givenNames: string | null;
	documentNumber: string | null;
	nationality: string | null;
	/** YYYY-MM-DD, or null where the six digits are none of the calendar's days. */
	birthDate: string | null;
	/** `M` or `F`; null where it is left open. */
	sex: string | null;
	expiryDate: string | null;
	/** The printed check digits. */
	checkDigits: {
		documentNumber: string;
		birthDate: string;
		expiryDate: string;
		optionalData: string;
		composite: string;
	};
}

const LINE = /^[A-Z0-9<*]{44}$/;
const NAMES = /^P[A-Z<]{43}$/;

/**
 * Reads the machine readable zone of a passport. Nothing is repaired: letters stay letters.
 * @param printed the zone's two lines in one text (with or without a line end), or texts among which
 *   they stand
 * @param today YYYY-MM-DD; nobody is born after it, which tells the century of a birth date
 * @returns null where no two lines of 44 characters are found
 */
export function parseMrz(
	printed: string | string[] | null,
	today = new Date().toISOString().slice(0, 10),
): Mrz | null {
	const lines = mrzLines(printed).filter((line) => LINE.test(line));
	const first = lines.find((line) => NAMES.test(line));
	const second = lines.find((line) => line !== first);
	if (first === undefined || second === undefined) return null;
	const expiryDate = dateInText(digitsOf(second.slice(21, 27)));
	const [surname, givenNames] = first.slice(5).split(/<<(.*)/s);
	return {
		lines: [first, second],
		issuingCountry: filled(first.slice(2, 5)),
		surname: filled(surname),
		givenNames: filled(givenNames ?? ''),
		documentNumber: filled(second.slice(0, 9)),
		nationality: filled(second.slice(10, 13)),
		birthDate: birthDateOf(second.slice(13, 19), earlier(today, expiryDate)),
		sex: filled(second.slice(20, 21)),
		expiryDate,
		checkDigits: {
			documentNumber: second.charAt(9),
			birthDate: second.charAt(19),
			expiryDate: second.charAt(27),
			optionalData: second.charAt(42),
			composite: second.charAt(43),
		},
	};
}

/**
 * The lines of a zone without blanks, in capitals; 88 characters on end are two lines. Anything that no
 * zone holds parts them as a line end does: the two may come as one text with a comma or quotes between.
 */
export function mrzLines(printed: string | string[] | null): string[] {
	return [printed ?? []]
		.flat()
		.filter(isSearchable)
		.flatMap((text) =>
			text
				.normalize('NFKC')
				.toUpperCase()
				.split(/[^A-Z0-9<* \t]+/),
		)
		.map((line) => line.replace(/\s/g, ''))
		.flatMap((line) => (line.length === 88 ? [line.slice(0, 44), line.slice(44)] : [line]))
		.filter((line) => line !== '');
}

/** Whether a line looks like the first of a passport's zone, if perhaps misread. */
export function isPassportLine(line: string): boolean {
	return /^P[A-Z<]{4}.*<</.test(line);
}

function filled(field: string): string | null {
	const text = field.replace(/<+/g, ' ').trim();
	return text === '' ? null : text;
}

function digitsOf(field: string): string {
	return /^\d{6}$/.test(field) ? field : '';
}

/** The latest day with these last six digits that is not after `latest`; passports have no century. */
function birthDateOf(field: string, latest: string): string | null {
	const parts = /^(\d{2})(\d{2})(\d{2})$/.exec(field);
	if (parts === null) return null;
	const [year, month, day] = parts.slice(1).map(Number);
	const date = isoDate(2000 + year, month, day);
	return date !== null && date <= latest ? date : isoDate(1900 + year, month, day);
}

function earlier(today: string, expiryDate: string | null): string {
	return expiryDate !== null && expiryDate < today ? expiryDate : today;
}
