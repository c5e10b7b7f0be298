import { ownArticleNumber } from './barcode';

/** One line of a receipt; its price is always quantity times unit price. */
export interface ReceiptItem {
	name: string;
	code?: string;
	quantity: number;
	unitPrice: number;
}

/** What stands on a receipt. Sums follow from the items, so that they cannot disagree with them. */
export interface Receipt {
	layout: 'columns' | 'japanese' | 'twoLines';
	storeName: string;
	storeBranch?: string;
	businessNumber?: string;
	representative?: string;
	storePhone: string;
	/** One entry for each printed line of the address. */
	storeAddress: string[];
	/** YYYY-MM-DD */
	date: string;
	/** HH:MM or HH:MM:SS, as printed. */
	time: string;
	items: ReceiptItem[];
	/** A positive amount taken off the sum of the items. */
	discount?: number;
	card?: { company: string; number: string; approvalNumber: string };
}

export const restaurantReceipt: Receipt = {
	layout: 'columns',
	storeName: '예시식당',
	storeBranch: '가상역점',
	businessNumber: '000-12-34560',
	representative: '김견본',
	storePhone: '02-000-1234',
	storeAddress: ['서울특별시 가상구 예시로 12', '1층 101호'],
	date: '2026-09-15',
	time: '12:34:56',
	items: [
		{ name: '된장찌개', quantity: 2, unitPrice: 9000 },
		{ name: '돌솥비빔밥', quantity: 1, unitPrice: 11000 },
		{ name: '해물파전', quantity: 1, unitPrice: 18000 },
		{ name: '공기밥', quantity: 3, unitPrice: 1000 },
		{ name: '식혜', quantity: 2, unitPrice: 3500 },
	],
	card: { company: '견본카드', number: '9409-00**-****-0008', approvalNumber: '00123456' },
};

export const shopReceipt: Receipt = {
	layout: 'twoLines',
	storeName: '모의편의점',
	storeBranch: '예시대학점',
	businessNumber: '000-34-56789',
	representative: '이예시',
	storePhone: '031-000-5678',
	storeAddress: ['경기도 가상시 견본로 34'],
	date: '2026-10-02',
	time: '08:05',
	items: [
		{ name: '참치마요 삼각김밥', code: ownArticleNumber(1), quantity: 2, unitPrice: 1500 },
		{ name: '구운 달걀 2입', code: ownArticleNumber(2), quantity: 1, unitPrice: 2400 },
		{ name: '보리차 500ml', code: ownArticleNumber(3), quantity: 1, unitPrice: 1800 },
	],
	card: { company: '모의카드', number: '6200-00**-****-0005', approvalNumber: '30004567' },
};

const GROCERIES: Array<[string, number, number]> = [
	['무농약 상추 200g', 1, 2980],
	['햇감자 1kg', 2, 4500],
	['깐양파 3입', 1, 3280],
	['대파 한단', 1, 2490],
	['애호박', 2, 1690],
	['두부 부침용', 2, 1980],
	['콩나물 300g', 1, 1590],
	['달걀 30구', 1, 8900],
	['우유 900ml', 3, 2850],
	['플레인 요구르트', 2, 3480],
	['슬라이스 치즈', 1, 5980],
	['통밀 식빵', 1, 3900],
	['딸기잼 370g', 1, 6500],
	['현미 4kg', 1, 18900],
	['국수 소면 900g', 1, 3700],
	['진간장 860ml', 1, 7200],
	['참기름 320ml', 1, 9800],
	['굵은소금 1kg', 1, 2600],
	['자반고등어 2손', 1, 9900],
	['국물멸치 500g', 1, 14500],
	['돼지 앞다리 600g', 1, 10800],
	['닭볶음탕용 1kg', 1, 8700],
	['주방세제 리필', 2, 3300],
	['두루마리 화장지', 1, 15900],
	['종량제봉투 20L', 10, 490],
];

export const longReceipt: Receipt = {
	layout: 'twoLines',
	storeName: '견본장터',
	storeBranch: '가상본점',
	businessNumber: '000-81-23453',
	representative: '박모의',
	storePhone: '032-000-9012',
	storeAddress: ['인천광역시 가상구 모의대로 56', '지하 1층'],
	date: '2026-11-07',
	time: '18:47:03',
	items: GROCERIES.map(([name, quantity, unitPrice], index) => ({
		name,
		code: ownArticleNumber(1001 + index * 10),
		quantity,
		unitPrice,
	})),
	discount: 7350,
	card: { company: '시험카드', number: '5555-00**-****-0008', approvalNumber: '71002938' },
};

export const japaneseReceipt: Receipt = {
	layout: 'japanese',
	storeName: 'みほん珈琲店',
	storeBranch: '架空駅前店',
	storePhone: '03-0000-1234',
	storeAddress: ['東京都架空区見本町1-2-3'],
	date: '2026-09-20',
	time: '15:21',
	items: [
		{ name: 'ブレンドコーヒー', quantity: 2, unitPrice: 480 },
		{ name: 'チーズケーキ', quantity: 1, unitPrice: 550 },
		{ name: 'たまごサンド', quantity: 1, unitPrice: 620 },
	],
};
