import { path } from '../support/node';
import {
	countPages,
	draw,
	formValues,
	takeLinks,
	warningsOf,
	wordsOn,
	type Drawing,
} from './programs';
import type { Ours } from './ours';
import { missedWords } from './words';

/** What became of one file, beside the other programs' word on it. */
export interface Finding {
	pages: number;
	crashed: boolean;
	/** That we refuse it though two of qpdf, mutool and poppler count pages in it. */
	refused: boolean;
	/** That two of them agree on a number of pages and ours is another. */
	miscounted: boolean;
	words: number;
	missedWords: number;
	/** Pictures of pages that were compared: with text laid over them, and cut out. */
	drawn: number;
	otherwise: number;
	/** Those that look otherwise to a program that met errors in the file: it may show more now. */
	unsure: number;
	/** Of those that are alike, the ones that lack nothing but the borders of links. */
	linkBorders: number;
	values: number;
	lostValues: number;
	newWarnings: number;
	/** What there is to say about it, a line each. */
	notes: string[];
}

/**
 * Has a file opened, cut and laid text on, and holds the outcome against qpdf, mutool and poppler.
 * @param place a folder for what is made of it, with nothing else in it
 */
export async function checkFile(file: string, place: string, ours: Ours): Promise<Finding> {
	const finding = nothingFound();
	const [layered, part] = ['layered.pdf', 'part.pdf'].map((name) => path.join(place, name));
	const counts = await countPages(file);
	const report = await ours.run({ file, layered, part });
	if (report.kind === 'crashed') {
		finding.crashed = true;
		finding.notes.push(`crashed: ${report.why}`);
	} else if (report.kind === 'refused') {
		finding.refused = counts.filter((count) => count !== null).length >= 2;
		if (finding.refused) finding.notes.push(`refused as ${report.why}; others count ${counts}`);
	} else {
		finding.pages = report.pageCount;
		const agreed = counts.find((count, at) => count !== null && counts.lastIndexOf(count) > at);
		finding.miscounted = agreed !== undefined && agreed !== report.pageCount;
		if (finding.miscounted) finding.notes.push(`counts ${report.pageCount}; others ${counts}`);
		const { pages, words } = report;
		const places: Places = { file, layered, part, scratch: path.join(place, 'scratch') };
		for (const [index, page] of pages.entries()) {
			const missed = missedWords(words[index], await wordsOn(layered, page));
			finding.words += words[index].length;
			finding.missedWords += missed.length;
			if (missed.length > 0) {
				finding.notes.push(`page ${page}: not found ${missed.map(({ text }) => text).join(' ')}`);
			}
			await comparePictures(finding, places, page, index + 1);
		}
		await compareForms(finding, places, pages);
		await compareWarnings(finding, places);
	}
	return finding;
}

interface Places {
	file: string;
	layered: string;
	part: string;
	/** Where pictures may be written. */
	scratch: string;
}

/** What is counted within a file. */
export type Counts = Omit<Finding, 'crashed' | 'refused' | 'miscounted' | 'notes'>;

export const NO_COUNTS: Readonly<Counts> = {
	pages: 0,
	words: 0,
	missedWords: 0,
	drawn: 0,
	otherwise: 0,
	unsure: 0,
	linkBorders: 0,
	values: 0,
	lostValues: 0,
	newWarnings: 0,
};

function nothingFound(): Finding {
	return { ...NO_COUNTS, crashed: false, refused: false, miscounted: false, notes: [] };
}

async function comparePictures(
	finding: Finding,
	{ file, layered, part, scratch }: Places,
	page: number,
	pageOfPart: number,
): Promise<void> {
	const before = await draw(file, page, scratch);
	const laid = await draw(layered, page, scratch);
	note(finding, differing(before, laid), `page ${page} looks otherwise with text`);
	const cut = await draw(part, pageOfPart, scratch);
	const changed = differing(before, cut);
	const bare = `${scratch}.pdf`;
	if (changed.length > 0) await takeLinks(file, page, bare);
	const onlyLinks =
		changed.length > 0 && differing(await draw(bare, page, scratch), cut).length === 0;
	if (onlyLinks) finding.linkBorders += 1;
	note(finding, onlyLinks ? [] : changed, `page ${page} looks otherwise cut out`);
}

/** Counts a pair of pictures, which are alike where no program sees a difference. */
function note(finding: Finding, changed: Difference[], what: string): void {
	finding.drawn += 1;
	if (changed.length === 0) return;
	const seen = changed.some(({ clean }) => clean);
	if (seen) finding.otherwise += 1;
	else finding.unsure += 1;
	const errors = seen ? '' : ', which met errors in the file before';
	finding.notes.push(`${what} to ${changed.map(({ program }) => program).join(', ')}${errors}`);
}

interface Difference {
	program: string;
	/** Whether the program found no error in the page as it was. */
	clean: boolean;
}

/** The programs to which two pages look different. One that cannot draw the first has nothing to say. */
function differing(before: Array<Drawing | null>, after: Array<Drawing | null>): Difference[] {
	return ['poppler', 'mupdf'].flatMap((program, at) => {
		const [was, is] = [before[at], after[at]];
		if (was === null || is?.picture.equals(was.picture)) return [];
		return [{ program, clean: was.clean }];
	});
}

async function compareForms(finding: Finding, places: Places, pages: number[]): Promise<void> {
	const before = await formValues(places.file, pages);
	if (before.length === 0) return;
	const laid = await formValues(places.layered, pages);
	const cut = await formValues(
		places.part,
		pages.map((_, index) => index + 1),
	);
	finding.values += before.length;
	for (const [name, after] of Object.entries({ laid, cut })) {
		const rest = [...after];
		const lost = before.filter((value) => {
			const at = rest.indexOf(value);
			if (at >= 0) rest.splice(at, 1);
			return at < 0;
		});
		finding.lostValues += lost.length;
		if (lost.length > 0) finding.notes.push(`${lost.length} values lost ${name}: ${lost[0]}`);
	}
}

async function compareWarnings(finding: Finding, { file, layered, part }: Places): Promise<void> {
	const before = await warningsOf(file);
	if (before === null) return;
	for (const made of [layered, part]) {
		const after = (await warningsOf(made)) ?? new Set(['qpdf gives up']);
		const added = [...after].filter((warning) => !before.has(warning));
		finding.newWarnings += added.length;
		finding.notes.push(...added.map((warning) => `${path.basename(made)}: ${warning}`));
	}
}
