import {
	PDFArray,
	PDFDict,
	PDFName,
	PDFRef,
	PDFStream,
	type PDFObject,
	type PDFPageLeaf,
} from 'pdf-lib';

import { inherited } from '../page/attributes';

const CONTENTS = PDFName.of('Contents');
const RESOURCES = PDFName.of('Resources');

/**
 * Makes an object known to a page's content. Pages may share their resources: a name that already
 * stands for the same object is used again, a name that stands for another one is left alone.
 * @returns the name under which the content finds it
 */
export function addResource(
	page: PDFPageLeaf,
	category: 'ExtGState' | 'Font',
	name: string,
	ref: PDFRef,
): string {
	const entries = ownDict(ownDict(page, RESOURCES, resourcesOf(page)), PDFName.of(category));
	for (let number = 1; ; number++) {
		const candidate = number === 1 ? name : `${name}${number}`;
		const taken = entries.get(PDFName.of(candidate));
		if (taken && taken !== ref) continue;
		entries.set(PDFName.of(candidate), ref);
		return candidate;
	}
}

/** The page's resources, inherited or its own; another page may have the same. */
function resourcesOf(page: PDFPageLeaf): PDFObject | undefined {
	return page.context.lookup(inherited(page, RESOURCES));
}

/** Puts streams before and after what a page already draws, which stays as it is. */
export function wrapContents(page: PDFPageLeaf, before: PDFRef, after: PDFRef | null): void {
	const value = page.get(CONTENTS);
	const contents = page.context.lookup(value);
	const own: PDFRef[] = [];
	if (contents instanceof PDFStream && value instanceof PDFRef) own.push(value);
	if (contents instanceof PDFArray) {
		own.push(...contents.asArray().filter((entry) => entry instanceof PDFRef));
	}
	page.set(CONTENTS, page.context.obj([before, ...own, ...(after ? [after] : [])]));
}

function ownDict(holder: PDFDict, name: PDFName, there?: PDFObject): PDFDict {
	const found = there ?? holder.lookup(name);
	if (found instanceof PDFDict) return found;
	const fresh = PDFDict.withContext(holder.context);
	holder.set(name, fresh);
	return fresh;
}
