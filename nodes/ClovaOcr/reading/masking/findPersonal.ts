import type { Character } from './characters';
import { digitsOf, numberOf, type Run, type Token } from './runs';

const LENGTH = 13;
const FRONT = 6;
/** Room for letters at either end that turn out not to belong to the number. */
const LONGEST = LENGTH + 4;

/**
 * The characters to star of every resident or alien registration number in a run: all behind the
 * first six. Such a number has thirteen digits that begin with a date (YYMMDD).
 * Accepted: a dash between front and back; thirteen digits in one piece; a blank
 * between front and back; and pieces that recognition tore apart where nothing else stands in the run.
 * A corporate number (6-7) whose front happens to be a date is taken for a personal one: hiding one
 * number too many is better than showing one.
 */
export function findPersonal(run: Run): Character[] {
	const found: Character[] = [];
	for (let start = 0; start < run.length; start++) {
		for (let end = start, count = 0; end < run.length && count < LENGTH; end++) {
			count += run[end].digits.length;
			if (count < LENGTH || count > LONGEST) continue;
			const tokens = run.slice(start, end + 1);
			const number = numberOf(tokens, LENGTH);
			const whole = tokens.length === run.length;
			if (number !== null && isPersonal(number, tokens, whole)) found.push(...number.slice(FRONT));
		}
	}
	return found;
}

function isPersonal(number: Character[], tokens: Token[], wholeRun: boolean): boolean {
	const digits = digitsOf(number);
	if (!isDate(digits.slice(0, FRONT))) return false;
	if (tokens.length === 1) return true;
	// Places in the number before which something stands.
	const joints = tokens
		.slice(1)
		.map(({ digits: [first], joint }) => ({ at: number.indexOf(first), joint }));
	const dashes = joints.filter(({ joint }) => joint === 'dash');
	if (dashes.length > 0) return dashes.length === 1 && dashes[0].at === FRONT;
	return wholeRun || (joints.length === 1 && joints[0].at === FRONT);
}

/** YYMMDD with a month and a day that exist somewhere in a calendar. */
function isDate(front: string): boolean {
	if (!/^\d{6}$/.test(front)) return false;
	const month = Number(front.slice(2, 4));
	const day = Number(front.slice(4));
	return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
