export const QUARTER = Math.PI / 2;
const TURN = 2 * Math.PI;

/** A direction or slope, and how much it counts. */
export interface Sample {
	value: number;
	weight: number;
}

/** The median direction within the quarter turn that most of the weight follows, in radians. */
export function directionOf(samples: Sample[]): number {
	const weights = [0, 0, 0, 0];
	for (const { value, weight } of samples) weights[quarterOf(value)] += weight;
	const quarter = weights.indexOf(Math.max(...weights));
	const rest = samples
		.filter(({ value }) => quarterOf(value) === quarter)
		.map(({ value, weight }) => ({ value: wrapped(value - quarter * QUARTER), weight }));
	return quarter * QUARTER + weightedMedian(rest);
}

/** The nearest quarter turn, 0 to 3. */
function quarterOf(angle: number): number {
	return Math.round(angle / QUARTER) & 3;
}

/** The same direction, above -180 to 180 degrees. */
export function wrapped(angle: number): number {
	return angle - TURN * Math.ceil(angle / TURN - 0.5);
}

/** The value that half of the weight lies below; 0 of none. */
export function weightedMedian(samples: Sample[]): number {
	const sorted = [...samples].sort((a, b) => a.value - b.value);
	const half = sorted.reduce((sum, sample) => sum + sample.weight, 0) / 2;
	let passed = 0;
	for (const sample of sorted) {
		passed += sample.weight;
		if (passed >= half) return sample.value;
	}
	return 0;
}
