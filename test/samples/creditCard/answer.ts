import { bare } from '../answers/leafShape';
import { each, object, sometimes } from '../answers/shape';
import type { AnswerStyle } from '../answers/style';

const CREDIT_CARD = object(each(['number', 'validThru', 'name'], sometimes(bare.value)));

/** How payment cards are answered: the groups of the number joined by hyphens. */
export const creditCardAnswer: AnswerStyle = {
	formats: { number: 'hyphens' },
	labels: null,
	unmasked: null,
	shape: CREDIT_CARD,
};
