import type { OpenedFile } from '../input/openedFile';
import type { Plan } from '../input/parts';
import type { JsonObject } from '../shared/json';
import type { OutputItem } from './items';

/**
 * What reading a file would take, found without sending it. `fileSize` is in bytes, `width` and `height`
 * in pixels; what only CLOVA could know is null, and such a file counts as one call.
 */
export function estimateItem(
	fileName: string | null,
	opened: Exclude<OpenedFile, { state: 'passedOver' }>,
	itemIndex: number,
): OutputItem {
	const { document } = opened;
	const local = document === null || 'url' in document ? null : document;
	const planned = opened.state === 'planned' ? opened.plan : null;
	const json: JsonObject = {
		fileName,
		format: document?.format ?? null,
		fileSize: local?.source.size ?? null,
		width: local?.pixels?.width ?? null,
		height: local?.pixels?.height ?? null,
		pageCount: planned?.pageCount ?? null,
		calls: planned?.parts.length ?? 0,
		problem: opened.state === 'refused' ? sentences(opened.problem) : refusedPages(opened.plan),
	};
	return { item: { json, pairedItem: { item: itemIndex } }, needsReview: false };
}

function sentences({ message, description }: { message: string; description: string }): string {
	return `${message}. ${description}`;
}

function refusedPages({ refused: [first] }: Plan): string | null {
	return first === undefined ? null : `Page ${first.pages.join(', ')}: ${sentences(first.problem)}`;
}
