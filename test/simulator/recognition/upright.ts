import type { Raster } from '../types';

const INK = 128;
/** Enough ink for a sure answer, few enough for a quick one. */
const MOST_POINTS = 40_000;
const DEGREE = Math.PI / 180;
/** Steps in degrees: first ±8, then twice finer around the best. */
const SEARCH: Array<[reach: number, step: number]> = [
	[8, 0.5],
	[0.5, 0.1],
	[0.1, 0.02],
];
/** How much sharper the lines must stand out before a page counts as tilted. */
const CLEARLY_SHARPER = 1.02;

/**
 * How far a page is turned clockwise, in radians, up to 8 degrees. At the right angle the ink falls
 * into few rows (projection profile: W. Postl, "Detection of linear oblique structures", 1986).
 */
export function tiltOf(raster: Raster): number {
	const points = inkPoints(raster);
	const sharpness = (angle: number) => profileSharpness(points, raster, angle);
	let best = 0;
	for (const [reach, step] of SEARCH) {
		const centre = best;
		let greatest = sharpness(best) * (centre === 0 ? CLEARLY_SHARPER : 1);
		for (let offset = -reach; offset <= reach + step / 2; offset += step) {
			const angle = centre + offset * DEGREE;
			const value = sharpness(angle);
			if (value <= greatest) continue;
			greatest = value;
			best = angle;
		}
	}
	return best;
}

/**
 * The picture turned about its centre; the size stays, what comes in from outside is paper.
 * @param radians clockwise
 */
export function turned(raster: Raster, radians: number): Raster {
	if (radians === 0) return raster;
	const { width, height, grey } = raster;
	const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
	const result = new Uint8Array(width * height).fill(255);
	for (let y = 0; y < height; y += 1) {
		const dy = y - height / 2;
		for (let x = 0; x < width; x += 1) {
			const dx = x - width / 2;
			const fromX = width / 2 + dx * cos + dy * sin;
			const fromY = height / 2 - dx * sin + dy * cos;
			result[y * width + x] = between(grey, width, height, fromX, fromY);
		}
	}
	return { width, height, grey: result };
}

/** The grey value at a place between four pixels. */
function between(grey: Uint8Array, width: number, height: number, x: number, y: number): number {
	const [left, top] = [Math.floor(x), Math.floor(y)];
	if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return 255;
	const [right, down] = [x - left, y - top];
	const at = top * width + left;
	const upper = grey[at] * (1 - right) + grey[at + 1] * right;
	const lower = grey[at + width] * (1 - right) + grey[at + width + 1] * right;
	return upper * (1 - down) + lower * down;
}

/** Ink as x, y pairs, thinned out evenly. */
function inkPoints({ width, grey }: Raster): Float32Array {
	const ink = grey.reduce((count, value) => (value < INK ? count + 1 : count), 0);
	const every = Math.max(1, Math.ceil(ink / MOST_POINTS));
	const points = new Float32Array(2 * Math.ceil(ink / every));
	for (let at = 0, seen = 0, next = 0; at < grey.length; at += 1) {
		if (grey[at] >= INK) continue;
		if (seen % every === 0) {
			points[next++] = at % width;
			points[next++] = Math.floor(at / width);
		}
		seen += 1;
	}
	return points;
}

/** Sum of the squared row counts after turning back by the angle. */
function profileSharpness(points: Float32Array, { width, height }: Raster, angle: number): number {
	const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
	const rows = new Uint32Array(width + height + 1);
	const offset = Math.ceil(width * Math.max(0, sin)) + 1;
	for (let at = 0; at < points.length; at += 2) {
		rows[Math.round(points[at + 1] * cos - points[at] * sin) + offset] += 1;
	}
	return rows.reduce((sum, count) => sum + count * count, 0);
}
