import type { ApiPath } from '../../../nodes/ClovaOcr/clova/endpoint';
import { isObject, type Json, type JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import { namedFormat } from '../pictures/format';
import type { FileFormat, Language, Version } from '../types';
import { BadBody, Refusal, serviceError } from './errors';

const LANGUAGES: readonly Language[] = ['ko', 'ja', 'zh-TW'];

/** A request's message, checked. */
export interface RequestMessage {
	version: Version;
	requestId: string;
	languages: Language[];
	tables: boolean;
	name: string;
	format: FileFormat;
	/** Base64 of the JSON variant. */
	data: string | null;
	url: string | null;
	templateIds: number[];
}

/**
 * Checks what a request says as strictly as the service.
 * @param uploaded whether a file came with it, so that it needs neither `data` nor `url`
 * @param calledPath for the error body
 * @throws Refusal 0021 for the version; BadBody for everything else
 */
export function readMessage(
	message: Json,
	api: ApiPath,
	uploaded: boolean,
	calledPath: string,
): RequestMessage {
	if (!isObject(message)) throw new BadBody('Request body invalid.', '');
	const version = readVersion(message.version, api, calledPath);
	const image = readImage(message.images);
	const format = namedFormat(text(image.format, 'images[0].format'));
	if (format === null) {
		throw new BadBody('images[0].format must be one of jpg, jpeg, png, pdf, tif, tiff');
	}
	if (!Number.isSafeInteger(message.timestamp)) throw new BadBody('timestamp must be an integer');
	return {
		version,
		requestId: text(message.requestId, 'requestId'),
		languages: api === '/general' || api === '/infer' ? readLanguages(message.lang, api) : [],
		tables: api === '/general' && readSwitch(message.enableTableDetection),
		name: text(image.name, 'images[0].name'),
		format,
		...(uploaded ? { data: null, url: null } : readSource(image, api)),
		templateIds: api === '/infer' ? readTemplateIds(image.templateIds) : [],
	};
}

function readVersion(value: Json | undefined, api: ApiPath, path: string): Version {
	const version = text(value, 'version');
	const known = version === 'V2' || (version === 'V1' && !api.startsWith('/document/'));
	if (!known) throw new Refusal(serviceError('0021', path));
	return version === 'V1' ? 'V1' : 'V2';
}

function readImage(images: Json | undefined): JsonObject {
	if (!Array.isArray(images)) throw new BadBody('images must not be null');
	if (images.length !== 1) throw new BadBody('images size must be between 1 and 1');
	const [image] = images;
	if (!isObject(image)) throw new BadBody('images[0] must be an object');
	return image;
}

/** `data` wins where both are given; Document APIs fetch nothing. */
function readSource(image: JsonObject, api: ApiPath): { data: string | null; url: string | null } {
	const { data, url } = image;
	if (data !== undefined && data !== null) {
		const base64 = text(data, 'images[0].data');
		if (base64.startsWith('data:'))
			throw new BadBody('images[0].data must not have a data: prefix');
		return { data: base64, url: null };
	}
	if (api.startsWith('/document/')) {
		throw new BadBody(
			url === undefined ? 'images[0].data must not be null' : 'images[0].url is not supported',
		);
	}
	return { data: null, url: text(url, 'images[0].data or images[0].url') };
}

function readLanguages(lang: Json | undefined, api: ApiPath): Language[] {
	if (lang === undefined || lang === null) return [];
	const names = text(lang, 'lang').split(',');
	if (api === '/infer' && names.length > 1) throw new BadBody('lang must be one of ko, ja, zh-TW');
	return names.map((name) => {
		const language = LANGUAGES.find((known) => known === name.trim());
		if (language === undefined) throw new BadBody('lang must be one of ko, ja, zh-TW');
		return language;
	});
}

/** Old clients send the switch as text; the service's own sample once did. */
function readSwitch(value: Json | undefined): boolean {
	if (value === undefined || value === null || value === false || value === 'false') return false;
	if (value === true || value === 'true') return true;
	throw new BadBody('enableTableDetection must be a boolean');
}

function readTemplateIds(value: Json | undefined): number[] {
	if (value === undefined || value === null) return [];
	if (!Array.isArray(value)) throw new BadBody('images[0].templateIds must be a list');
	return value.map((id) => {
		if (typeof id === 'number' && Number.isSafeInteger(id)) return id;
		throw new BadBody('images[0].templateIds must be integers');
	});
}

function text(value: Json | undefined, name: string): string {
	if (typeof value !== 'string' || value === '') throw new BadBody(`${name} must not be blank`);
	return value;
}
