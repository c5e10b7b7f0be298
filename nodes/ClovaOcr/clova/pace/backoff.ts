const FIRST_WAIT = 250;

/**
 * How long to wait before another try: doubles with every failure up to a bound, spread by chance
 * so that executions which failed together do not come back together.
 * @param failures how many there were in a row, from 1
 * @param longest milliseconds
 * @param random 0 to 1
 * @returns milliseconds, between half of the wait and the whole
 */
export function backoff(failures: number, longest: number, random: number): number {
	return Math.min(longest, FIRST_WAIT * 2 ** (failures - 1)) * (0.5 + random / 2);
}
