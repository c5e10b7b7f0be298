import { PDFDict, PDFHexString, PDFName, PDFString, type PDFContext } from 'pdf-lib';

import { decodeContent } from '../file/content';
import type { OpenPdf } from '../file/open';

/** What stands between the marks of an XML document, and within quotes inside of them. */
const XML_TEXTS = />([^<>]+)<|"([^"<>]*)"/g;

/**
 * Changes the texts that a document says of itself (title, author, subject …): those of its information
 * dictionary and of its XMP metadata, which ISO 32000-1, 14.3 keeps beside each other.
 * @param hide gives a text back as it may be shown; the same text where it may stay
 */
export async function hideInMetadata(
	{ context, catalog }: OpenPdf,
	hide: (text: string) => string,
): Promise<void> {
	const information = context.lookup(context.trailerInfo.Info);
	if (information instanceof PDFDict) hideInDictionary(information, hide);
	await hideInXmp(context, catalog, hide);
}

function hideInDictionary(information: PDFDict, hide: (text: string) => string): void {
	for (const [key, value] of information.entries()) {
		const given = information.context.lookup(value);
		if (!(given instanceof PDFString || given instanceof PDFHexString)) continue;
		const text = given.decodeText();
		const shown = hide(text);
		if (shown !== text) information.set(key, PDFHexString.fromText(shown));
	}
}

async function hideInXmp(
	context: PDFContext,
	catalog: PDFDict,
	hide: (text: string) => string,
): Promise<void> {
	const key = PDFName.of('Metadata');
	if (!catalog.has(key)) return;
	const { data, whole } = await decodeContent(context, catalog.get(key));
	const xml = data.toString('utf8');
	const shown = xml.replace(XML_TEXTS, (given, between?: string, quoted?: string) => {
		const text = between ?? quoted ?? '';
		const hidden = hide(text);
		return hidden === text ? given : given.replace(text, () => hidden);
	});
	// What cannot be read (UTF-16 is allowed, too) cannot be searched either.
	if (!whole || data.includes(0)) catalog.delete(key);
	else if (shown !== xml) {
		const members = { Type: 'Metadata', Subtype: 'XML' };
		catalog.set(key, context.register(context.stream(Buffer.from(shown), members)));
	}
}
