import type { Passport } from '../drawing/mrz';

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
