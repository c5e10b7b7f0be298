import type { JsonObject } from '../shared/json';
import type { Reading } from './reading';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Puts what has to be judged on unmasked numbers into readings of a masked answer: checks, review
 * reasons and dates (a birth date follows from a personal number). None of these can hold a number.
 * @param masked readings of the masked answer; their values go out
 * @param clear readings of the same answer before masking; nothing else of them may go out
 */
export function withClearFacts(masked: Reading[], clear: Reading[]): Reading[] {
	if (masked.length !== clear.length) return masked;
	return masked.map((reading, index) => ({
		...reading,
		values: withDates(reading.values, clear[index].values),
		checks: clear[index].checks,
		reviewReasons: clear[index].reviewReasons,
	}));
}

function withDates(masked: JsonObject, clear: JsonObject): JsonObject {
	const values = { ...masked };
	for (const [key, value] of Object.entries(clear)) {
		if (values[key] === null && typeof value === 'string' && DATE.test(value)) values[key] = value;
	}
	return values;
}
