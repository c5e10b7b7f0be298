import { createHash, fs, fsp, nodeProcess, os, path, performance } from '../support/node';
import { checkFile, type Finding } from './check';
import { Ours } from './ours';
import { addUp, emptyTotal, failures, table } from './table';

/**
 * `npm run test:corpus -- FOLDER [--files=400]`: takes the PDFs of a folder, has each opened, cut and
 * laid text on (its first, middle and last page), and holds the outcome against qpdf, mutool and
 * poppler. Ends with a table and with 1 where it passes a bound. Fetches nothing.
 */
const LIMIT_MS = 60_000;
const LANES = 2;

async function main(args: string[]): Promise<number> {
	const folder = args.find((arg) => !arg.startsWith('--'));
	const most = Number(/^--files=(\d+)$/.exec(args.at(-1) ?? '')?.[1] ?? Infinity);
	if (folder === undefined) {
		say('usage: npm run test:corpus -- FOLDER [--files=400]');
		return 2;
	}
	const all = await distinctPdfs(folder);
	const files = all.slice(0, most);
	if (files.length === 0) {
		say(`There is no PDF in ${folder}.`);
		return 2;
	}
	const begun = performance.now();
	const total = emptyTotal();
	const queue = files.entries();
	await Promise.all(
		Array.from({ length: LANES }, async () => {
			await lane(queue, (file, finding) => {
				addUp(total, finding);
				for (const note of finding.notes) say(`${path.relative(folder, file)}: ${note}`);
			});
		}),
	);
	say(table(files.length, total));
	const failed = failures(total);
	for (const failure of failed) say(`BEYOND ITS BOUND: ${failure}`);
	say(`Done in ${Math.round((performance.now() - begun) / 1000)} s.`);
	return failed.length === 0 ? 0 : 1;
}

/** Works through the queue, which other lanes share, one file at a time. */
async function lane(
	queue: IterableIterator<[number, string]>,
	tell: (file: string, finding: Finding) => void,
): Promise<void> {
	const ours = new Ours(LIMIT_MS);
	const place = await fsp.mkdtemp(path.join(os.tmpdir(), 'clova-corpus-'));
	try {
		for (const [, file] of queue) tell(file, await checkFile(file, place, ours));
	} finally {
		ours.stop();
		await fsp.rm(place, { recursive: true });
	}
}

/**
 * All PDFs below a folder, none of them twice, in an order that mixes the producers and is the same
 * each time: that of their hashes.
 */
async function distinctPdfs(folder: string): Promise<string[]> {
	const entries = await fsp.readdir(folder, { recursive: true, withFileTypes: true });
	const byHash = new Map<string, string>();
	for (const entry of entries) {
		if (!entry.isFile() || !/\.pdf$/i.test(entry.name)) continue;
		const file = path.join(entry.parentPath, entry.name);
		const hash = createHash('sha256').update(fs.readFileSync(file)).digest('hex');
		if (!byHash.has(hash)) byHash.set(hash, file);
	}
	const sorted = [...byHash].sort(([a], [b]) => (a < b ? -1 : 1));
	return sorted.map(([, file]) => file);
}

function say(line: string): void {
	nodeProcess.stdout.write(`${line}\n`);
}

void main(nodeProcess.argv.slice(2)).then((code) => {
	nodeProcess.exitCode = code;
});
