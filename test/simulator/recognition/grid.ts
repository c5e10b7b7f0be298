import type { Raster } from '../types';
import { horizontalRules, type Rule, type Rules, verticalRules } from './rules';

/** A table's grid in pixels of the picture; cells name grid lines, merged ones span several. */
export interface Grid {
	/** Ascending y of the row borders, x of the column borders. */
	rows: number[];
	columns: number[];
	cells: GridCell[];
}

export interface GridCell {
	row: number;
	column: number;
	rowSpan: number;
	columnSpan: number;
}

/** Rules nearer than this count as meeting, or as one. */
const NEAR = 8;
/** Part of the picture's side from which a rule stands for itself; shorter ones must meet others. */
const LONG = 0.08;

/** Finds the tables that are ruled with drawn lines: at least two cells. The picture is upright. */
export function findGrids(raster: Raster): { grids: Grid[]; rules: Rules } {
	const drawn = { across: horizontalRules(raster), down: verticalRules(raster) };
	const rules = meeting(drawn, raster);
	const grids = groups(rules).map(gridOf);
	return { grids: grids.filter(({ cells }) => cells.length > 1), rules };
}

/**
 * Long rules; short upright ones from one long rule to another; short level ones from one of all
 * those to another. What else is short and straight are strokes of letters.
 */
function meeting({ across, down }: Rules, { width, height }: Raster): Rules {
	const longAcross = across.filter(({ from, to }) => to - from >= width * LONG);
	const allDown = down.filter(
		(rule) => rule.to - rule.from >= height * LONG || ends(rule, longAcross, height * LONG),
	);
	return {
		across: [...longAcross, ...across.filter((rule) => ends(rule, allDown, width * LONG))],
		down: allDown,
	};
}

function ends(rule: Rule, crossing: Rule[], long: number): boolean {
	const { from, to } = rule;
	const atEnd = (end: number) =>
		crossing.some((other) => Math.abs(other.at - end) <= NEAR && meets(other, rule));
	return to - from < long && atEnd(from) && atEnd(to);
}

/** Whether two rules of different directions touch. */
function meets(one: Rule, other: Rule): boolean {
	return within(one.at, other) && within(other.at, one);
}

function within(at: number, { from, to }: Rule): boolean {
	return at >= from - NEAR && at <= to + NEAR;
}

/** Rules that hang together, group by group. */
function groups({ across, down }: Rules): Rules[] {
	const left: Rules = { across: [...across], down: [...down] };
	const found: Rules[] = [];
	while (left.across.length > 0) {
		const group: Rules = { across: left.across.splice(0, 1), down: [] };
		while (gather(group, left));
		found.push(group);
	}
	return found.filter((group) => group.across.length > 1 && group.down.length > 0);
}

/** Moves what touches the group into it. @returns whether anything did */
function gather(group: Rules, left: Rules): boolean {
	const down = left.down.filter((rule) => group.across.some((other) => meets(rule, other)));
	group.down.push(...down);
	left.down = left.down.filter((rule) => !down.includes(rule));
	const across = left.across.filter((rule) => group.down.some((other) => meets(rule, other)));
	group.across.push(...across);
	left.across = left.across.filter((rule) => !across.includes(rule));
	return down.length + across.length > 0;
}

function gridOf({ across, down }: Rules): Grid {
	const rows = borders([
		...across.map(({ at }) => at),
		...down.flatMap(({ from, to }) => [from, to]),
	]);
	const columns = borders([
		...down.map(({ at }) => at),
		...across.flatMap(({ from, to }) => [from, to]),
	]);
	return { rows, columns, cells: cellsOf(rows, columns, { across, down }) };
}

/** Positions that differ by a line's thickness are one border: their mean. */
function borders(positions: number[]): number[] {
	const clusters: number[][] = [];
	for (const position of [...positions].sort((a, b) => a - b)) {
		const last = clusters.at(-1);
		if (last !== undefined && position - last[last.length - 1] <= NEAR) last.push(position);
		else clusters.push([position]);
	}
	return clusters.map((cluster) => cluster.reduce((sum, value) => sum + value, 0) / cluster.length);
}

/** Fields of the grid that no drawn line divides are one cell. */
function cellsOf(rows: number[], columns: number[], { across, down }: Rules): GridCell[] {
	const taken = new Set<string>();
	const cells: GridCell[] = [];
	for (let column = 0; column < columns.length - 1; column += 1) {
		for (let row = 0; row < rows.length - 1; row += 1) {
			if (taken.has(`${row},${column}`)) continue;
			const columnSpan = reach(columns, column, (border) =>
				drawn(down, columns[border], rows[row], rows[row + 1]),
			);
			const rowSpan = reach(rows, row, (border) =>
				drawn(across, rows[border], columns[column], columns[column + 1]),
			);
			eachField(row, column, rowSpan, columnSpan, (field) => taken.add(field));
			cells.push({ row, column, rowSpan, columnSpan });
		}
	}
	return cells;
}

/** How many fields from the first one until a drawn border or the table's edge. */
function reach(positions: number[], first: number, isDrawn: (border: number) => boolean): number {
	let border = first + 1;
	while (border < positions.length - 1 && !isDrawn(border)) border += 1;
	return border - first;
}

function eachField(
	row: number,
	column: number,
	rowSpan: number,
	columnSpan: number,
	use: (field: string) => void,
): void {
	for (let down = 0; down < rowSpan; down += 1) {
		for (let right = 0; right < columnSpan; right += 1) use(`${row + down},${column + right}`);
	}
}

/** Whether a rule at this position covers the middle of the stretch. */
function drawn(rules: Rule[], at: number, from: number, to: number): boolean {
	const middle = (from + to) / 2;
	return rules.some(
		(rule) => Math.abs(rule.at - at) <= NEAR && middle >= rule.from && middle <= rule.to,
	);
}
