import { bare } from '../answers/leafShape';
import {
	always,
	boolean,
	each,
	list,
	number,
	object,
	perhaps,
	text,
	type Shape,
} from '../answers/shape';
import type { AnswerStyle } from '../answers/style';

const VALUES = list(bare.value);
const DATES = list(bare.date);

/** No answer of this API is known; its members are guessed from those of the Korean passport. */
const FOREIGN_PASSPORT = object({
	...each(
		'type issueCountry num surName givenName nationality sex personalNum authority mrz'.split(' '),
		perhaps(VALUES),
	),
	...each(['birthDate', 'issueDate', 'expireDate'], perhaps(DATES)),
});

const refined = (shape: Shape): Shape =>
	object({ rawText: always(text), refinedText: always(shape) });

/** As a public client of this API has it; how the zone's lines come is open. */
const PASSPORT_RESULT = object({
	...each(
		'documentClassCode issuingStateCode firstName lastName1 lastName2 documentNumber checkDigitForDocumentNumber nationality dateOfBirth checkDigitForDateOfBirth gender dateOfExpiry checkDigitForDateOfExpiry personalNumber finalDigitForPersonalNumber mrzType'.split(
			' ',
		),
		perhaps(refined(text)),
	),
	age: perhaps(refined(number)),
	isExpired: perhaps(refined(boolean)),
	mrzLines: perhaps(list(refined(text))),
});

/** How foreign passports are answered. */
export const foreignPassportAnswer: AnswerStyle = {
	formats: { birthDate: 'date', expireDate: 'date', issueDate: 'date' },
	labels: null,
	unmasked: null,
	shape: FOREIGN_PASSPORT,
	otherForm: { passportResult: perhaps(PASSPORT_RESULT) },
};
