import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';

import type { Point } from '../../../nodes/ClovaOcr/shared/geometry';
import { fontSetting, type FontName, type Weight } from './fonts';

/** One piece of print as it stands in the picture. */
export interface Fragment {
	text: string;
	/** Clockwise from the top left of the text, in pixels of the picture. */
	corners: Point[];
	/** The corners of each of its words. */
	words: Point[][];
	/** The part of it that a careful reader blacks out. */
	masked: Point[] | null;
}

/** A value that was drawn: under which key, from which fragments (a long value spans lines). */
export interface Mark {
	key: string;
	text: string;
	/** The label printed beside the value, or an empty text. */
	label: string;
	fragments: Fragment[];
}

export interface TextStyle {
	size: number;
	weight?: Weight;
	font?: FontName;
	color?: string;
	/** Which point of the text `x` names; left if not said. */
	align?: 'center' | 'left' | 'right';
	/** Extra pixels between letters. */
	spacing?: number;
	/** Remembers the text as the value (or the next fragment of the value) of this key. */
	key?: string;
	label?: string;
	/** From this letter on, the value is one that should be blacked out. */
	maskFrom?: number;
}

/**
 * A picture in the making that remembers where everything was printed.
 *
 * Its memory is what the simulator answers from, so that the boxes of an answer fit the picture.
 */
export class Sheet {
	readonly marks = new Map<string, Mark>();
	/** Every piece of print, with a key or without, in drawing order. */
	readonly printed: Fragment[] = [];
	/** The marks right across the sheet. */
	readonly stamps: string[] = [];
	/** Every setting of the pen that text was printed in, with all its text. */
	readonly lettering = new Map<string, string>();

	/**
	 * @param context what to draw on: a new picture, if not said
	 */
	constructor(
		readonly width: number,
		readonly height: number,
		paper = '#ffffff',
		readonly context: SKRSContext2D = createCanvas(width, height).getContext('2d'),
	) {
		this.context.textBaseline = 'alphabetic';
		this.fill(0, 0, width, height, paper);
	}

	/**
	 * Prints one line of text.
	 * @param y the base line
	 * @returns the width of the print in pixels (before any rotation of the sheet)
	 */
	text(text: string, x: number, y: number, style: TextStyle): number {
		const { context } = this;
		this.setFont(style);
		context.fillStyle = style.color ?? '#1a1a1a';
		const width = context.measureText(text).width - (style.spacing ?? 0);
		const shift = { left: 0, center: width / 2, right: width }[style.align ?? 'left'];
		context.fillText(text, x - shift, y);
		this.remember(text, x - shift, y, width, style);
		context.letterSpacing = '0px';
		return width;
	}

	/** Prints text around the context's origin without remembering it: a mark that is nobody's value. */
	stamp(text: string, size: number, color: string): void {
		this.stamps.push(text);
		this.setFont({ size, weight: 700 });
		this.context.fillStyle = color;
		this.context.fillText(text, -this.context.measureText(text).width / 2, size * 0.36);
	}

	/** The width in pixels that a text would take. */
	widthOf(text: string, style: TextStyle): number {
		this.setFont(style);
		const width = this.context.measureText(text).width - (style.spacing ?? 0);
		this.context.letterSpacing = '0px';
		return width;
	}

	fill(x: number, y: number, width: number, height: number, color: string): void {
		this.context.fillStyle = color;
		this.context.fillRect(x, y, width, height);
	}

	line(from: Point, to: Point, color = '#333333', thickness = 2, dash: number[] = []): void {
		const { context } = this;
		context.strokeStyle = color;
		context.lineWidth = thickness;
		context.setLineDash(dash);
		context.beginPath();
		context.moveTo(from.x, from.y);
		context.lineTo(to.x, to.y);
		context.stroke();
		context.setLineDash([]);
	}

	frame(
		x: number,
		y: number,
		width: number,
		height: number,
		color = '#333333',
		thickness = 2,
	): void {
		this.context.strokeStyle = color;
		this.context.lineWidth = thickness;
		this.context.strokeRect(x, y, width, height);
	}

	/** Turns everything that `draw` prints by an angle around the middle of the sheet. */
	turned(degrees: number, draw: () => void): void {
		const { context } = this;
		context.save();
		context.translate(this.width / 2, this.height / 2);
		context.rotate((degrees * Math.PI) / 180);
		context.translate(-this.width / 2, -this.height / 2);
		draw();
		context.restore();
	}

	private setFont(style: TextStyle): void {
		this.context.font = fontSetting(style.font ?? 'sans', style.size, style.weight ?? 400);
		this.context.letterSpacing = `${style.spacing ?? 0}px`;
	}

	private remember(text: string, x: number, y: number, width: number, style: TextStyle): void {
		const upTo = (end: number) => this.context.measureText(text.slice(0, end)).width;
		const part = (from: number, to: number) =>
			this.cornersOf(x + upTo(from), y, Math.min(upTo(to), width) - upTo(from), style.size);
		const { maskFrom } = style;
		const fragment = {
			text,
			corners: part(0, text.length),
			words: [...text.matchAll(/\S+/g)].map(({ 0: word, index }) =>
				part(index, index + word.length),
			),
			masked: maskFrom === undefined ? null : part(maskFrom, text.length),
		};
		this.printed.push(fragment);
		const pen = this.context.font;
		this.lettering.set(pen, (this.lettering.get(pen) ?? '') + text);
		if (style.key === undefined) return;
		const mark = this.marks.get(style.key);
		if (mark === undefined) {
			const label = style.label ?? '';
			this.marks.set(style.key, { key: style.key, text, label, fragments: [fragment] });
		} else {
			mark.text = `${mark.text} ${text}`;
			mark.fragments.push(fragment);
		}
	}

	/** The em box of a line of text (ascent 0.86, descent 0.16 of the size), as it ends up in the picture. */
	private cornersOf(x: number, y: number, width: number, size: number): Point[] {
		const matrix = this.context.getTransform();
		const [top, bottom] = [y - size * 0.86, y + size * 0.16];
		return [
			{ x, y: top },
			{ x: x + width, y: top },
			{ x: x + width, y: bottom },
			{ x, y: bottom },
		].map((point) => ({
			x: round(matrix.a * point.x + matrix.c * point.y + matrix.e),
			y: round(matrix.b * point.x + matrix.d * point.y + matrix.f),
		}));
	}
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
