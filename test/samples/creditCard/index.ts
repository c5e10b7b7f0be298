import { creditCard } from './data';
import { drawCreditCard } from './drawing';
import { documentSample } from '../sample';
import type { DocumentSample } from '../types';

/** A payment card, for the Credit Card API. */
export const creditCardSample: DocumentSample = documentSample({
	id: 'credit-card',
	title: 'Credit card',
	resource: 'document',
	operation: 'readCreditCard',
	mimeType: 'image/jpeg',
	path: '/document/credit-card',
	language: 'ko',
	card: null,
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
});
