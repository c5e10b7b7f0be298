import { documentSample } from '../sample';
import type { DocumentSample } from '../types';
import { deliveryNoteAnswer } from './answer';
import { deliveryNote } from './data';
import { drawDeliveryNote } from './drawing';

const HEAD = {
	'head_ref-no': deliveryNote.number,
	'head_time_issue date': deliveryNote.issued,
	head_time_departure: '14:30:00',
	sender_company: deliveryNote.sender,
	sender_담당자: deliveryNote.manager,
	sender_contact_tel: deliveryNote.phone,
	remark: '인수자 900101-*******',
	sums_total: 61500,
};

const ITEMS = deliveryNote.parcels.flatMap(({ label, weight, goods }) =>
	goods.map(({ name, count, price }) => ({
		list: 'parcels',
		label,
		weight: Number(weight),
		goods_name: name,
		goods_count: Number(count),
		goods_money_price: Number(price.replace(',', '')),
	})),
);

/** A document of a model that CLOVA does not have, for 'Read Other Document'. */
export const samples: DocumentSample[] = [
	documentSample({
		id: 'delivery-note',
		title: 'Delivery note (a model that is not known)',
		resource: 'document',
		operation: 'readOther',
		mimeType: 'image/jpeg',
		answer: deliveryNoteAnswer,
		language: 'ko',
		draw: () => drawDeliveryNote(deliveryNote),
		truth: { ...deliveryNote },
		expected: [{ ...HEAD, items: ITEMS }],
	}),
];
