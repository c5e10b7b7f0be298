import { PDFArray, PDFDict, PDFName, PDFStream, type PDFPageLeaf } from 'pdf-lib';

import { decodeContent } from '../file/content';
import { scanContent, type ContentUse } from '../file/scan';
import { inherited } from './attributes';

const AP = PDFName.of('AP');
const ANNOTS = PDFName.of('Annots');
const CONTENTS = PDFName.of('Contents');
const FONT = PDFName.of('Font');
const FORM = PDFName.of('Form');
const PATTERN = PDFName.of('Pattern');
const RESOURCES = PDFName.of('Resources');
const SUBTYPE = PDFName.of('Subtype');
const TYPE3 = PDFName.of('Type3');
const XOBJECT = PDFName.of('XObject');

/** Forms nest a few levels deep; a page that goes beyond this many is looked at no further. */
const MAX_FORMS = 200;

/** What a page's content uses and leaves behind; text in forms that it draws is text of the page. */
export async function usePage(page: PDFPageLeaf): Promise<ContentUse> {
	const content = await decodeContent(page.context, page.get(CONTENTS));
	const use = await scanContent(content.data);
	return { ...use, showsText: use.showsText || (await formsShowText(page, use.names)) };
}

async function formsShowText(page: PDFPageLeaf, names: Set<PDFName>): Promise<boolean> {
	const resources = dictOrNull(page.context.lookup(inherited(page, RESOURCES)));
	const seen = new Set<PDFStream>();
	const open = formsNamed(resources, names);
	for (let form = open.pop(); form && seen.size < MAX_FORMS; form = open.pop()) {
		if (seen.has(form)) continue;
		seen.add(form);
		const use = await scanContent((await decodeContent(page.context, form)).data);
		if (use.showsText) return true;
		open.push(...formsNamed(dictOrNull(form.dict.lookup(RESOURCES)) ?? resources, use.names));
	}
	return false;
}

/**
 * Every name in the content of a page and of the forms that it draws: forms without resources, or
 * with half of them, take the rest from their page (poppler and Acrobat look there).
 * @returns null where that cannot be told, so that any resource may be needed
 */
export async function namesUsed(page: PDFPageLeaf): Promise<Set<PDFName> | null> {
	const resources = dictOrNull(page.context.lookup(inherited(page, RESOURCES)));
	const content = await decodeContent(page.context, page.get(CONTENTS));
	if (!content.whole) return null;
	const { names } = await scanContent(content.data);
	const seen = new Set<PDFStream>();
	const open = [...formsNamed(resources, names), ...appearances(page)];
	if (borrows(resources, names)) return null;
	for (let form = open.pop(); form; form = open.pop()) {
		if (seen.has(form)) continue;
		seen.add(form);
		const drawn = await decodeContent(page.context, form);
		if (!drawn.whole || seen.size > MAX_FORMS) return null;
		const use = await scanContent(drawn.data);
		for (const name of use.names) names.add(name);
		for (const scope of [dictOrNull(form.dict.lookup(RESOURCES)), resources]) {
			if (borrows(scope, use.names)) return null;
			open.push(...formsNamed(scope, use.names));
		}
	}
	return names;
}

function formsNamed(resources: PDFDict | null, names: Set<PDFName>): PDFStream[] {
	return entriesNamed(resources, XOBJECT, names).flatMap((entry) =>
		entry instanceof PDFStream && entry.dict.lookup(SUBTYPE) === FORM ? [entry] : [],
	);
}

/** Type 3 fonts and patterns of old files have no resources of their own but use the page's. */
function borrows(resources: PDFDict | null, names: Set<PDFName>): boolean {
	const fonts = entriesNamed(resources, FONT, names).some(
		(font) => font instanceof PDFDict && font.lookup(SUBTYPE) === TYPE3 && !font.has(RESOURCES),
	);
	return (
		fonts ||
		entriesNamed(resources, PATTERN, names).some(
			(pattern) => pattern instanceof PDFStream && !pattern.dict.has(RESOURCES),
		)
	);
}

function entriesNamed(resources: PDFDict | null, kind: PDFName, names: Set<PDFName>): unknown[] {
	const entries = resources?.lookup(kind);
	if (!(entries instanceof PDFDict)) return [];
	return entries.keys().flatMap((name) => (names.has(name) ? [entries.lookup(name)] : []));
}

/** The drawings of a page's annotations: one for each, or one for each of its states. */
function appearances(page: PDFPageLeaf): PDFStream[] {
	const annotations = page.context.lookup(page.get(ANNOTS));
	if (!(annotations instanceof PDFArray)) return [];
	return annotations.asArray().flatMap((entry) => {
		const annotation = page.context.lookup(entry);
		const drawings = annotation instanceof PDFDict ? annotation.lookup(AP) : undefined;
		if (!(drawings instanceof PDFDict)) return [];
		return drawings.keys().flatMap((state) => streamsIn(drawings.lookup(state)));
	});
}

function streamsIn(drawing: unknown): PDFStream[] {
	if (drawing instanceof PDFStream) return [drawing];
	if (!(drawing instanceof PDFDict)) return [];
	return drawing.keys().flatMap((state) => {
		const stream = drawing.lookup(state);
		return stream instanceof PDFStream ? [stream] : [];
	});
}

function dictOrNull(value: unknown): PDFDict | null {
	return value instanceof PDFDict ? value : null;
}
