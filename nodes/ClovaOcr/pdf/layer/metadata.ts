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
	await changeXmp(context, catalog, (xml) =>
		xml.replace(XML_TEXTS, (given, between?: string, quoted?: string) => {
			const text = between ?? quoted ?? '';
			const hidden = hide(text);
			return hidden === text ? given : given.replace(text, () => hidden);
		}),
	);
}

/** The members of XMP metadata that claim PDF/A (ISO 19005-2, 6.6.4), as elements and as attributes. */
const CLAIMS =
	/<pdfaid:(part|conformance|amd|corr|rev)\b[^>]*>[^<]*<\/pdfaid:\1>|\spdfaid:(?:part|conformance|amd|corr|rev)\s*=\s*(?:"[^"]*"|'[^']*')/g;
const LEVEL = /(<pdfaid:conformance\b[^>]*>\s*|\spdfaid:conformance\s*=\s*["'])[Aa]/g;

/** Takes back what a document claims of PDF/A, which what was drawn on it no longer keeps. */
export async function dropClaims({ context, catalog }: OpenPdf): Promise<void> {
	await changeXmp(context, catalog, (xml) => xml.replace(CLAIMS, ''));
}

/** Level A wants all text tagged, which text that was laid over a page is not; level B is in it. */
export async function lowerClaims({ context, catalog }: OpenPdf): Promise<void> {
	await changeXmp(context, catalog, (xml) => xml.replace(LEVEL, '$1B'));
}

/** Changes the XMP metadata of a document; those that cannot be read are taken out. */
async function changeXmp(
	context: PDFContext,
	catalog: PDFDict,
	change: (xml: string) => string,
): Promise<void> {
	const key = PDFName.of('Metadata');
	if (!catalog.has(key)) return;
	const { data, whole } = await decodeContent(context, catalog.get(key));
	const xml = data.toString('utf8');
	const changed = change(xml);
	// What cannot be read (UTF-16 is allowed, too) cannot be searched either.
	if (!whole || data.includes(0)) catalog.delete(key);
	else if (changed !== xml) {
		const members = { Type: 'Metadata', Subtype: 'XML' };
		catalog.set(key, context.register(context.stream(Buffer.from(changed), members)));
	}
}
