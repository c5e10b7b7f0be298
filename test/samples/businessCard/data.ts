/** A business card; every list holds what is printed, in order. */
export interface BusinessCard {
	name: string[];
	nameReading?: string;
	company: string[];
	department: string[];
	position: string[];
	mobile?: string;
	phone?: string;
	fax?: string;
	email: string;
	website: string;
	address: string[];
}

export const koreanCard: BusinessCard = {
	name: ['홍길동'],
	company: ['주식회사 예시소프트'],
	department: ['고객지원팀'],
	position: ['책임'],
	mobile: '010-0000-1234',
	phone: '02-000-1234',
	fax: '02-000-1235',
	email: 'gildong@example.com',
	website: 'www.example.com',
	address: ['서울특별시 가상구 예시로 34, 5층'],
};

export const bilingualCard: BusinessCard = {
	name: ['김예시', 'Yesi Kim'],
	company: ['견본무역 주식회사', 'Gyeonbon Trading Co., Ltd.'],
	department: ['해외영업부'],
	position: ['부장', 'General Manager'],
	mobile: '+82 10 0000 5678',
	phone: '+82 2 000 5678',
	email: 'yesi.kim@example.org',
	website: 'https://trade.example.org',
	address: ['부산광역시 가상구 견본대로 56', '56 Gyeonbon-daero, Gasang-gu, Busan'],
};

export const japaneseCard: BusinessCard = {
	name: ['見本 花子'],
	nameReading: 'みほん はなこ',
	company: ['見本商事株式会社'],
	department: ['営業企画部'],
	position: ['課長'],
	mobile: '090-0000-1234',
	phone: '03-0000-1234',
	fax: '03-0000-1235',
	email: 'mihon@example.com',
	website: 'www.example.com/jp',
	address: ['東京都架空区見本町1-2-3 見本ビル4階'],
};
