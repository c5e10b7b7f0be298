import type { JsonObject } from '../../nodes/ClovaOcr/shared/json';
import type { Printed } from './print';
import type { Random } from './random';

/** A word on the page, before tilt, in pixels. */
export interface Ink extends Printed {
	left: number;
	top: number;
	width: number;
	height: number;
	end: boolean;
}

/** A word to print, and how far it stands from the one before, in text heights. */
export interface Piece extends Printed {
	gap?: number;
	/** Width in text heights, where the print has a pitch of its own. */
	width?: number;
}

/** A page under the pen: lines of words from top to bottom, with the boxes that recognition would give. */
export class Paper {
	readonly inks: Ink[] = [];
	readonly left: number;
	/** Text height in pixels. */
	height: number;
	y: number;
	private readonly tilt: number;
	private readonly jitter: number;
	private readonly narrow: number;

	constructor(readonly random: Random) {
		this.height = random.int(14, 44);
		this.left = random.int(30, 200);
		this.y = random.int(40, 160);
		this.tilt = random.chance(0.5) ? 0 : (random.between(-2, 2) * Math.PI) / 180;
		this.jitter = random.between(0, 0.07);
		this.narrow = random.between(0.45, 0.62);
	}

	/** Prints words beside each other and returns them; the last one ends its line. */
	line(pieces: Piece[], x = this.left): Ink[] {
		const line = this.row(pieces, x);
		const last = line.at(-1);
		if (last !== undefined) last.end = true;
		this.feed();
		return line;
	}

	/** The same without going on to the next line. */
	row(pieces: Piece[], x = this.left): Ink[] {
		const { height } = this;
		let at = x;
		return pieces.map((piece, index) => {
			if (index > 0) at += (piece.gap ?? this.random.between(0.2, 0.5)) * height;
			const width = piece.width === undefined ? this.widthOf(piece.text) : piece.width * height;
			const ink = this.put(piece, at, this.y, width);
			at += width;
			return ink;
		});
	}

	feed(lines = this.random.between(1.25, 1.9)): void {
		this.y += this.height * lines;
	}

	put(piece: Printed, left: number, top: number, width = this.widthOf(piece.text)): Ink {
		const { text, hide } = piece;
		const ink: Ink = { text, hide, left, top, width, height: this.height, end: false };
		this.inks.push(ink);
		return ink;
	}

	widthOf(text: string): number {
		const units = [...text].map((c) => (c.charCodeAt(0) > 0x2e80 ? 0.95 : this.narrow));
		return units.reduce((sum, unit) => sum + unit, 0) * this.height;
	}

	/** The word as a member of `fields`, with the four corners that recognition would give it. */
	member({ text, left, top, width, height, end }: Ink): JsonObject {
		return {
			valueType: 'ALL',
			boundingPoly: this.polygon(left, top, width, height),
			inferText: text,
			inferConfidence: Number(this.random.between(0.8, 1).toFixed(4)),
			type: 'NORMAL',
			lineBreak: end,
		};
	}

	/** A rectangle of the page as recognition would give it. */
	polygon(left: number, top: number, width: number, height: number): JsonObject {
		const shake = () => this.random.between(-this.jitter, this.jitter) * this.height;
		const corners = [
			[left, top],
			[left + width, top],
			[left + width, top + height],
			[left, top + height],
		].map(([x, y]) => {
			const [sin, cos] = [Math.sin(this.tilt), Math.cos(this.tilt)];
			return {
				x: Math.round(x * cos - y * sin + shake() + 60),
				y: Math.round(x * sin + y * cos + shake()),
			};
		});
		return { vertices: corners };
	}
}
