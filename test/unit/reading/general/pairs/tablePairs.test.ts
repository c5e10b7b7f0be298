import { tablePairs } from '../../../../../nodes/ClovaOcr/reading/general/pairs/pairs';
import type { Grid, GridCell } from '../../../../../nodes/ClovaOcr/reading/general/tables/grid';

/** A grid from its texts; the same text right of or below itself is one cell. */
function gridOf(rows: string[][]): Grid {
	const cells: GridCell[] = [];
	const places = rows.map((row) => row.map((): GridCell | null => null));
	rows.forEach((row, at) =>
		row.forEach((text, column) => {
			const same = [places[at][column - 1], places[at - 1]?.[column]].find((cell) => cell?.text === text);
			const cell: GridCell = same ?? {
				row: at,
				column,
				text,
				rowSpan: 0,
				columnSpan: 0,
				words: [],
			};
			if (same === undefined) cells.push(cell);
			cell.rowSpan = at - cell.row + 1;
			cell.columnSpan = Math.max(cell.columnSpan, column - cell.column + 1);
			places[at][column] = cell;
		}),
	);
	return { rowCount: rows.length, columnCount: rows[0].length, cells, places };
}

const pairs = (...rows: string[][]) =>
	tablePairs(gridOf(rows)).map(({ label, value }) => `${label}=${value}`);

describe('the pairs of a table', () => {
	it('are a label and the value beside it', () => {
		expect(pairs(['성명', '홍길동', '주소', '서울'])).toEqual(['성명=홍길동', '주소=서울']);
		expect(pairs(['성 명', '홍\n길동'])).toEqual(['성명=홍 길동']);
	});

	it('are a label and the value below it, where a label stands beside it', () => {
		expect(pairs(['성명', '주소'], ['홍길동', '서울'])).toEqual(['성명=홍길동', '주소=서울']);
		expect(pairs(['성명'], ['홍길동'])).toEqual(['성명=홍길동']);
		expect(pairs(['성명', '...'], ['홍길동', '서울'])).toEqual([]);
	});

	it('reach over cells that span rows or columns', () => {
		expect(pairs(['성명', '성명', '홍길동'])).toEqual(['성명=홍길동']);
		expect(pairs(['성명', '주소'], ['성명', '서울'], ['홍길동', '부산'])).toEqual([
			'성명=홍길동',
			'주소=서울',
		]);
		expect(pairs(['성명', '주소'], ['성명', '전화'], ['홍길동', '02'])).toEqual(['성명=홍길동', '전화=02']);
	});

	it('have no label for a value', () => {
		expect(pairs(['성명', '주소'])).toEqual([]);
		expect(pairs(['홍길동', '서울'])).toEqual([]);
	});
});
