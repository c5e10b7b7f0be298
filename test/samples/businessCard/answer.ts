import { bare } from '../answers/leafShape';
import { each, list, object, sometimes } from '../answers/shape';
import type { AnswerStyle } from '../answers/style';

const BUSINESS_CARD = object(
	each(
		'name nameFurigana company department position address tel mobile fax email homepage'.split(
			' ',
		),
		sometimes(list(bare.value)),
	),
);

/** How business cards are answered. */
export const businessCardAnswer: AnswerStyle = {
	formats: {},
	labels: null,
	unmasked: null,
	shape: BUSINESS_CARD,
};
