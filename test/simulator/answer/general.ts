import type { Json, JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import type { Size } from '../pictures/size';
import type { RecognizedPage, RecognizedWord } from '../types';
import type { RequestMessage } from '../wire/message';
import { boundingPoly, imageEntry, MESSAGES } from './image';
import { tableEntry } from './tables';

/** One page as `/general` answers it. */
export function generalImage(
	request: Pick<RequestMessage, 'version' | 'name' | 'tables'>,
	page: RecognizedPage,
	pageIndex: number,
	size: Size | null,
): JsonObject {
	const { name, version, tables } = request;
	const converted = version === 'V2' && size !== null ? convertedImageInfo(size, pageIndex) : {};
	if (page.words.length === 0) return imageEntry(name, 'FAILURE', MESSAGES.noText, converted);
	return imageEntry(name, 'SUCCESS', 'SUCCESS', {
		...converted,
		...(tables && version === 'V2' ? { tables: tableEntries(page) } : {}),
		fields: page.words.map((word) => (version === 'V1' ? wordEntryV1(word) : wordEntry(word))),
	});
}

/** Size and number of the picture that was read. */
export function convertedImageInfo({ width, height }: Size, pageIndex: number): JsonObject {
	return { convertedImageInfo: { width, height, pageIndex, longImage: false } };
}

function tableEntries({ tables = [], words }: RecognizedPage): Json[] {
	return tables.map((table) => tableEntry(table, words));
}

function wordEntry(word: RecognizedWord): JsonObject {
	return { ...wordEntryV1(word), type: 'NORMAL', lineBreak: word.lineBreak };
}

function wordEntryV1({ text, confidence, corners }: RecognizedWord): JsonObject {
	return {
		valueType: 'ALL',
		boundingPoly: boundingPoly(corners),
		inferText: text,
		inferConfidence: confidence,
	};
}
