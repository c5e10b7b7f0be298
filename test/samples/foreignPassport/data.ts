/** The data page of a passport. Dates are YYYY-MM-DD. */
export interface Passport {
	type: string;
	/** Three letters; UTO is the made-up country of the ICAO's own specimens. */
	issuingCountry: string;
	passportNumber: string;
	surname: string;
	givenNames: string;
	koreanName?: string;
	/** As printed on the page. */
	nationality: string;
	birthDate: string;
	sex: 'F' | 'M';
	/** Back half of the resident number (Korean booklets before 2020-12-21), else what the state likes. */
	personalNumber?: string;
	issueDate: string;
	expiryDate: string;
	issuer: string;
}

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

export const foreignPassport: Passport = {
	type: 'P',
	issuingCountry: 'UTO',
	passportNumber: 'X0000000',
	surname: 'SPECIMEN',
	givenNames: 'TEST PERSON',
	nationality: 'UTOPIAN',
	birthDate: '1999-12-31',
	sex: 'F',
	personalNumber: 'Z0000001A',
	issueDate: '2022-09-15',
	expiryDate: '2032-09-14',
	issuer: 'UTOPIA PASSPORT OFFICE',
};
