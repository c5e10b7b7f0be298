import type { SearchablePage } from '../../../nodes/ClovaOcr/pdf/pdf';
import type { Point } from '../../../nodes/ClovaOcr/shared/geometry';

export interface Layout {
	/** Size of the picture in pixels. */
	width: number;
	height: number;
	/** Height of a word's box in pixels. */
	size?: number;
	/** Degrees clockwise by which the lines lean, around the picture's middle. */
	tilt?: number;
	/** Gap between words, in heights of the box. */
	gap?: number;
	/** Where lines begin, as a share of the width. */
	left?: number;
	page?: number;
}

/** Every script that CLOVA reads, and characters beyond the first Unicode plane. */
export const SCRIPTS = [
	'안녕하세요 대한민국 서울특별시 강남구',
	'東京都 渋谷区 ひらがな カタカナ テスト',
	'简体中文 测试 文档 识别 结果',
	'繁體中文 測試 文件 辨識',
	'Grüße aus Łódź naïve façade 12,345.67',
	'𠮷野家 𝒳 + 𝒴 = 😀👍🏽 끝',
];

/** Lines of words with boxes as a recogniser would give them; wide characters are as wide as high. */
export function layOut(lines: string[], layout: Layout): SearchablePage {
	const { width, height, size = 28, gap = 0.35, tilt = 0, page = 1, left: indent = 0.08 } = layout;
	return {
		page,
		width,
		height,
		lines: lines.map((line, row) => {
			let left = width * indent;
			const top = height * 0.08 + row * size * 1.8;
			return line.split(' ').map((text) => {
				const right = left + widthOf(text, size);
				const corners = boxCorners(left, top, right, top + size).map((corner) =>
					turned(corner, tilt, { x: width / 2, y: height / 2 }),
				);
				left = right + gap * size;
				return { text, corners, confidence: 0.99 };
			});
		}),
	};
}

function widthOf(text: string, size: number): number {
	let width = 0;
	for (const character of text) {
		width += (character.codePointAt(0) ?? 0) > 0x2e80 ? size * 0.95 : size * 0.52;
	}
	return width;
}

function boxCorners(left: number, top: number, right: number, bottom: number): Point[] {
	return [
		{ x: left, y: top },
		{ x: right, y: top },
		{ x: right, y: bottom },
		{ x: left, y: bottom },
	];
}

function turned({ x, y }: Point, degrees: number, middle: Point): Point {
	const angle = (degrees * Math.PI) / 180;
	const [dx, dy] = [x - middle.x, y - middle.y];
	return {
		x: middle.x + dx * Math.cos(angle) - dy * Math.sin(angle),
		y: middle.y + dx * Math.sin(angle) + dy * Math.cos(angle),
	};
}
