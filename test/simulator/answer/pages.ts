import type { ApiPath } from '../../../nodes/ClovaOcr/clova/endpoint';
import type { JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import type { OpenedPages } from '../pictures/pages';
import { BrokenPicture } from '../pictures/renderer';
import type { Size } from '../pictures/size';
import type {
	Domain,
	DocumentReader,
	FileFormat,
	PagePicture,
	RecognizedPage,
	Recognizer,
} from '../types';
import type { RequestMessage } from '../wire/message';
import { documentImage } from './document';
import { convertedImageInfo, generalImage } from './general';
import { imageEntry, MESSAGES } from './image';

const LEAST_SIDE = 10;
const GREATEST_SIDE = 8000;

/** What reads pages: recognition, and what knows the documents. */
export interface Readers {
	recognize: Recognizer;
	documents: DocumentReader;
}

export interface Reading {
	api: ApiPath;
	domain: Domain;
	request: RequestMessage;
	format: FileFormat;
}

/** One `images[]` entry per page. A page that fails does not stop the others. */
export async function readPages(
	reading: Reading,
	{ pages }: OpenedPages,
	readers: Readers,
): Promise<JsonObject[]> {
	const entries: JsonObject[] = [];
	for (const { picture, size } of pages) {
		entries.push(await readPage(reading, picture, size, readers));
	}
	return entries;
}

/** The answer for a file that could not be opened at all. */
export function unreadable(name: string): JsonObject[] {
	return [imageEntry(name, 'ERROR', MESSAGES.unreadable)];
}

async function readPage(
	reading: Reading,
	picture: PagePicture,
	size: Size | null,
	readers: Readers,
): Promise<JsonObject> {
	const { name } = reading.request;
	if (size !== null && !withinLimits(size)) return imageEntry(name, 'ERROR', MESSAGES.resolution);
	return await readEntry(reading, picture, size, readers).catch((error: unknown) => {
		// The engine rejects with a text where it cannot read the picture.
		if (!(error instanceof BrokenPicture || typeof error === 'string')) throw error;
		return imageEntry(name, 'ERROR', MESSAGES.unreadable);
	});
}

async function readEntry(
	reading: Reading,
	picture: PagePicture,
	size: Size | null,
	readers: Readers,
): Promise<JsonObject> {
	if (reading.api === '/general') return await readGeneral(reading, picture, size, readers);
	if (reading.api === '/infer') return await readTemplate(reading, picture, size, readers);
	return await readDocument(reading, picture, readers);
}

async function readGeneral(
	{ domain, request }: Reading,
	picture: PagePicture,
	size: Size | null,
	{ recognize }: Readers,
): Promise<JsonObject> {
	const page = await recognize(picture, languagesOf(domain, request));
	return generalImage(request, page, picture.pageIndex, size);
}

async function readTemplate(
	{ domain, request }: Reading,
	page: PagePicture,
	size: Size | null,
	{ recognize }: Readers,
): Promise<JsonObject> {
	const { name, version, templateIds } = request;
	const { templates } = domain;
	const members = await templates?.infer({
		page,
		version,
		templateIds: templateIds.length > 0 ? templateIds : [...templates.ids],
		recognize: async (): Promise<RecognizedPage> =>
			await recognize(page, languagesOf(domain, request)),
	});
	const converted =
		version === 'V2' && size !== null ? convertedImageInfo(size, page.pageIndex) : {};
	return members
		? imageEntry(name, 'SUCCESS', 'SUCCESS', { ...converted, ...members })
		: imageEntry(name, 'FAILURE', MESSAGES.noTemplate);
}

async function readDocument(
	{ api, domain, request, format }: Reading,
	page: PagePicture,
	{ recognize, documents }: Readers,
): Promise<JsonObject> {
	const document = await documents({
		path: api,
		page,
		format,
		recognize: async () => await recognize(page, languagesOf(domain, request)),
	});
	return documentImage(request.name, document);
}

/** Sides of exactly 10 and 8000 pixels still pass. */
function withinLimits({ width, height }: Size): boolean {
	return Math.min(width, height) >= LEAST_SIDE && Math.max(width, height) <= GREATEST_SIDE;
}

function languagesOf({ language = 'ko' }: Domain, { languages }: RequestMessage) {
	return languages.length > 0 ? languages : [language];
}
