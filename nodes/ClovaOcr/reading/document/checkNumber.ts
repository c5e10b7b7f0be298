import { checkBusinessNumber } from '../checks/businessNumber';
import { checkCardNumber } from '../checks/cardNumber';
import { checkCorporateNumber } from '../checks/corporateNumber';
import { checkLicenseNumber } from '../checks/licenseNumber';
import { checkPersonalNumber, checkRegistrationNumber } from '../checks/personNumbers';
import type { CheckResult } from '../reading';

/** The checks that need nothing but one number, by their name in `ocr.checks`. */
export const NUMBER_CHECKS = {
	businessNumber: checkBusinessNumber,
	cardNumber: checkCardNumber,
	corporateNumber: checkCorporateNumber,
	licenseNumber: checkLicenseNumber,
	personalNumber: checkPersonalNumber,
	registrationNumber: checkRegistrationNumber,
} satisfies Record<string, (number: string | null) => CheckResult>;

export type NumberCheck = keyof typeof NUMBER_CHECKS;
