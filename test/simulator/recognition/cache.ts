import type { Language, PagePicture, RecognizedPage, Recognizer } from '../types';

/** Remembers what was recognised, by content, page and languages: a retry costs nothing. */
export function cached(recognize: Recognizer, onRecognized: () => void): Recognizer {
	const known = new Map<string, Promise<RecognizedPage>>();
	return async (page: PagePicture, languages: Language[]) => {
		const key = `${page.sha256} ${page.pageIndex} ${page.width}x${page.height} ${languages.join()}`;
		const before = known.get(key);
		if (before !== undefined) return await before;
		const result = recognize(page, languages);
		known.set(key, result);
		result.then(onRecognized, () => known.delete(key));
		return await result;
	};
}
