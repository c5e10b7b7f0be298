import { finalProblem } from '../../problem';
import { hiddenWords } from '../../reading/masking/hiddenWords';
import type { PageHiding } from '../maskedFile';
import type { MakerOptions, PageRead } from '../types';

/** What has to be hidden on a page of text: the numbers of persons and cards, and what the user named. */
export function hideOnPage(
	{ clear, masked, severalPages }: PageRead,
	options: MakerOptions,
): PageHiding {
	if (clear.image === null || masked.image === null) {
		return notRead(`page ${clear.page} was not read`);
	}
	const { inferResult, message, raw } = clear.image;
	if (inferResult === 'FAILURE') {
		// A blank page of a longer document has nothing to hide; a blank document is suspicious.
		const blank = severalPages && /no[_ ]text/i.test(message ?? '');
		if (blank) return { ok: true, places: { read: [], hidden: [], unplaced: false } };
		return notRead(`nothing was read on page ${clear.page}`);
	}
	const search = { level: options.mask, patterns: options.alsoHide };
	return { ok: true, places: hiddenWords(raw, masked.image.raw, search) };
}

function notRead(what: string): PageHiding {
	return {
		ok: false,
		problem: finalProblem(
			`${what}, so no masked copy was made`,
			"What was not read cannot be covered. Take the picture again, sharper and straighter, or leave the page out with the option 'Pages'.",
		),
	};
}
