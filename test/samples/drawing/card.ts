import { Sheet, type TextStyle } from './sheet';

/** Where a card lies in its picture. */
export interface CardFrame {
	left: number;
	top: number;
	width: number;
	height: number;
}

interface CardStyle {
	/** Colours of the card from its upper left to its lower right corner. */
	tint: [string, string];
	desk?: string;
	radius?: number;
}

/** The desk around a card, in pixels. */
export const CARD_RIM = 50;

/** A picture of a card lying on a desk; what is printed goes into its frame. */
export function cardSheet(
	width: number,
	height: number,
	style: CardStyle,
): { sheet: Sheet; frame: CardFrame } {
	const sheet = new Sheet(width + 2 * CARD_RIM, height + 2 * CARD_RIM, style.desk ?? '#8d8a86');
	const { context } = sheet;
	const tint = context.createLinearGradient(
		CARD_RIM,
		CARD_RIM,
		CARD_RIM + width,
		CARD_RIM + height,
	);
	tint.addColorStop(0, style.tint[0]);
	tint.addColorStop(1, style.tint[1]);
	context.fillStyle = tint;
	context.beginPath();
	context.roundRect(CARD_RIM, CARD_RIM, width, height, style.radius ?? 28);
	context.fill();
	return { sheet, frame: { left: CARD_RIM, top: CARD_RIM, width, height } };
}

/** A grey head and shoulders where a photograph would be. */
export function printPortrait(sheet: Sheet, frame: CardFrame): void {
	const { left, top, width, height } = frame;
	const { context } = sheet;
	sheet.fill(left, top, width, height, '#d5dae0');
	context.save();
	context.beginPath();
	context.rect(left, top, width, height);
	context.clip();
	context.fillStyle = '#9aa3ad';
	context.beginPath();
	context.arc(left + width / 2, top + height * 0.4, width * 0.22, 0, 2 * Math.PI);
	context.fill();
	context.beginPath();
	context.ellipse(
		left + width / 2,
		top + height * 1.02,
		width * 0.42,
		height * 0.36,
		0,
		0,
		2 * Math.PI,
	);
	context.fill();
	context.restore();
	sheet.frame(left, top, width, height, '#b3bac2', 1);
}

/** A red square stamp, as offices print it behind their name. */
export function printSeal(sheet: Sheet, left: number, top: number, size: number): void {
	const color = '#c8473c';
	const style: TextStyle = {
		size: size * 0.36,
		font: 'serif',
		weight: 700,
		color,
		align: 'center',
	};
	sheet.frame(left, top, size, size, color, 4);
	sheet.text('견본', left + size / 2, top + size * 0.46, style);
	sheet.text('지인', left + size / 2, top + size * 0.86, style);
}

/** "Sample" right across the card, so that nobody takes the picture for a real document. */
export function printSampleMark(sheet: Sheet, frame: CardFrame, color = '#c00000'): void {
	const words = '견본 SAMPLE';
	const { context } = sheet;
	const size = (frame.width * 1.5) / words.length;
	context.save();
	context.globalAlpha = 0.2;
	context.translate(frame.left + frame.width / 2, frame.top + frame.height / 2);
	context.rotate(-Math.atan2(frame.height, frame.width) * 0.85);
	sheet.stamp(words, size, color);
	context.restore();
}
