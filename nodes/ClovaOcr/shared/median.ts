/** The middle one of numbers in order, of an even count the upper; of none it is no number. */
export function medianOf(numbers: ArrayLike<number>): number {
	return (
		Float64Array.from(numbers)
			.sort()
			.at(numbers.length / 2) ?? NaN
	);
}
