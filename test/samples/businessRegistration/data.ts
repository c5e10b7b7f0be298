/** A business registration certificate; dates are YYYY-MM-DD. */
export interface BizLicense {
	documentType: string;
	/** As printed below the heading, e.g. that of corporations. */
	taxType: string;
	businessNumber: string;
	companyName: string;
	/** Corporations only. */
	corporateName?: string;
	representatives: string[];
	/** Sole traders only. */
	birthDate?: string;
	openDate: string;
	corporateNumber?: string;
	address: string;
	headOfficeAddress?: string;
	businessTypes: Array<{ type: string; item: string }>;
	issueReason: string;
	issueDate: string;
	taxOffice: string;
}

export const soleTraderLicense: BizLicense = {
	documentType: '사업자등록증',
	taxType: '일반과세자',
	businessNumber: '000-12-34560',
	companyName: '예시식당 가상역점',
	representatives: ['김견본'],
	birthDate: '2068-02-29',
	openDate: '2023-03-02',
	address: '서울특별시 가상구 예시로 12, 1층 101호(예시동)',
	businessTypes: [
		{ type: '음식점업', item: '한식 일반 음식점업' },
		{ type: '소매업', item: '전자상거래 소매업' },
	],
	issueReason: '정정',
	issueDate: '2024-01-15',
	taxOffice: '가상세무서장',
};

export const corporateLicense: BizLicense = {
	documentType: '사업자등록증',
	taxType: '법인사업자',
	businessNumber: '000-81-23453',
	companyName: '주식회사 예시소프트',
	corporateName: '주식회사 예시소프트',
	representatives: ['홍길동', '김예시'],
	openDate: '2024-06-24',
	corporateNumber: '999999-0001239',
	address: '서울특별시 가상구 예시로 34, 5층(견본동, 예시빌딩)',
	headOfficeAddress: '서울특별시 가상구 예시로 34, 5층(견본동, 예시빌딩)',
	businessTypes: [
		{ type: '정보통신업', item: '응용 소프트웨어 개발 및 공급업' },
		{ type: '정보통신업', item: '온라인 정보 제공업' },
		{ type: '도매 및 소매업', item: '전자상거래 소매업' },
	],
	issueReason: '신규',
	issueDate: '2024-06-26',
	taxOffice: '가상세무서장',
};
