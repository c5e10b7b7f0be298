import type { CreditCard } from './data';
import { cardSheet, printSampleMark } from '../drawing/card';
import type { Sheet, TextStyle } from '../drawing/sheet';

const WIDTH = 1000;
const HEIGHT = 630;
const INK = '#f4f1e6';

/** The front of a payment card; keys are those of CLOVA's result. */
export function drawCreditCard(card: CreditCard): Sheet {
	const { sheet, frame } = cardSheet(WIDTH, HEIGHT, {
		tint: ['#27435f', '#16283b'],
		desk: '#c9c3b8',
	});
	const { left, top } = frame;
	sheet.text(card.bank, left + 60, top + 96, { size: 44, weight: 700, color: INK });
	printChip(sheet, left + 70, top + 180);
	const embossed: TextStyle = { font: 'mono', weight: 700, color: INK, size: 0 };
	card.number.split(' ').forEach((group, at) => {
		sheet.text(group, left + 70 + at * 215, top + 400, { ...embossed, size: 68, key: 'number' });
	});
	sheet.text('VALID', left + 330, top + 462, { ...embossed, size: 18 });
	sheet.text('THRU', left + 330, top + 484, { ...embossed, size: 18 });
	sheet.text(card.validThru, left + 400, top + 482, { ...embossed, size: 42, key: 'validThru' });
	sheet.text(card.holderName, left + 70, top + 566, { ...embossed, size: 40, key: 'name' });
	printSampleMark(sheet, frame, '#ff8a80');
	return sheet;
}

function printChip(sheet: Sheet, left: number, top: number): void {
	const { context } = sheet;
	context.fillStyle = '#d9c178';
	context.beginPath();
	context.roundRect(left, top, 120, 92, 14);
	context.fill();
	for (const y of [top + 30, top + 62])
		sheet.line({ x: left, y }, { x: left + 120, y }, '#8f7b3d', 2);
	for (const x of [left + 40, left + 80]) {
		sheet.line({ x, y: top }, { x, y: top + 92 }, '#8f7b3d', 2);
	}
}
