import { execFile, fsp, os, path, promisify } from '../node';

/** The Debian packages that bring the tools which these tests compare with. */
const PACKAGE_OF = {
	chromium: 'chromium',
	gs: 'ghostscript',
	mutool: 'mupdf-tools',
	pdffonts: 'poppler-utils',
	pdfimages: 'poppler-utils',
	pdfinfo: 'poppler-utils',
	pdftoppm: 'poppler-utils',
	pdftotext: 'poppler-utils',
	qpdf: 'qpdf',
};

const MAX_OUTPUT = 256 * 1024 * 1024;

export interface ToolOutput {
	stdout: string;
	stderr: string;
}

/**
 * Runs a PDF tool of the system.
 * @throws Error that names the Debian package where the tool is missing, or the tool's own words
 */
export async function runTool(tool: keyof typeof PACKAGE_OF, args: string[]): Promise<ToolOutput> {
	return await promisify(execFile)(tool, args, { maxBuffer: MAX_OUTPUT }).catch(
		(error: unknown) => {
			// Not instanceof: under Jest the built-in's errors come from another realm.
			const missing =
				typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
			throw missing ? new Error(`${tool} is missing: apt-get install ${PACKAGE_OF[tool]}`) : error;
		},
	);
}

/** A folder for a test's files that is removed with everything in it by `remove`. */
export class Workplace {
	private folder: string | null = null;

	/** Where a file of that name lies, written if bytes are given. */
	async file(name: string, bytes?: Uint8Array): Promise<string> {
		this.folder ??= await fsp.mkdtemp(path.join(os.tmpdir(), 'clova-pdf-'));
		const file = path.join(this.folder, name);
		if (bytes) await fsp.writeFile(file, bytes);
		return file;
	}

	async remove(): Promise<void> {
		if (this.folder) await fsp.rm(this.folder, { recursive: true, force: true });
		this.folder = null;
	}
}

/** A word with its box in points, top-left origin, as displayed. */
export interface SeenWord {
	text: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** The words that `pdftotext -bbox` finds, page by page. */
export async function boxedWords(file: string): Promise<SeenWord[][]> {
	const { stdout, stderr } = await runTool('pdftotext', ['-bbox', '-cropbox', file, '-']);
	if (stderr) throw new Error(stderr);
	return stdout.split('</page>').slice(0, -1).map(wordBoxes);
}

/** The words in what `pdftotext -bbox` writes. */
export function wordBoxes(html: string): SeenWord[] {
	const numbers = 'xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)"';
	const word = new RegExp(`<word ${numbers}>(.*?)</word>`, 'g');
	return [...html.matchAll(word)].map(([, left, top, right, bottom, text]) => ({
		text: text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&'),
		left: Number(left),
		top: Number(top),
		right: Number(right),
		bottom: Number(bottom),
	}));
}
