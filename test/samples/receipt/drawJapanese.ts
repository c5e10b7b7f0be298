import { priceOf, sumsOf } from './sums';
import type { Receipt } from './data';
import { grouped } from './amount';
import { itemKey } from './drawItems';
import { Roll } from './roll';
import type { Sheet, TextStyle } from '../drawing/sheet';

const BODY: TextStyle = { size: 26, font: 'sans' };
const ROW = 42;
/** The banknote that the guest paid with. */
const HANDED_OVER = 5000;

/** A Japanese till receipt: prices in yen with the tax inside, paid in cash. */
export function drawJapaneseReceipt(receipt: Receipt): Sheet {
	const roll = new Roll();
	const centred: TextStyle = { ...BODY, align: 'center' };
	const { middle, left, right } = roll;
	roll.row(64, [
		receipt.storeName,
		middle,
		{ ...centred, size: 42, weight: 700, key: 'storeInfo.name' },
	]);
	roll.row(ROW, [receipt.storeBranch ?? '', middle, { ...centred, key: 'storeInfo.subName' }]);
	for (const line of receipt.storeAddress) {
		roll.row(ROW, [line, middle, { ...centred, key: 'storeInfo.addresses[0]' }]);
	}
	roll.row(
		ROW,
		['TEL', middle - 140, BODY],
		[receipt.storePhone, middle - 70, { ...BODY, key: 'storeInfo.tel[0]', label: 'TEL' }],
	);
	roll.row(60, ['領 収 書', middle, { ...centred, size: 34, weight: 700 }]);
	const [year, month, day] = receipt.date.split('-').map(Number);
	roll.row(
		ROW,
		[`${year}年${month}月${day}日`, left, { ...BODY, key: 'paymentInfo.date' }],
		[receipt.time, right, { ...BODY, align: 'right', key: 'paymentInfo.time' }],
	);
	roll.rule();
	printItems(roll, receipt);
	printSums(roll, receipt);
	roll.space(16);
	roll.row(ROW, ['またのご来店をお待ちしております', middle, { ...centred, size: 24 }]);
	return roll.draw();
}

function printItems(roll: Roll, receipt: Receipt): void {
	receipt.items.forEach((item, at) => {
		roll.row(ROW, [item.name, roll.left, { ...BODY, key: itemKey(at, 'name') }]);
		roll.row(
			ROW,
			[yen(item.unitPrice), roll.left + 190, right(itemKey(at, 'price.unitPrice'))],
			['×', roll.left + 215, BODY],
			[String(item.quantity), roll.left + 270, right(itemKey(at, 'count'))],
			['点', roll.left + 278, BODY],
			[yen(priceOf(item)), roll.right, right(itemKey(at, 'price.price'))],
		);
	});
	roll.rule();
}

function printSums(roll: Roll, receipt: Receipt): void {
	const { total, tax, taxable } = sumsOf(receipt);
	const big: TextStyle = { size: 38, weight: 700, font: 'sans' };
	roll.row(
		60,
		['合計', roll.left, big],
		[yen(total), roll.right, { ...big, align: 'right', key: 'totalPrice.price', label: '合計' }],
	);
	sum(roll, '(10%対象', `${yen(taxable)})`, 'subTotal[0].subTotalPrice[0]');
	sum(roll, '(内消費税等', `${yen(tax)})`, 'subTotal[0].taxPrice[0]');
	sum(roll, 'お預り', yen(HANDED_OVER));
	sum(roll, 'お釣り', yen(HANDED_OVER - total));
}

function sum(roll: Roll, label: string, value: string, key?: string): void {
	roll.row(ROW, [label, roll.left, BODY], [value, roll.right, { ...right(key), label }]);
}

function right(key?: string): TextStyle {
	return { ...BODY, align: 'right', key };
}

function yen(amount: number): string {
	return `¥${grouped(amount)}`;
}
