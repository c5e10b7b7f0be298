import type { Passport } from '../drawing/mrz';

/**
 * One invented person on all Korean cards. The births lie in the future, so that no living person
 * can own the numbers; their check digits are right.
 */
export interface ResidentCard {
	/** As printed: Hangul, with Hanja in brackets. */
	name: string;
	personalNumber: string;
	/** One entry for each printed line. */
	address: string[];
	issueDate: string;
	issuer: string;
}

export const residentCard: ResidentCard = {
	name: '홍길동(洪吉童)',
	personalNumber: '680229-3000020',
	address: ['서울특별시 가상구 예시로 12,', '3층 301호', '(예시동, 견본빌라)'],
	issueDate: '2020-08-16',
	issuer: '서울특별시 가상구청장',
};

export interface DriversLicense {
	licenseType: string;
	licenseNumber: string;
	name: string;
	personalNumber: string;
	address: string[];
	renewalStartDate: string;
	renewalEndDate: string;
	condition: string;
	code: string;
	organDonation: string;
	issueDate: string;
	issuer: string;
}

export const driversLicense: DriversLicense = {
	licenseType: '1종보통',
	licenseNumber: '11-99-000001-00',
	name: '홍길동',
	personalNumber: '680229-3000020',
	address: ['서울특별시 가상구 예시로 12,', '3층 301호 (예시동)'],
	renewalStartDate: '2029-01-01',
	renewalEndDate: '2029-12-31',
	condition: 'A',
	code: 'Z9X8Y7',
	organDonation: '장기기증',
	issueDate: '2019-05-07',
	issuer: '서울특별시경찰청장',
};

export interface AlienCard {
	registrationNumber: string;
	name: string;
	sex: string;
	nationality: string;
	visaType: string;
	issueDate: string;
	issuer: string;
	issuerEnglish: string;
	serialNumber: string;
}

export const alienCard: AlienCard = {
	registrationNumber: '990101-8000039',
	name: 'SAMPLE JANE',
	sex: 'F',
	nationality: 'UTOPIA',
	visaType: '재외동포(F-4)',
	issueDate: '2023-03-02',
	issuer: '가상출입국·외국인청장',
	issuerEnglish: 'CHIEF, GASANG IMMIGRATION OFFICE',
	serialNumber: '0-000-000-0000',
};

export const koreanPassport: Passport = {
	type: 'PM',
	issuingCountry: 'KOR',
	passportNumber: 'M00000000',
	surname: 'HONG',
	givenNames: 'GILDONG',
	koreanName: '홍길동',
	nationality: 'REPUBLIC OF KOREA',
	birthDate: '2068-02-29',
	sex: 'M',
	personalNumber: '3000020',
	issueDate: '2019-09-15',
	expiryDate: '2029-09-15',
	issuer: 'MINISTRY OF FOREIGN AFFAIRS',
};
