import { creditCard } from './data';
import { drawCreditCard } from './drawing';
import { documentSample } from '../sample';
import type { DocumentSample } from '../types';
import { creditCardAnswer } from './answer';

/** A payment card, for the Credit Card API. */
export const samples: DocumentSample[] = [
	documentSample({
		id: 'credit-card',
		title: 'Credit card',
		resource: 'document',
		operation: 'readCreditCard',
		mimeType: 'image/jpeg',
		answer: creditCardAnswer,
		language: 'ko',
		draw: () => drawCreditCard(creditCard),
		truth: { ...creditCard },
		expected: [
			{
				cardNumber: '9409-00**-****-0008',
				validThru: creditCard.validThru,
				expiryMonth: 9,
				expiryYear: 2031,
				holderName: creditCard.holderName,
			},
		],
	}),
];
