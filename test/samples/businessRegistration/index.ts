import type { JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import { corporateLicense, soleTraderLicense, type BizLicense } from './data';
import { drawBizLicense } from './drawing';
import { documentSample } from '../sample';
import type { DocumentSample } from '../types';
import { certificateAnswer } from './answer';

/** Business registration certificates, for the Business Registration API. */
export const samples: DocumentSample[] = [
	licenseSample('business-registration', 'Certificate of a corporation', corporateLicense),
	licenseSample('business-registration-sole', 'Certificate of a sole trader', soleTraderLicense),
];

function licenseSample(id: string, title: string, license: BizLicense): DocumentSample {
	return documentSample({
		id,
		title,
		resource: 'document',
		operation: 'readBusinessRegistration',
		mimeType: 'image/png',
		answer: certificateAnswer,
		language: 'ko',
		draw: () => drawBizLicense(license),
		truth: JSON.parse(JSON.stringify(license)),
		expected: [expectedOf(license)],
	});
}

function expectedOf(license: BizLicense): JsonObject {
	const { businessTypes, representatives } = license;
	return {
		certificateType: license.documentType,
		businessNumber: license.businessNumber,
		corporateNumber: license.corporateNumber ?? null,
		companyName: license.companyName,
		corporateName: license.corporateName ?? null,
		representative: representatives[0],
		representatives,
		birthDate: license.birthDate ?? null,
		residentNumber: null,
		coRepresentativeResidentNumber: null,
		openDate: license.openDate,
		address: license.address,
		headOfficeAddress: license.headOfficeAddress ?? null,
		businessTypes: businessTypes.map((pair) => ({ ...pair })),
		businessType: unique(businessTypes.map(({ type }) => type)),
		businessItem: unique(businessTypes.map(({ item }) => item)),
		businessArea: null,
		taxType: license.taxType,
		issueDate: license.issueDate,
		issueReason: license.issueReason,
		ntsRequest: JSON.stringify({
			businesses: [
				{
					b_no: license.businessNumber.replaceAll('-', ''),
					start_dt: license.openDate.replaceAll('-', ''),
					p_nm: representatives[0],
				},
			],
		}),
	};
}

function unique(texts: string[]): string {
	return [...new Set(texts)].join(', ');
}
