import { bare } from '../answers/leafShape';
import { each, list, object, perhaps } from '../answers/shape';
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

/** How foreign passports are answered. */
export const foreignPassportAnswer: AnswerStyle = {
	formats: { birthDate: 'date', expireDate: 'date', issueDate: 'date' },
	labels: null,
	unmasked: null,
	shape: FOREIGN_PASSPORT,
};
