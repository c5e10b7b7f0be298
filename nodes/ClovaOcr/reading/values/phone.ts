import type { JsonObject } from '../../shared/json';
import { asPrinted, candidates, isSearchable, plain, withoutEnd } from './printed';

/** Korean numbering: area or service code, then 3 or 4 digits, then 4; nationwide ones have 4 and 4. */
const KOREAN =
	/^(02|0(?:1[016789]|3[1-3]|4[1-4]|5[1-5]|6[1-4]|[78]0|50\d))(\d{3,4})(\d{4})$|^(1[568]\d{2})(\d{4})$/;
/** A label before a number, such as "TEL:" or "T.". */
const LABEL = /^\p{L}*[\s.:)]*/u;
/** Nothing but a number with its separators. */
const NUMBER = /^\(?\+?[\d\s().-]*\d$/;
/** "+82 10", "(+82)10", "+82-(0)10": the country code stands in for the leading 0. */
const COUNTRY = /^\(?\+?82/;

/**
 * Reads a phone number: Korean ones hyphenated (02-000-1234), anything else as printed. A number whose
 * printed groups do not fit Korean numbering (03-1234-5678 of Tokyo, "02-000-1234~5") is not regrouped.
 * @returns null where nothing is printed
 */
export function readPhone(text: string | null, formatted: JsonObject): string | null {
	const printed = asPrinted(text, formatted);
	if (printed === null || !isSearchable(printed)) return printed;
	for (const candidate of candidates(text, formatted).filter(isSearchable)) {
		const groups = koreanGroups(candidate);
		if (groups !== null && fits(groups, printed)) return groups.join('-');
	}
	return printed;
}

function koreanGroups(text: string): string[] | null {
	const number = withoutEnd(plain(text).replace(LABEL, ''), ' )');
	if (!NUMBER.test(number)) return null;
	const digits = domestic(number).replace(/\D/g, '');
	const groups =
		KOREAN.exec(digits)
			?.slice(1)
			.filter((group) => group !== undefined) ?? [];
	return groups.length === 0 ? null : groups;
}

function domestic(number: string): string {
	const [code] = COUNTRY.exec(number.trim()) ?? [];
	if (code === undefined) return number;
	const rest = number.trim().slice(code.length);
	const area = rest.replace(/^[\s().-]*/, '').replace(/^0[\s).-]*/, '');
	return /^\d/.test(area) ? `0${area}` : number;
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
