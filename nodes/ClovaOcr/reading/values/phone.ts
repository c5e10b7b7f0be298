import type { JsonObject } from '../../shared/json';
import { asPrinted, candidates, plain } from './printed';

/** Korean numbering: area or service code, then 3 or 4 digits, then 4; nationwide ones have 4 and 4. */
const KOREAN =
	/^(02|0(?:1[016789]|3[1-3]|4[1-4]|5[1-5]|6[1-4]|[78]0|50\d))(\d{3,4})(\d{4})$|^(1[568]\d{2})(\d{4})$/;
/** A label such as "TEL:" or "T.", then nothing but a number with its separators. */
const PRINTED = /^\p{L}*[\s.:)]*(\(?\+?[\d\s().-]*\d[\s)]*)$/u;
/** "+82 10", "(+82)10", "+82-(0)10": the country code stands in for the leading 0. */
const COUNTRY = /^\(?\+?82[\s().-]*0?[\s).-]*(?=\d)/;

/**
 * Reads a phone number: Korean ones hyphenated (02-000-1234), anything else as printed. A number whose
 * printed groups do not fit Korean numbering (03-1234-5678 of Tokyo, "02-000-1234~5") is not regrouped.
 * @returns null where nothing is printed
 */
export function readPhone(text: string | null, formatted: JsonObject): string | null {
	const printed = asPrinted(text, formatted);
	for (const candidate of candidates(text, formatted)) {
		const groups = koreanGroups(candidate);
		if (groups !== null && fits(groups, printed ?? '')) return groups.join('-');
	}
	return printed;
}

function koreanGroups(text: string): string[] | null {
	const [, number] = PRINTED.exec(plain(text)) ?? [];
	if (number === undefined) return null;
	const digits = domestic(number).replace(/\D/g, '');
	const groups =
		KOREAN.exec(digits)
			?.slice(1)
			.filter((group) => group !== undefined) ?? [];
	return groups.length === 0 ? null : groups;
}

function domestic(number: string): string {
	return number.trim().replace(COUNTRY, '0');
}

/** Whether the printed groups of the same digits end only where groups of the result end too. */
function fits(groups: string[], printed: string): boolean {
	const numbers = domestic(plain(printed).replace(/^[^\d+]+/, '')).match(/\d+/g) ?? [];
	if (numbers.join('') !== groups.join('')) return true;
	const ends = endsOf(groups);
	return [...endsOf(numbers)].every((end) => ends.has(end));
}

function endsOf(groups: string[]): Set<number> {
	let length = 0;
	return new Set(groups.map((group) => (length += group.length)));
}
