/** A note that goes with a delivery; sender, goods and numbers are invented. */
export interface DeliveryNote {
	number: string;
	/** YYYY-MM-DD */
	issued: string;
	/** HH:MM */
	leaves: string;
	sender: string;
	manager: string;
	phone: string;
	/** A resident number where nobody expects one. */
	remark: string;
	total: string;
	parcels: Array<{
		label: string;
		weight: string;
		goods: Array<{ name: string; count: string; price: string }>;
	}>;
}

export const deliveryNote: DeliveryNote = {
	number: '0042-7781',
	issued: '2026-03-09',
	leaves: '14:30',
	sender: '가상상사',
	manager: '홍길동',
	phone: '02-000-0000',
	remark: '인수자 900101-1234568',
	total: '61,500원',
	parcels: [
		{
			label: 'A',
			weight: '12.5',
			goods: [
				{ name: '견본 볼트', count: '40', price: '20,000' },
				{ name: '견본 너트', count: '40', price: '16,500' },
			],
		},
		{
			label: 'B',
			weight: '3.2',
			goods: [{ name: '견본 상자', count: '5', price: '25,000' }],
		},
	],
};
