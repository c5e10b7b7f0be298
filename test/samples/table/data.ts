/** A cell by its place in the grid; spans are 1 if not said. */
export interface TableCell {
	row: number;
	column: number;
	rowSpan?: number;
	columnSpan?: number;
	text: string;
}

/** A page with one ruled table between a heading and a note. */
export interface TablePage {
	heading: string;
	note: string;
	/** Widths of the columns in pixels; all rows are alike in height. */
	widths: number[];
	rows: number;
	headerRows: number;
	cells: TableCell[];
}

/** Sales by region: merged cells in both directions, and a header in two rows. */
export const salesTable: TablePage = {
	heading: '지역별 과일 판매',
	note: '단위는 상자입니다',
	widths: [150, 170, 160, 160, 160, 180],
	rows: 7,
	headerRows: 2,
	cells: [
		{ row: 0, column: 0, rowSpan: 2, text: '지역' },
		{ row: 0, column: 1, rowSpan: 2, text: '품목' },
		{ row: 0, column: 2, columnSpan: 3, text: '판매량' },
		{ row: 0, column: 5, rowSpan: 2, text: '합계' },
		...lineCells(1, 2, ['아침', '점심', '저녁']),
		{ row: 2, column: 0, rowSpan: 2, text: '서울' },
		...lineCells(2, 1, ['사과', '120', '135', '150', '405']),
		...lineCells(3, 1, ['포도', '80', '75', '90', '245']),
		{ row: 4, column: 0, rowSpan: 2, text: '부산' },
		...lineCells(4, 1, ['사과', '64', '72', '88', '224']),
		{ row: 5, column: 1, text: '포도' },
		{ row: 5, column: 2, columnSpan: 2, text: '공사로 쉼' },
		...lineCells(5, 4, ['60', '60']),
		{ row: 6, column: 0, columnSpan: 2, text: '모두' },
		...lineCells(6, 2, ['264', '282', '388', '934']),
	],
};

const STOCK: string[][] = [
	['공책', '350', '1200', '가나문구'],
	['연필', '900', '400', '가나문구'],
	['지우개', '420', '300', '다라상사'],
	['색종이', '275', '1500', '다라상사'],
	['가위', '130', '2500', '마바공구'],
	['풀', '510', '700', '가나문구'],
	['물감', '88', '5600', '사아화방'],
	['팔레트', '240', '1800', '사아화방'],
	['도화지', '660', '250', '다라상사'],
	['자', '305', '900', '가나문구'],
];

/** A stock list that runs over two pages; the header is printed again on the second. */
export const stockTables: TablePage[] = [0, 5].map((first, at) => ({
	heading: '문구 재고 목록',
	note: `전체 두 쪽 가운데 ${at + 1}쪽`,
	widths: [240, 240, 240, 260],
	rows: 6,
	headerRows: 1,
	cells: [
		...lineCells(0, 0, ['품명', '수량', '단가', '거래처']),
		...STOCK.slice(first, first + 5).flatMap((line, row) => lineCells(row + 1, 0, line)),
	],
}));

function lineCells(row: number, firstColumn: number, texts: string[]): TableCell[] {
	return texts.map((text, at) => ({ row, column: firstColumn + at, text }));
}
