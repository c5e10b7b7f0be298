import type { Receipt, ReceiptItem } from './data';

export interface ReceiptSums {
	/** Sum of the lines before any discount. */
	itemsTotal: number;
	/** What was paid, tax included. */
	total: number;
	tax: number;
	taxable: number;
}

/** The amount of one line. */
export function priceOf(item: ReceiptItem): number {
	return item.quantity * item.unitPrice;
}

/** The sums of a receipt whose goods all carry ten percent tax, included in the prices. */
export function sumsOf(receipt: Receipt): ReceiptSums {
	const itemsTotal = receipt.items.reduce((sum, item) => sum + priceOf(item), 0);
	const total = itemsTotal - (receipt.discount ?? 0);
	const tax = Math.floor(total / 11);
	return { itemsTotal, total, tax, taxable: total - tax };
}
