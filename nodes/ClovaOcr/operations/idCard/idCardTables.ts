import { asText, type Json } from '../../shared/json';
import { birthDateFromNumber } from '../../reading/values/calendar';
import type { MadeField, PartlyRead, FieldTable, WireField } from '../../reading/document/table';

/** One of the cards that the ID card API tells apart by itself. */
export interface CardType {
	/** Value of the output key `documentType`. */
	documentType: string;
	/** Member of the answer that holds the card's values. */
	group: string;
	/** CLOVA's `idtype` in small letters without blanks and signs. */
	idtype: string;
	table: FieldTable;
}

export const RESIDENT_CARD: CardType = {
	documentType: 'residentRegistrationCard',
	group: 'ic',
	idtype: 'idcard',
	table: {
		fields: [
			documentType('residentRegistrationCard'),
			{ key: 'name', path: 'ic.name', kind: 'text' },
			personalNumber('ic.personalNum'),
			birthDate('ic.birthDate', 'personalNumber'),
			{ key: 'address', path: 'ic.address', kind: 'text' },
			{ key: 'issueDate', path: 'ic.issueDate', kind: 'date' },
			{ key: 'issuer', path: 'ic.authority', kind: 'text' },
		],
		essential: ['name', 'personalNumber'],
	},
};

export const DRIVERS_LICENSE: CardType = {
	documentType: 'driversLicense',
	group: 'dl',
	idtype: 'driverslicense',
	table: {
		fields: [
			documentType('driversLicense'),
			{ key: 'licenseType', path: 'dl.type', kind: 'text' },
			{
				key: 'licenseNumber',
				path: 'dl.num',
				kind: 'licenseNumber',
				check: 'licenseNumber',
			},
			{ key: 'name', path: 'dl.name', kind: 'text' },
			personalNumber('dl.personalNum'),
			birthDate('dl.birthDate', 'personalNumber'),
			{ key: 'address', path: 'dl.address', kind: 'text' },
			{ key: 'renewalStartDate', path: 'dl.renewStartDate', kind: 'date' },
			{ key: 'renewalEndDate', path: 'dl.renewEndDate', kind: 'date' },
			{ key: 'condition', path: 'dl.condition', kind: 'text' },
			{ key: 'code', path: 'dl.code', kind: 'text' },
			{ key: 'organDonation', path: 'dl.organDonation', kind: 'text' },
			{ key: 'issueDate', path: 'dl.issueDate', kind: 'date' },
			{ key: 'issuer', path: 'dl.authority', kind: 'text' },
		],
		essential: ['name', 'licenseNumber'],
	},
};

export const PASSPORT: CardType = {
	documentType: 'passport',
	group: 'pp',
	idtype: 'passport',
	table: {
		fields: [
			documentType('passport'),
			{ key: 'passportType', path: 'pp.type', kind: 'text' },
			{ key: 'passportNumber', path: 'pp.num', kind: 'passportNumber' },
			{ key: 'surname', path: 'pp.surName', kind: 'text' },
			{ key: 'givenNames', path: 'pp.givenName', kind: 'text' },
			{ key: 'koreanName', path: 'pp.fullNameKor', kind: 'text' },
			{ key: 'nationality', path: 'pp.nationality', kind: 'text' },
			{ key: 'issuingCountry', path: 'pp.issueCountry', kind: 'text' },
			birthDate('pp.birthDate', 'personalNumber'),
			{ key: 'sex', path: 'pp.sex', kind: 'text' },
			personalNumber('pp.personalNum'),
			{ key: 'issueDate', path: 'pp.issueDate', kind: 'date' },
			{ key: 'expiryDate', path: 'pp.expireDate', kind: 'date' },
			{ key: 'issuer', path: 'pp.authority', kind: 'text' },
		],
		essential: ['surname', 'givenNames', 'passportNumber'],
	},
};

export const ALIEN_CARD: CardType = {
	documentType: 'alienRegistrationCard',
	group: 'ac',
	idtype: 'alienregistrationcard',
	table: {
		fields: [
			documentType('alienRegistrationCard'),
			{
				key: 'registrationNumber',
				path: 'ac.alienRegNum',
				kind: 'personalNumber',
				check: 'registrationNumber',
			},
			{ key: 'name', path: 'ac.name', kind: 'text' },
			birthDate('ac.birthDate', 'registrationNumber'),
			{ key: 'sex', path: 'ac.sex', kind: 'text' },
			{ key: 'nationality', path: 'ac.nationality', kind: 'text' },
			{ key: 'visaType', path: 'ac.visaType', kind: 'text' },
			{ key: 'issueDate', path: 'ac.issueDate', kind: 'date' },
			{ key: 'issuer', path: 'ac.authority', kind: 'text' },
			{ key: 'issuerEnglish', path: 'ac.authorityEng', kind: 'text' },
			{ key: 'serialNumber', path: 'ac.serialNum', kind: 'text' },
		],
		essential: ['name', 'registrationNumber'],
	},
};

export const CARD_TYPES = [RESIDENT_CARD, DRIVERS_LICENSE, PASSPORT, ALIEN_CARD];

/** The output key that names the kind of document; null where nothing was read. */
export function documentType(name: string): MadeField {
	return {
		key: 'documentType',
		schema: { type: ['string', 'null'] },
		make: ({ leaves }) => ({ value: leaves.length === 0 ? null : name }),
	};
}

function personalNumber(path: string): WireField {
	return {
		key: 'personalNumber',
		path,
		kind: 'personalNumber',
		check: 'personalNumber',
	};
}

/** Most cards print no birth date of its own; the first seven digits of the number hold it. */
function birthDate(path: string, numberKey: string): WireField {
	const otherwise = ({ values }: PartlyRead): Json =>
		birthDateFromNumber(asText(values[numberKey]));
	return { key: 'birthDate', path, kind: 'date', otherwise };
}
