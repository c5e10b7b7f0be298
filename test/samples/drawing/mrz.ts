/** The data page of a passport. Dates are YYYY-MM-DD. */
export interface Passport {
	type: string;
	/** Three letters; UTO is the made-up country of the ICAO's own specimens. */
	issuingCountry: string;
	passportNumber: string;
	surname: string;
	givenNames: string;
	koreanName?: string;
	/** As printed on the page. */
	nationality: string;
	birthDate: string;
	sex: 'F' | 'M';
	/** Back half of the resident number (Korean booklets before 2020-12-21), else what the state likes. */
	personalNumber?: string;
	issueDate: string;
	expiryDate: string;
	issuer: string;
}

const LENGTH = 44;
const WEIGHTS = [7, 3, 1];

/**
 * The check digit of ICAO Doc 9303 part 3: 0-9 count as they are, A-Z as 10-35, the filler as 0;
 * weights 7, 3, 1 in turn; the sum modulo 10.
 */
export function mrzCheckDigit(text: string): string {
	const sum = [...text].reduce((total, letter, at) => {
		const value = letter === '<' ? 0 : parseInt(letter, 36);
		return total + value * WEIGHTS[at % 3];
	}, 0);
	return String(sum % 10);
}

/** The two machine-readable lines of a passport (ICAO Doc 9303 part 4, TD3). */
export function mrzOf(passport: Passport): [string, string] {
	const names = `${passport.surname}<<${passport.givenNames}`.replaceAll(' ', '<');
	const first = `${passport.type.padEnd(2, '<')}${passport.issuingCountry}${names}`;
	const number = withCheck(passport.passportNumber.padEnd(9, '<'));
	const birth = withCheck(shortDate(passport.birthDate));
	const expiry = withCheck(shortDate(passport.expiryDate));
	const personal = withCheck((passport.personalNumber ?? '').padEnd(14, '<'));
	const body = `${number}${passport.issuingCountry}${birth}${passport.sex}${expiry}${personal}`;
	const composite = mrzCheckDigit(`${number}${birth}${expiry}${personal}`);
	return [first.padEnd(LENGTH, '<'), `${body}${composite}`];
}

function withCheck(text: string): string {
	return `${text}${mrzCheckDigit(text)}`;
}

function shortDate(date: string): string {
	return date.slice(2).replaceAll('-', '');
}
