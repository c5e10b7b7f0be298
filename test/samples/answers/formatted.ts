import type { JsonObject } from '../../../nodes/ClovaOcr/shared/json';

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const DATES =
	/(^|\.)(birth|date|birthDate|expireDate|issuanceDate|issueDate|openDate|renew\w+Date)$/;
const AMOUNTS = /\.(count|discountPrice|price|unitPrice|taxPrice|subTotalPrice|creditCardPrice)$/;

/**
 * What the service makes of a printed text: parts of a date or time, an amount in digits, else the
 * text again. All parts are texts. Approval numbers, article numbers and
 * branches have none.
 * @param member path within the result without list positions, e.g. `storeInfo.tel`
 */
export function formattedOf(member: string, text: string): JsonObject | null {
	if (/\.(confirmNum|code|subName)$/.test(member) && !member.startsWith('dl.')) return null;
	if (DATES.test(member)) return dateParts(text);
	if (member === 'paymentInfo.time') return timeParts(text);
	if (AMOUNTS.test(member)) return { value: text.replace(/\D/g, '') };
	if (member === 'storeInfo.tel') return { value: text.replace(/\D/g, '') };
	if (member === 'number') return { value: text.replaceAll(' ', '-') };
	return { value: text };
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
