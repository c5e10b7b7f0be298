import { PDFDict, PDFName, PDFStream, type PDFPageLeaf } from 'pdf-lib';

import { decodeContent } from '../file/content';
import { scanContent, type ContentUse } from '../file/scan';

const FORM = PDFName.of('Form');
const RESOURCES = PDFName.of('Resources');
const SUBTYPE = PDFName.of('Subtype');
const XOBJECT = PDFName.of('XObject');

/** Forms nest a few levels deep; a page that goes beyond this many is looked at no further. */
const MAX_FORMS = 200;

/** What a page's content uses; text in the forms that it draws counts as text of the page. */
export async function usePage(page: PDFPageLeaf): Promise<ContentUse> {
	const content = await decodeContent(page.context, page.get(PDFName.of('Contents')));
	const use = await scanContent(content.data);
	const showsText = use.showsText || (await formsShowText(page.Resources(), use.names));
	return { ...use, showsText };
}

async function formsShowText(
	resources: PDFDict | undefined,
	names: Set<PDFName>,
): Promise<boolean> {
	const seen = new Set<PDFStream>();
	const open = formsNamed(resources, names);
	for (let form = open.pop(); form && seen.size < MAX_FORMS; form = open.pop()) {
		if (seen.has(form)) continue;
		seen.add(form);
		const use = await scanContent((await decodeContent(form.dict.context, form)).data);
		if (use.showsText) return true;
		const own = form.dict.lookup(RESOURCES);
		open.push(...formsNamed(own instanceof PDFDict ? own : resources, use.names));
	}
	return false;
}

function formsNamed(resources: PDFDict | undefined, names: Set<PDFName>): PDFStream[] {
	const entries = resources?.lookup(XOBJECT);
	if (!(entries instanceof PDFDict)) return [];
	return entries.keys().flatMap((name) => {
		const entry = names.has(name) ? entries.lookup(name) : undefined;
		return entry instanceof PDFStream && entry.dict.lookup(SUBTYPE) === FORM ? [entry] : [];
	});
}
