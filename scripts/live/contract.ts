import type { ApiPath } from '../../nodes/ClovaOcr/clova/endpoint';
import { documentWrapper } from './documents';
import {
	always,
	boolean,
	list,
	number,
	object,
	oneOf,
	perhaps,
	sometimes,
	text,
	type Member,
	type Shape,
} from '../../test/samples/answers/shape';
import { poly } from '../../test/samples/answers/leafShape';

/** The answer of an API for a picture that it could read. */
export function answerShape(path: ApiPath): Shape {
	return envelope({ ...imageMembers(), ...membersOf(path) });
}

/** The answer for a picture that it could not read: nothing but what every answer has. */
export function failureShape(): Shape {
	return envelope({ ...imageMembers(), convertedImageInfo: sometimes(CONVERTED) });
}

/** A refusal by the service. */
export const refusalShape: Shape = object({
	code: always(text),
	message: always(text),
	path: always(text),
	timestamp: always(number),
	traceId: sometimes(text),
});

const CONVERTED = object({
	width: always(number),
	height: always(number),
	pageIndex: always(number),
	longImage: sometimes(boolean),
});

function envelope(image: Record<string, Member>): Shape {
	return object({
		version: always(text),
		requestId: always(text),
		timestamp: always(number),
		images: always(list(object(image))),
	});
}

function imageMembers(): Record<string, Member> {
	const outcome = oneOf('NO_REQUESTED', 'UNKNOWN', 'VALID', 'INVALID');
	return {
		uid: always(text),
		name: always(text),
		inferResult: always(oneOf('SUCCESS', 'FAILURE', 'ERROR')),
		message: always(text),
		validationResult: sometimes(object({ result: always(outcome), message: sometimes(text) })),
	};
}

function membersOf(path: ApiPath): Record<string, Member> {
	if (path === '/general') return generalMembers();
	if (path === '/infer') return templateMembers();
	return documentWrapper(path);
}

const WORD = {
	boundingPoly: always(poly),
	inferText: always(text),
	inferConfidence: always(number),
};

function generalMembers(): Record<string, Member> {
	const field = object({
		valueType: always(oneOf('ALL')),
		...WORD,
		type: always(oneOf('NORMAL')),
		lineBreak: always(boolean),
	});
	return {
		convertedImageInfo: sometimes(CONVERTED),
		tables: sometimes(list(table())),
		fields: always(list(field)),
	};
}

function table(): Shape {
	const box = { boundingPoly: always(poly), inferConfidence: always(number) };
	const line = object({ ...box, cellWords: always(list(object(WORD))) });
	const cell = object({
		cellTextLines: always(list(line)),
		...box,
		rowSpan: always(number),
		rowIndex: always(number),
		columnSpan: always(number),
		columnIndex: always(number),
	});
	return object({ cells: always(list(cell)), ...box });
}

function templateMembers(): Record<string, Member> {
	// The words of a field; a field that could not be read has none.
	const words = sometimes(list(object({ ...WORD, lineBreak: always(boolean) })));
	const field = object({
		name: always(text),
		valueType: always(oneOf('ALL')),
		...WORD,
		type: always(oneOf('NORMAL', 'MULTI_BOX', 'CHECKBOX')),
		lineBreak: sometimes(boolean),
		checked: perhaps(boolean),
		subFields: words,
	});
	return {
		convertedImageInfo: sometimes(CONVERTED),
		matchedTemplate: always(object({ id: always(number), name: always(text) })),
		title: sometimes(object({ name: always(text), ...WORD, subFields: words })),
		combineResult: perhaps(object({ name: always(text), text: always(text) })),
		fields: always(list(field)),
	};
}
