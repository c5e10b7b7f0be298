import type { JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import { priceOf, sumsOf } from './sums';
import { japaneseReceipt, longReceipt, restaurantReceipt, shopReceipt, type Receipt } from './data';
import { drawReceipt } from './drawing';
import { documentSample } from '../sample';
import type { DocumentSample } from '../types';
import { receiptAnswer } from './answer';

/** Till receipts, for the Receipt API. */
export const samples: DocumentSample[] = [
	receiptSample('receipt', 'Restaurant receipt', restaurantReceipt),
	receiptSample('receipt-shop', 'Receipt of a small shop, two rows an article', shopReceipt),
	receiptSample('receipt-long', 'Receipt with 25 articles and a discount', longReceipt),
	receiptSample('receipt-japanese', 'Japanese receipt in yen', japaneseReceipt),
];

function receiptSample(id: string, title: string, receipt: Receipt): DocumentSample {
	return documentSample({
		id,
		title,
		resource: 'document',
		operation: 'readReceipt',
		mimeType: 'image/jpeg',
		answer: receiptAnswer,
		language: receipt.layout === 'japanese' ? 'ja' : 'ko',
		members: () => ({ subResults: [] }),
		draw: () => drawReceipt(receipt),
		truth: { ...toJson(receipt) },
		expected: [expectedOf(receipt)],
	});
}

function expectedOf(receipt: Receipt): JsonObject {
	const { total, tax, taxable } = sumsOf(receipt);
	return {
		storeName: receipt.storeName,
		storeBranch: receipt.storeBranch ?? null,
		businessNumber: receipt.businessNumber ?? null,
		storePhone: receipt.storePhone,
		storeAddress: receipt.storeAddress.join(' '),
		date: receipt.date,
		time: receipt.time.length === 5 ? `${receipt.time}:00` : receipt.time,
		cardCompany: receipt.card?.company ?? null,
		cardNumber: receipt.card?.number ?? null,
		approvalNumber: receipt.card?.approvalNumber ?? null,
		currency: receipt.layout === 'japanese' ? 'JPY' : 'KRW',
		total,
		cardTotal: receipt.card ? total : null,
		taxableAmount: taxable,
		tax,
		discount: receipt.discount ?? null,
		itemCount: receipt.items.length,
		duplicateKey: [
			receipt.businessNumber,
			receipt.date,
			receipt.time.length === 5 ? `${receipt.time}:00` : receipt.time,
			total,
			receipt.card?.approvalNumber,
		].join('|'),
		// Samples are stored as JPEG.
		suggestedFileName: `${receipt.date}_${receipt.storeName}_${total}.jpg`,
		items: receipt.items.map((item) => ({
			name: item.name,
			code: item.code ?? null,
			quantity: item.quantity,
			unitPrice: item.unitPrice,
			price: priceOf(item),
		})),
	};
}

function toJson(receipt: Receipt): JsonObject {
	return JSON.parse(JSON.stringify(receipt));
}
