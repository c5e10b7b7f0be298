import type { Cell } from './cells';
import type { ConnectionOutcome } from './connections';
import type { PageOutcome, PagesJudged } from './pages';
import type { StoredOutcome } from './storedAnswers';

export interface MatrixResult {
	date: string;
	versions: string;
	seconds: number;
	cpuSeconds: number;
	/** Under `refused`, Continue: one cell for each fault and way of input. */
	cells: Cell[];
	/** Under `all`, four tries, stored file. */
	all: Cell[];
	service: ConnectionOutcome[];
	downloads: ConnectionOutcome[];
	pages: PageOutcome[];
	stored: StoredOutcome[];
	/** How many cells were asserted, all settings of On Error counted. */
	asserted: number;
}

/** The matrix as a page of documentation. */
export function reliabilityPage(result: MatrixResult): string {
	const inputs = [...new Set(result.cells.map(({ input }) => input))];
	const rows = [...new Set(result.cells.map(({ row }) => row))];
	const cellOf = (cells: Cell[], row: Cell['row'], input = inputs[0]) =>
		cells.find((cell) => cell.row.id === row.id && cell.input.name === input.name);
	const counts = (cell: Cell | undefined) => (cell ? `${cell.sent} / ${cell.billed}` : '–');
	const costliest = Math.max(...result.all.map(({ billed }) => billed));
	return [
		'# Reliability',
		`Written by \`npm run matrix\` on ${result.date} with ${result.versions}. ${result.asserted} cells were run and asserted in ${result.seconds} s (${result.cpuSeconds} s of processor time): every fault below, over every way of input, under *Stop*, *Continue* and *Continue (using error output)*. In each the other items came out untouched and in order, and under *Stop* no call started after the failure. All combinations are run, none is drawn, so no seed belongs to this table; by chance are only the waits between tries, and nothing that is asserted depends on them.`,
		'**0 pages were billed twice** with *Retry On* = *Refused* (the default): the simulated service keeps a ledger in which every call counts that the real one may have read, even if its answer never arrived. The price of certainty is that such a call is an error of its item, which you can send again by hand.',
		`With *Retry On* = *All* and four tries a page that fails each time was billed up to ${costliest} times: that is the most it can cost.`,
		'## What one call can meet',
		'The columns show *requests sent / pages that may be billed* for the file that meets the fault. A PDF in parts is one of 15 pages, sent as 10 + 5; unless the cause is the rate limit, one of its parts meets the fault, and the other is read. "Read" means that the file comes out as if nothing had been.',
		table(
			['Fault', 'What the user reads', ...inputs.map(({ name }) => name), 'with *All*'],
			rows.map((row) => [
				row.name,
				cellOf(result.cells, row)?.words?.message ?? 'Read',
				...inputs.map((input) => counts(cellOf(result.cells, row, input))),
				counts(cellOf(result.all, row)),
			]),
		),
		'## Before the first byte',
		'Nothing is sent and nothing billed; refused connections and unknown hosts are tried again. Each was run over every way of input; a file that cannot be downloaded stood between two that can.',
		table(
			['Server of the Invoke URL', 'What the user reads'],
			result.service.map(({ name, message }) => [name, message]),
		),
		table(
			['Server that the node downloads from', 'What the user reads'],
			result.downloads.map(({ name, message }) => [name, message]),
		),
		'## Pages of a PDF',
		'Each page of the PDF says its own number: 12 pages in two parts, of which the first answer is changed; 8 where CLOVA OCR fetches the file itself, and in a stored answer. Right / flagged / wrong: "flagged" items need review or are not recognized, "wrong" ones show another page as if all were well. No page was billed twice.',
		pagesTable(result.pages),
		'CLOVA OCR gives every page of a PDF its `pageIndex`. An answer that has all pages, none of them with a `pageIndex`, is taken in its order: nothing in it could tell that it is another.',
		'## An answer that is already there',
		'With *Input Type* = *CLOVA OCR Answer* nothing is sent or billed, so all that can happen is what lies in the store. Each stood between two good answers, which came out untouched and in order.',
		table(
			['What is stored', 'What the user reads'],
			result.stored.map(({ name, message }) => [name, message]),
		),
	].join('\n\n');
}

function pagesTable(pages: PageOutcome[]): string {
	const ways = Object.keys(pages[0].by);
	const counts = ({ right, flagged, wrong }: PagesJudged) => `${right} / ${flagged} / ${wrong}`;
	return table(
		['Answer', ...ways],
		pages.map(({ name, by }) => [name, ...ways.map((way) => counts(by[way]))]),
	);
}

function table(head: string[], rows: string[][]): string {
	const line = (cells: string[]) => `| ${cells.map(escaped).join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function escaped(text: string): string {
	return text.replaceAll('|', '\\|').replace(/ \('[^']*'\)(?= \(pages?|$)/, '');
}
