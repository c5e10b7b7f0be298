import { execFile, fsp, promisify } from '../support/node';
import { wordBoxes, type SeenWord } from '../support/pdf/tools';

const LIMIT_MS = 60_000;
const MAX_OUTPUT = 256 * 1024 * 1024;
/** Dots per inch of the pages that are compared. */
const DENSITY = '50';

/** What a program said and wrote; it may give up on a file that is broken. */
interface Told {
	ok: boolean;
	stdout: string;
	stderr: string;
}

async function ask(program: string, args: string[]): Promise<Told> {
	const options = { maxBuffer: MAX_OUTPUT, timeout: LIMIT_MS };
	return await promisify(execFile)(program, args, options).then(
		({ stdout, stderr }) => ({ ok: true, stdout, stderr }),
		(error: { code?: unknown; stdout?: string; stderr?: string }) => {
			if (error.code === 'ENOENT') throw new Error(`${program} is missing`);
			return { ok: false, stdout: error.stdout ?? '', stderr: error.stderr ?? '' };
		},
	);
}

/** How many pages qpdf, mutool and poppler count; null from one that gives up. */
export async function countPages(file: string): Promise<Array<number | null>> {
	const [qpdf, mutool, poppler] = await Promise.all([
		ask('qpdf', ['--show-npages', file]),
		ask('mutool', ['show', file, 'trailer/Root/Pages/Count']),
		ask('pdfinfo', [file]),
	]);
	const found = [
		/^(\d+)$/m.exec(qpdf.stdout),
		/^(\d+)$/m.exec(mutool.stdout),
		/^Pages:\s+(\d+)$/m.exec(poppler.stdout),
	];
	return found.map((match) => (match && Number(match[1]) > 0 ? Number(match[1]) : null));
}

/**
 * What qpdf has against a file, without saying where: a page may have more streams than it had. Null
 * where it gives up before it has seen everything.
 */
export async function warningsOf(file: string): Promise<Set<string> | null> {
	const { stdout, stderr } = await ask('qpdf', ['--check', file]);
	if (/^qpdf: (?!operation succeeded|errors detected)/m.test(stderr)) return null;
	const lines = `${stdout}\n${stderr}`
		.split('\n')
		.filter((line) => /^(WARNING|ERROR)\b/.test(line));
	const messages = lines.map((line) => line.slice(line.lastIndexOf(': ') + 2).replace(/\d+/g, '0'));
	// Says of a page what was said of its stream before, if the page could be found.
	return new Set(messages.filter((message) => message !== 'errors while decoding content stream'));
}

/** The values in the form fields of some pages (1-based), sorted. */
export async function formValues(file: string, pages: number[]): Promise<string[]> {
	const { stdout } = await ask('qpdf', ['--json=2', '--json-key=acroform', file]);
	if (stdout === '') return [];
	const { acroform } = JSON.parse(stdout) as {
		acroform: { fields: Array<{ pageposfrom1: number; value: unknown; fieldtype: string }> };
	};
	return acroform.fields
		.filter(({ pageposfrom1, value }) => pages.includes(pageposfrom1) && isFilled(value))
		.map(({ value, fieldtype }) => `${fieldtype} ${JSON.stringify(value)}`)
		.sort();
}

/** A signature's value is a dictionary, which qpdf shows as a reference. */
function isFilled(value: unknown): boolean {
	return typeof value === 'string' && value !== '' && value !== 'u:' && !/^\d+ \d+ R$/.test(value);
}

/** A page as a program draws it. */
export interface Drawing {
	picture: Buffer;
	/** Whether it had nothing to say about errors in the file. */
	clean: boolean;
}

/**
 * A page as poppler and as mupdf draw it; null from one that gives up.
 * @param to where the pictures may be written, without an ending
 */
export async function draw(file: string, page: number, to: string): Promise<Array<Drawing | null>> {
	const which = ['-f', String(page), '-l', String(page)];
	const [poppler, mupdf] = [`${to}.poppler`, `${to}.mupdf.ppm`];
	const told = await Promise.all([
		ask('pdftoppm', ['-r', DENSITY, '-singlefile', ...which, file, poppler]),
		ask('mutool', ['draw', '-q', '-r', DENSITY, '-o', mupdf, file, String(page)]),
	]);
	return await Promise.all(
		[`${poppler}.ppm`, mupdf].map(async (output, at) => {
			const picture = await fsp.readFile(output).catch(() => null);
			await fsp.rm(output, { force: true });
			return picture && { picture, clean: !/error/i.test(told[at].stderr) };
		}),
	);
}

/** For `mutool run`: takes the links off a page, whose borders poppler draws. */
const TAKE_LINKS = `
	var file = new PDFDocument(scriptArgs[0]);
	var notes = file.findPage(Number(scriptArgs[2]) - 1).get("Annots");
	for (var at = notes ? notes.length - 1 : -1; at >= 0; at--)
		if (String(notes.get(at).get("Subtype")) == "/Link") notes.delete(at);
	file.save(scriptArgs[1], "");`;

/** Writes the file anew without the links of one page. */
export async function takeLinks(file: string, page: number, to: string): Promise<void> {
	await fsp.writeFile(`${to}.js`, TAKE_LINKS);
	await ask('mutool', ['run', `${to}.js`, file, to, String(page)]);
	await fsp.rm(`${to}.js`);
}

/** The words that poppler finds on a page, each as it was drawn, in points from the top-left. */
export async function wordsOn(file: string, page: number): Promise<SeenWord[]> {
	const which = ['-f', String(page), '-l', String(page)];
	const { stdout } = await ask('pdftotext', ['-raw', '-bbox', '-cropbox', ...which, file, '-']);
	return wordBoxes(stdout);
}
