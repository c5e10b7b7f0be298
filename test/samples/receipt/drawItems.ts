import { priceOf } from './sums';
import type { ReceiptItem } from './data';
import { grouped } from './amount';
import type { Roll } from './roll';
import type { TextStyle } from '../drawing/sheet';

const SIZE = 26;
const ROW = 38;

/** The key of a member of the n-th line in CLOVA's receipt result. */
export function itemKey(index: number, member: string): string {
	return `subResults[0].items[${index}].${member}`;
}

/** A table of four columns: name, unit price, quantity, amount. */
export function printColumnItems(roll: Roll, items: ReceiptItem[]): void {
	const [unit, count, price] = [roll.left + 340, roll.left + 420, roll.right];
	const head: TextStyle = { size: SIZE, weight: 700 };
	roll.rule();
	roll.row(
		ROW,
		['상품명', roll.left, head],
		['단가', unit, { ...head, align: 'right' }],
		['수량', count, { ...head, align: 'right' }],
		['금액', price, { ...head, align: 'right' }],
	);
	roll.rule();
	items.forEach((item, at) => {
		roll.row(
			ROW,
			[item.name, roll.left, { size: SIZE, key: itemKey(at, 'name') }],
			[grouped(item.unitPrice), unit, numberStyle(itemKey(at, 'price.unitPrice'))],
			[String(item.quantity), count, numberStyle(itemKey(at, 'count'))],
			[grouped(priceOf(item)), price, numberStyle(itemKey(at, 'price.price'))],
		);
	});
}

/** Two rows for each article: its name above its number, unit price, quantity and amount. */
export function printTwoLineItems(roll: Roll, items: ReceiptItem[]): void {
	const [unit, count, price] = [roll.left + 350, roll.left + 420, roll.right];
	roll.rule();
	items.forEach((item, at) => {
		const position = String(at + 1).padStart(2, '0');
		roll.row(
			ROW,
			[position, roll.left, { size: SIZE }],
			[item.name, roll.left + 44, { size: SIZE, key: itemKey(at, 'name') }],
		);
		roll.row(
			ROW,
			[item.code ?? '', roll.left + 44, { size: SIZE, key: itemKey(at, 'code') }],
			[grouped(item.unitPrice), unit, numberStyle(itemKey(at, 'price.unitPrice'))],
			[String(item.quantity), count, numberStyle(itemKey(at, 'count'))],
			[grouped(priceOf(item)), price, numberStyle(itemKey(at, 'price.price'))],
		);
	});
}

function numberStyle(key: string): TextStyle {
	return { size: SIZE, align: 'right', key };
}
