/** How much of personal and card numbers is starred (see `masking/`). */
export type MaskLevel = 'none' | 'standard' | 'strict';

/** The choices of the user that change how an answer is read. */
export interface ReadingOptions {
	splitInto: string;
	layout: 'columns' | 'markdown' | 'spaced' | 'text';
	/** Whether CLOVA is asked for the tables of a page of Markdown. */
	detectTables: boolean;
	headerRow: boolean;
	fillMergedCells: boolean;
	/** Whether columns of a table that hold plain numbers only become numbers. */
	convertNumbers: boolean;
	tableFormats: string[];
	includeFieldDetails: boolean;
	/** The total that a receipt should state; null or absent where none is known. */
	expectedTotal?: number | null;
	/** Name of the file that was read, where there is one. */
	fileName?: string;
}
