import type { PagePicture, RecognizedPage, Recognizer, Language } from '../types';
import { Tesseract } from './tesseract';
import { placement, wordsOf } from './words';

/** Real recognition; its threads start with the first page and end with `close`. */
export class RealRecognition {
	private readonly engine = new Tesseract();

	readonly recognize: Recognizer = async (page: PagePicture, languages: Language[]) => {
		const raster = await page.raster();
		const result = await this.engine.recognize(raster, languages);
		const place = placement(raster, page, result.rotateRadians ?? 0);
		const read: RecognizedPage = { words: wordsOf(result, place) };
		return read;
	};

	async close(): Promise<void> {
		await this.engine.close();
	}
}
