import { createWorker, type Page, PSM, type Worker as TesseractWorker } from 'tesseract.js';
import { fsp, path } from '../../support/node';
import type { Language, Raster } from '../types';

/** There is no Chinese data on board: Japanese has many of the characters. */
const DATA: Record<Language, string[]> = {
	ko: ['kor', 'eng'],
	ja: ['jpn', 'eng'],
	'zh-TW': ['jpn', 'eng'],
};
const PACKAGES = {
	kor: '@tesseract.js-data/kor/package.json',
	eng: '@tesseract.js-data/eng/package.json',
	jpn: '@tesseract.js-data/jpn/package.json',
};

/** Tesseract with the language data of npm packages, one thread per set of languages. */
export class Tesseract {
	private readonly workers = new Map<string, Promise<TesseractWorker>>();
	private queue: Promise<unknown> = Promise.resolve();
	private closed = false;

	/**
	 * Recognises one picture; they are taken one after another.
	 * @param layout what to look for; lines of text by default, since a search for blocks splits pages in odd ways
	 * @throws a text (not an Error) when the picture cannot be read
	 */
	async recognize(raster: Raster, languages: Language[], layout = PSM.SINGLE_BLOCK): Promise<Page> {
		const result = this.queue.then(async () => {
			if (this.closed) throw new Error('The recognition was closed');
			const worker = await this.worker(languages);
			await worker.setParameters({ tessedit_pageseg_mode: layout });
			const output = { text: false, blocks: true };
			return (await worker.recognize(portableGreymap(raster), {}, output)).data;
		});
		this.queue = result.catch(() => undefined);
		return await result;
	}

	/** Ends all threads; a recognition under way is dropped. */
	async close(): Promise<void> {
		this.closed = true;
		const workers = [...this.workers.values()];
		this.workers.clear();
		await Promise.all(workers.map(async (worker) => await (await worker).terminate()));
	}

	private async worker(languages: Language[]): Promise<TesseractWorker> {
		const names = [...new Set(languages.flatMap((language) => DATA[language]))];
		const key = names.join('+');
		const known = this.workers.get(key);
		if (known !== undefined) return await known;
		const started = start(names);
		this.workers.set(key, started);
		return await started;
	}
}

async function start(names: string[]): Promise<TesseractWorker> {
	const worker = await createWorker(names, 1, {
		langPath: await dataFolder(),
		cacheMethod: 'none',
		gzip: true,
		// Without it a picture that cannot be read ends the whole process.
		errorHandler: () => undefined,
	});
	// Else the engine guesses, and says so on the terminal.
	await worker.setParameters({ user_defined_dpi: '200' });
	return worker;
}

/** Brings the packages' data together in one folder, as the engine wants it. */
async function dataFolder(): Promise<string> {
	const modules = path.resolve(path.dirname(require.resolve('tesseract.js/package.json')), '..');
	const folder = path.join(modules, '.cache', 'clova-ocr-simulator', 'tessdata');
	await fsp.mkdir(folder, { recursive: true });
	for (const [name, manifest] of Object.entries(PACKAGES)) {
		const file = `${name}.traineddata.gz`;
		const source = path.join(path.dirname(require.resolve(manifest)), '4.0.0_best_int', file);
		await placeAtOnce(source, path.join(folder, file));
	}
	return folder;
}

/** Copies unless it is there; other processes never see half a file. */
async function placeAtOnce(source: string, target: string): Promise<void> {
	const [wanted, present] = await Promise.all([
		fsp.stat(source),
		fsp.stat(target).catch(() => null),
	]);
	if (present?.size === wanted.size) return;
	const draft = `${target}.${Math.random().toString(36).slice(2)}`;
	await fsp.copyFile(source, draft);
	await fsp.rename(draft, target);
}

/** PGM: the plainest format that the engine reads, needs no encoding. */
function portableGreymap({ width, height, grey }: Raster): Buffer {
	return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]);
}
