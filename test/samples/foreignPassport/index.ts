import { mrzOf } from '../drawing/mrz';
import { foreignPassport } from './data';
import { drawPassport, type PassportStyle } from '../drawing/passport';
import { documentSample } from '../sample';
import type { DocumentSample } from '../types';
import { foreignPassportAnswer } from './answer';

const STYLE: PassportStyle = {
	heading: 'PASSPORT',
	country: 'COMMONWEALTH OF UTOPIA',
	tint: ['#f6ece6', '#e9e3f3'],
	group: '',
	korean: false,
	mrz: true,
};

/** A passport of a country that does not exist, for the Passport API. */
export const samples: DocumentSample[] = [
	documentSample({
		id: 'foreign-passport',
		title: 'Foreign passport with machine-readable lines',
		resource: 'idCard',
		operation: 'readForeignPassport',
		mimeType: 'image/jpeg',
		answer: foreignPassportAnswer,
		language: 'en',
		draw: () => drawPassport(foreignPassport, STYLE),
		truth: { ...foreignPassport, mrz: mrzOf(foreignPassport) },
		expected: [
			{
				documentType: 'passport',
				passportNumber: foreignPassport.passportNumber,
				surname: foreignPassport.surname,
				givenNames: foreignPassport.givenNames,
				nationality: foreignPassport.nationality,
				issuingCountry: foreignPassport.issuingCountry,
				birthDate: foreignPassport.birthDate,
				sex: foreignPassport.sex,
				expiryDate: foreignPassport.expiryDate,
				mrz: withPersonalNumberStarred(mrzOf(foreignPassport)).join('\n'),
			},
		],
	}),
];

/** Places 29 to 42 of the second line hold the personal number, 43 its check digit. */
function withPersonalNumberStarred([names, numbers]: [string, string]): string[] {
	const personal = numbers.slice(28, 42).replace(/[^<]/g, '*');
	return [names, `${numbers.slice(0, 28)}${personal}*${numbers.slice(43)}`];
}
