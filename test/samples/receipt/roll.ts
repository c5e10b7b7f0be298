import { Sheet, type TextStyle } from '../drawing/sheet';

const WIDTH = 680;
const DESK = 30;
const PADDING = 36;
const TEETH = 17;

interface Row {
	height: number;
	draw(sheet: Sheet, baseLine: number): void;
}

/** A strip of receipt paper that grows with every row; drawn once its length is known. */
export class Roll {
	private readonly rows: Row[] = [];
	readonly left = DESK + PADDING;
	readonly right = WIDTH - DESK - PADDING;
	readonly middle = WIDTH / 2;

	/** A row of several texts, each `[text, x, style]`. */
	row(height: number, ...texts: Array<[string, number, TextStyle]>): this {
		this.rows.push({
			height,
			draw: (sheet, y) => {
				for (const [text, x, style] of texts) sheet.text(text, x, y, { font: 'mono', ...style });
			},
		});
		return this;
	}

	rule(dash: number[] = [10, 6]): this {
		this.rows.push({
			height: 22,
			draw: (sheet, y) =>
				sheet.line({ x: this.left, y: y - 8 }, { x: this.right, y: y - 8 }, '#444444', 2, dash),
		});
		return this;
	}

	space(height: number): this {
		this.rows.push({ height, draw: () => undefined });
		return this;
	}

	/** A pattern of bars, as printed below many receipts; it means nothing. */
	bars(seed: string): this {
		this.rows.push({
			height: 90,
			draw: (sheet, y) => {
				let x = this.middle - 150;
				for (let at = 0; x < this.middle + 150; at++) {
					const code = seed.charCodeAt(at % seed.length) * (at + 3);
					sheet.fill(x, y - 70, 2 + (code % 4), 70, '#222222');
					x += 5 + (code % 7);
				}
			},
		});
		return this;
	}

	/** The finished picture: the strip on a desk, torn off at both ends. */
	draw(): Sheet {
		const length = this.rows.reduce((sum, row) => sum + row.height, 0) + 2 * PADDING;
		const sheet = new Sheet(WIDTH, length + 2 * DESK, '#b9b2a8');
		this.paper(sheet, length);
		let y = DESK + PADDING;
		for (const row of this.rows) {
			y += row.height;
			row.draw(sheet, y - row.height * 0.25);
		}
		return sheet;
	}

	private paper(sheet: Sheet, length: number): void {
		const { context } = sheet;
		const [top, bottom, right] = [DESK, DESK + length, WIDTH - DESK];
		const tooth = (right - DESK) / (2 * TEETH);
		context.fillStyle = '#fbfaf6';
		context.beginPath();
		context.moveTo(DESK, top);
		for (let at = 1; at <= 2 * TEETH; at++) {
			context.lineTo(DESK + at * tooth, top + (at % 2 ? 7 : 0));
		}
		for (let at = 0; at <= 2 * TEETH; at++) {
			context.lineTo(right - at * tooth, bottom - (at % 2 ? 7 : 0));
		}
		context.closePath();
		context.fill();
	}
}
