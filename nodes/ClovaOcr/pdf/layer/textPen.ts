import { directionOf, hundredthsOf, type Operators } from './operators';
import type { Quad } from './quad';

/** Descenders reach this far below the baseline, in heights of the box. */
const BASELINE = 0.2;

/** Writes text operators, and leaves out what holds already. */
export class TextPen {
	private readonly operators: Operators;
	private readonly font: string;
	/** All lengths in hundredths. */
	private size = 0;
	/** Where the last text began. */
	private x = 0;
	private y = 0;
	/** The directions along the last text and up. */
	private alongX = 1;
	private alongY = 0;
	private upX = 0;
	private upY = 1;

	/** Begins invisible text. */
	constructor(operators: Operators, fontName: string) {
		this.operators = operators.text('q BT 3 Tr\n');
		this.font = `/${fontName} `;
	}

	/** Goes to the baseline of a word, with a font of its height. */
	begin(word: Quad): void {
		this.setSize(hundredthsOf(word.height));
		const x = hundredthsOf(word.x + BASELINE * word.upX);
		const y = hundredthsOf(word.y + BASELINE * word.upY);
		if (this.turn(word)) this.goOnAt(x, y);
		else this.beginAt(x, y);
		this.x = x;
		this.y = y;
	}

	/** Shows codes stretched to a width, from the point that was set or where the last ones ended. */
	show(codes: number[], width: number, height: number): void {
		this.operators.number((100 * width) / (codes.length * height)).text('Tz ');
		this.operators.codes(codes).text(' Tj\n');
	}

	end(): void {
		this.operators.text('ET Q\n');
	}

	private setSize(size: number): void {
		if (size === this.size) return;
		this.size = size;
		this.operators.text(this.font).hundredths(size).text('Tf\n');
	}

	/** Takes a word's directions. @returns whether they are those of before, and parallel to the page's sides */
	private turn({ alongX, alongY, upX, upY, width, height }: Quad): boolean {
		const a = directionOf(alongX / width);
		const b = directionOf(alongY / width);
		const c = directionOf(upX / height);
		const d = directionOf(upY / height);
		const goesOn = a === this.alongX && b === this.alongY && c === this.upX && d === this.upY;
		this.alongX = a;
		this.alongY = b;
		this.upX = c;
		this.upY = d;
		return goesOn && a * b === 0 && c * d === 0;
	}

	/** Says how far from the text before, which is shorter; in whole hundredths, so that nothing adds up. */
	private goOnAt(x: number, y: number): void {
		const byX = x - this.x;
		const byY = y - this.y;
		const along = byX * this.alongX + byY * this.alongY;
		const up = byX * this.upX + byY * this.upY;
		this.operators.hundredths(along).hundredths(up).text('Td\n');
	}

	private beginAt(x: number, y: number): void {
		const { operators, alongX, alongY, upX, upY } = this;
		for (const each of [alongX, alongY, upX, upY]) operators.text(`${each} `);
		operators.hundredths(x).hundredths(y).text('Tm\n');
	}
}
