import { sumsOf } from './sums';
import type { Receipt } from './data';
import { grouped } from './amount';
import { printColumnItems, printTwoLineItems } from './drawItems';
import { drawJapaneseReceipt } from './drawJapanese';
import { Roll } from './roll';
import type { Sheet } from '../drawing/sheet';

const BODY = 26;
const ROW = 38;

/** A till receipt on a strip of paper; keys are those of CLOVA's receipt result. */
export function drawReceipt(receipt: Receipt): Sheet {
	if (receipt.layout === 'japanese') return drawJapaneseReceipt(receipt);
	const roll = new Roll();
	printStore(roll, receipt);
	if (receipt.layout === 'columns') printColumnItems(roll, receipt.items);
	else printTwoLineItems(roll, receipt.items);
	printSums(roll, receipt);
	printCard(roll, receipt);
	roll.space(20);
	roll.row(ROW, ['이용해 주셔서 감사합니다', roll.middle, { size: BODY, align: 'center' }]);
	roll.row(ROW, ['교환·환불은 7일 안에 영수증과 함께', roll.middle, { size: 22, align: 'center' }]);
	if (receipt.layout === 'twoLines') roll.space(10).bars(receipt.storeName);
	return roll.draw();
}

function printStore(roll: Roll, receipt: Receipt): void {
	const { left, middle } = roll;
	const title = receipt.layout === 'columns' ? '영 수 증' : '[신용카드 매출전표]';
	roll.row(64, [
		receipt.storeName,
		middle,
		{ size: 46, weight: 700, align: 'center', key: 'storeInfo.name' },
	]);
	if (receipt.storeBranch !== undefined) {
		const style = { size: 30, align: 'center', key: 'storeInfo.subName' } as const;
		roll.row(46, [receipt.storeBranch, middle, style]);
	}
	roll.row(50, [title, middle, { size: 28, weight: 700, align: 'center' }]);
	roll.space(8);
	labelled(roll, '사업자번호', receipt.businessNumber ?? '', 'storeInfo.bizNum');
	roll.row(
		ROW,
		['대 표 자', left, { size: BODY }],
		[receipt.representative ?? '', left + 158, { size: BODY }],
	);
	receipt.storeAddress.forEach((line, at) => {
		const label: [string, number, { size: number }] = [
			at === 0 ? '주    소' : '',
			left,
			{ size: BODY },
		];
		const value = { size: BODY, key: 'storeInfo.addresses[0]', label: '주소' };
		roll.row(ROW, label, [line, left + 158, value]);
	});
	labelled(roll, '전화번호', receipt.storePhone, 'storeInfo.tel[0]');
	printMoment(roll, receipt);
}

function printMoment(roll: Roll, receipt: Receipt): void {
	const date = receipt.layout === 'columns' ? receipt.date : receipt.date.replaceAll('-', '/');
	roll.row(
		ROW,
		['판매일시', roll.left, { size: BODY }],
		[date, roll.left + 158, { size: BODY, key: 'paymentInfo.date', label: '판매일시' }],
		[receipt.time, roll.left + 158 + 150, { size: BODY, key: 'paymentInfo.time' }],
	);
}

function printSums(roll: Roll, receipt: Receipt): void {
	const sums = sumsOf(receipt);
	roll.rule();
	if (receipt.discount !== undefined) {
		amount(roll, '소    계', grouped(sums.itemsTotal));
		const key = 'subTotal[0].discountPrice[0]';
		amount(roll, '할인 합계', `-${grouped(receipt.discount)}`, key);
	}
	amount(roll, '과세물품가액', grouped(sums.taxable), 'subTotal[0].subTotalPrice[0]');
	amount(roll, '부 가 세', grouped(sums.tax), 'subTotal[0].taxPrice[0]');
	roll.rule([]);
	const big = { size: 38, weight: 700 } as const;
	roll.row(
		56,
		['합    계', roll.left, big],
		[
			grouped(sums.total),
			roll.right,
			{ ...big, align: 'right', key: 'totalPrice.price', label: '합계' },
		],
	);
	roll.rule([]);
}

function printCard(roll: Roll, receipt: Receipt): void {
	if (receipt.card === undefined) return;
	const { company, number, approvalNumber } = receipt.card;
	amount(roll, '카드결제', grouped(sumsOf(receipt).total), 'totalPrice.creditCardPrice');
	labelled(roll, '카 드 사', company, 'paymentInfo.cardInfo.company');
	labelled(roll, '카드번호', number, 'paymentInfo.cardInfo.number');
	labelled(roll, '승인번호', approvalNumber, 'paymentInfo.confirmNum');
	roll.rule();
}

function labelled(roll: Roll, label: string, value: string, key: string): void {
	roll.row(
		ROW,
		[label, roll.left, { size: BODY }],
		[value, roll.left + 158, { size: BODY, key, label: label.replaceAll(' ', '') }],
	);
}

function amount(roll: Roll, label: string, value: string, key?: string): void {
	roll.row(
		ROW,
		[label, roll.left, { size: BODY }],
		[value, roll.right, { size: BODY, align: 'right', key, label: label.replaceAll(' ', '') }],
	);
}
