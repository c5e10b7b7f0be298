import { labelled } from '../answers/leafShape';
import { each, list, object, perhaps, sometimes } from '../answers/shape';
import type { AnswerStyle } from '../answers/style';

const CERTIFICATE = object({
	...each(
		'registerNumber corpName companyName repName corpRegisterNum bisAddress headAddress bisType bisItem bisArea taxType issuanceReason documentType'.split(
			' ',
		),
		sometimes(list(labelled.value)),
	),
	...each(['openDate', 'issuanceDate'], sometimes(list(labelled.date))),
	...each(['coRepName', 'socialNumber', 'coRepSocialNum'], perhaps(list(labelled.value))),
	birth: perhaps(list(labelled.date)),
});

/** Certificates have the members of label and confidence, but the one is always empty, the other always 0. */
export const certificateAnswer: AnswerStyle = {
	formats: { birth: 'date', issuanceDate: 'date', openDate: 'date' },
	labels: { keyText: () => '', confidenceScore: () => 0 },
	unmasked: null,
	shape: CERTIFICATE,
};
