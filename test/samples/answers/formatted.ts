import type { JsonObject } from '../../../nodes/ClovaOcr/shared/json';

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
/** What the service makes of a printed text. */
export type Format = 'date' | 'digits' | 'hyphens' | 'none' | 'time';

/**
 * The member `formatted` of a value: parts of a date or time, an amount in digits, else the text
 * again. All parts are texts.
 */
export function formattedOf(format: Format | undefined, text: string): JsonObject | null {
	switch (format) {
		case 'none':
			return null;
		case 'date':
			return dateParts(text);
		case 'time':
			return timeParts(text);
		case 'digits':
			return { value: text.replace(/\D/g, '') };
		case 'hyphens':
			return { value: text.replaceAll(' ', '-') };
		default:
			return { value: text };
	}
}

function dateParts(text: string): JsonObject {
	const letters = /^(\d{2}) ([A-Z]{3}) (\d{4})$/.exec(text);
	if (letters !== null) {
		const month = String(MONTHS.indexOf(letters[2]) + 1).padStart(2, '0');
		return { year: letters[3], month, day: letters[1] };
	}
	const [year, month, day] = (text.match(/\d+/g) ?? []).map((part) => part.padStart(2, '0'));
	return { year, month, day };
}

function timeParts(text: string): JsonObject {
	const [hour, minute, second = '00'] = text.split(':');
	return { hour, minute, second };
}
