import type { Raster } from '../types';

/** A drawn line: where it runs, and from where to where. */
export interface Rule {
	/** y of a horizontal rule, x of a vertical one (its middle). */
	at: number;
	from: number;
	to: number;
	/** How far its ink reaches to both sides, a staircase's steps included. */
	reach: number;
}

/** Rules of both directions. */
export interface Rules {
	across: Rule[];
	down: Rule[];
}

/** Darker than this is ink. */
const INK = 160;
/** Shorter runs of ink are letters. */
const SHORTEST_RUN = 24;
/** Thicker ones are pictures or filled boxes. */
const THICKEST = 12;

interface Run {
	row: number;
	from: number;
	to: number;
}

interface Strip {
	first: number;
	last: number;
	from: number;
	to: number;
	ink: number;
}

/** All long dark runs of a picture along its rows, joined where they touch. */
export function horizontalRules(raster: Raster): Rule[] {
	return rulesAlong(raster, raster.height, raster.width, raster.width, 1);
}

/** The same down the columns. */
export function verticalRules(raster: Raster): Rule[] {
	return rulesAlong(raster, raster.width, raster.height, 1, raster.width);
}

/** The picture with the rules painted over, which would be read as letters. */
export function withoutRules({ width, height, grey }: Raster, { across, down }: Rules): Raster {
	const clean = Uint8Array.from(grey);
	for (const { at, from, to, reach } of across) {
		for (let y = Math.floor(at - reach) - 2; y <= at + reach + 2; y += 1) {
			if (y >= 0 && y < height) clean.fill(255, y * width + from, y * width + to);
		}
	}
	for (const { at, from, to, reach } of down) {
		const left = Math.max(0, Math.floor(at - reach) - 2);
		const right = Math.min(width, Math.ceil(at + reach) + 3);
		for (let y = from; y < to; y += 1) clean.fill(255, y * width + left, y * width + right);
	}
	return { width, height, grey: clean };
}

/**
 * @param acrossStep distance in the data from one row (or column) to the next
 * @param alongStep distance in the data from one pixel to the next within it
 */
function rulesAlong(
	{ grey }: Raster,
	across: number,
	along: number,
	acrossStep: number,
	alongStep: number,
): Rule[] {
	const done: Strip[] = [];
	let open: Strip[] = [];
	for (let row = 0; row < across; row += 1) {
		for (const run of runsOf(grey, row, along, acrossStep, alongStep)) addRun(open, run);
		done.push(...open.filter((strip) => strip.last < row - 1));
		open = open.filter((strip) => strip.last >= row - 1);
	}
	return [...done, ...open].filter(isThin).map(({ first, last, from, to }) => {
		return { at: (first + last) / 2, from, to, reach: (last - first) / 2 };
	});
}

function runsOf(
	grey: Uint8Array,
	row: number,
	along: number,
	acrossStep: number,
	alongStep: number,
): Run[] {
	const runs: Run[] = [];
	let from = -1;
	for (let place = 0, at = row * acrossStep; place <= along; place += 1, at += alongStep) {
		const ink = place < along && grey[at] < INK;
		if (ink && from < 0) from = place;
		if (ink || from < 0) continue;
		if (place - from >= SHORTEST_RUN) runs.push({ row, from, to: place });
		from = -1;
	}
	return runs;
}

/** A run belongs to a strip that it touches; a slightly tilted rule is a staircase of runs. */
function addRun(strips: Strip[], { row, from, to }: Run): void {
	const touched = strips.filter((strip) => from <= strip.to + 2 && to >= strip.from - 2);
	const [strip = newStrip(strips, row, from, to), ...others] = touched;
	for (const part of [...others, { first: row, last: row, from, to, ink: to - from }]) {
		strip.first = Math.min(strip.first, part.first);
		strip.last = Math.max(strip.last, part.last);
		strip.from = Math.min(strip.from, part.from);
		strip.to = Math.max(strip.to, part.to);
		strip.ink += part.ink;
	}
	for (const other of others) strips.splice(strips.indexOf(other), 1);
}

function newStrip(strips: Strip[], row: number, from: number, to: number): Strip {
	const strip = { first: row, last: row, from, to, ink: 0 };
	strips.push(strip);
	return strip;
}

function isThin({ ink, from, to }: Strip): boolean {
	return ink / (to - from) <= THICKEST;
}
