import type { OpenPdf } from '../file/open';
import { usePage } from '../page/contentUse';
import { breathe } from '../tick';
import { placingOf } from './placing';

/**
 * Goes through placing and resources of pages without changing them: what fails here would fail
 * after the text has been paid for.
 * @param keep pages (1-based) that will come out, or null for all
 * @returns the pages (1-based) on which no text can be laid
 */
export async function brokenPages(pdf: OpenPdf, keep: number[] | null): Promise<number[]> {
	const broken: number[] = [];
	for (const [index, { node }] of pdf.pages.entries()) {
		const page = index + 1;
		if (keep && !keep.includes(page)) continue;
		try {
			await usePage(node);
			const size = { width: 1000, height: 1000 };
			const placing = placingOf(pdf, { page, ...size, lines: [] });
			const { x, y } = placing?.frame.place(1, 1) ?? { x: NaN, y: NaN };
			if (!Number.isFinite(x) || !Number.isFinite(y)) broken.push(page);
		} catch {
			broken.push(page);
		}
		await breathe();
	}
	return broken;
}
