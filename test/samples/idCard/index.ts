import type { JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import { alienCard, driversLicense, koreanPassport, residentCard } from './data';
import { drawAlienCard, drawDriversLicense, drawResidentCard } from './drawing';
import { drawPassport, type PassportStyle } from '../drawing/passport';
import { documentSample } from '../sample';
import type { DocumentSample } from '../types';
import { idCardAnswer } from './answer';

const KOREAN: PassportStyle = {
	heading: '여권 / PASSPORT',
	country: '대한민국 REPUBLIC OF KOREA',
	tint: ['#e8eefb', '#dfeee6'],
	group: 'pp.',
	korean: true,
	mrz: false,
};

type IdCard = Pick<
	DocumentSample,
	'draw' | 'expected' | 'id' | 'operation' | 'repeated' | 'title' | 'truth'
> & {
	/** CLOVA's name of the type and of the group that holds the values. */
	card: { idtype: string; group: 'ac' | 'dl' | 'ic' | 'pp' };
};

const DRIVERS_LICENSE: IdCard = {
	id: 'drivers-license',
	title: "Driver's licence",
	operation: 'readDriversLicense',
	card: { idtype: "Driver's License", group: 'dl' },
	draw: () => drawDriversLicense(driversLicense),
	truth: { ...driversLicense },
	expected: [
		{
			documentType: 'driversLicense',
			...driversLicense,
			personalNumber: '680229-*******',
			birthDate: '2068-02-29',
			address: driversLicense.address.join(' '),
		},
	],
};

/** The four Korean cards, and one of them whose type is to be found out, for the ID Card API. */
export const samples: DocumentSample[] = [
	idCard({
		id: 'resident-card',
		title: 'Resident registration card',
		operation: 'readResidentRegistrationCard',
		card: { idtype: 'ID Card', group: 'ic' },
		draw: () => drawResidentCard(residentCard),
		truth: { ...residentCard },
		expected: [
			{
				documentType: 'residentRegistrationCard',
				...residentCard,
				personalNumber: '680229-*******',
				birthDate: '2068-02-29',
				address: residentCard.address.join(' '),
			},
		],
	}),
	idCard(DRIVERS_LICENSE),
	idCard({
		id: 'passport',
		title: 'Korean passport',
		operation: 'readPassport',
		card: { idtype: 'Passport', group: 'pp' },
		draw: () => drawPassport(koreanPassport, KOREAN),
		truth: { ...koreanPassport },
		expected: [{ documentType: 'passport', ...passportValues(), personalNumber: '*******' }],
	}),
	idCard({
		id: 'alien-card',
		title: 'Alien registration card',
		operation: 'readAlienRegistrationCard',
		card: { idtype: 'Alien Registration Card', group: 'ac' },
		draw: () => drawAlienCard(alienCard),
		truth: { ...alienCard },
		expected: [
			{
				documentType: 'alienRegistrationCard',
				...alienCard,
				registrationNumber: '990101-*******',
				birthDate: '2099-01-01',
			},
		],
	}),
	idCard({
		...DRIVERS_LICENSE,
		id: 'any-id-card',
		title: 'ID card of a kind to be found out',
		operation: 'detectType',
		repeated: true,
	}),
];

function passportValues(): JsonObject {
	const { type, ...values } = koreanPassport;
	return { passportType: type, ...values };
}

function idCard({ card, ...rest }: IdCard): DocumentSample {
	return documentSample({
		...rest,
		members: (outline) => ({
			isConfident: true,
			rois: [outline],
			idtype: card.idtype,
			[card.group]: {},
		}),
		resource: 'idCard',
		mimeType: 'image/jpeg',
		answer: idCardAnswer,
		language: 'ko',
	});
}
