import type { JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import { bilingualCard, japaneseCard, koreanCard, type BusinessCard } from './data';
import { drawBusinessCard } from './drawing';
import { documentSample } from '../sample';
import type { DocumentSample } from '../types';
import { businessCardAnswer } from './answer';

/** Business cards, for the Business Card API. */
export const samples: DocumentSample[] = [
	cardSample('business-card', 'Korean business card', koreanCard, {
		mobile: '010-0000-1234',
		phone: '02-000-1234',
		fax: '02-000-1235',
	}),
	cardSample('business-card-bilingual', 'Business card in Korean and English', bilingualCard, {
		mobile: '010-0000-5678',
		phone: '02-000-5678',
		fax: null,
	}),
	cardSample('business-card-japanese', 'Japanese business card', japaneseCard, {
		mobile: '090-0000-1234',
		phone: '03-0000-1234',
		fax: '03-0000-1235',
	}),
];

interface Phones extends JsonObject {
	mobile: string;
	phone: string;
	fax: string | null;
}

function cardSample(id: string, title: string, card: BusinessCard, phones: Phones): DocumentSample {
	return documentSample({
		id,
		title,
		resource: 'document',
		operation: 'readBusinessCard',
		mimeType: 'image/jpeg',
		answer: businessCardAnswer,
		language: card.nameReading === undefined ? 'ko' : 'ja',
		draw: () => drawBusinessCard(card),
		truth: { ...card },
		expected: [
			{
				name: card.name[0],
				nameReading: card.nameReading ?? null,
				company: card.company[0],
				department: card.department[0],
				position: card.position[0],
				...phones,
				email: card.email,
				website: card.website,
				address: card.address[0],
				all: allOf(card, phones),
			},
		],
	});
}

function allOf(card: BusinessCard, phones: Phones): JsonObject {
	return {
		name: card.name,
		nameReading: listed(card.nameReading ?? null),
		company: card.company,
		department: card.department,
		position: card.position,
		mobile: listed(phones.mobile),
		phone: listed(phones.phone),
		fax: listed(phones.fax),
		email: [card.email],
		website: [card.website],
		address: card.address,
	};
}

function listed(text: string | null): string[] {
	return text === null ? [] : [text];
}
