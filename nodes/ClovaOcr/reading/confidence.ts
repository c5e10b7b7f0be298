import { asNumber, type Json } from '../shared/json';

/** A confidence of the answer, 0 to 1; null where there is none, or something else stands there. */
export function readConfidence(score: Json | undefined): number | null {
	const confidence = asNumber(score);
	return confidence !== null && confidence >= 0 && confidence <= 1 ? confidence : null;
}

/**
 * Mean and lowest of the confidences that are known.
 * @param confidences 0 to 1 each, null for unknown
 * @returns null for both where none is known
 */
export function confidenceOf(confidences: Array<number | null>): {
	confidence: number | null;
	lowestConfidence: number | null;
} {
	let [sum, count, lowest] = [0, 0, Infinity];
	for (const confidence of confidences) {
		if (confidence === null) continue;
		sum += confidence;
		count++;
		if (confidence < lowest) lowest = confidence;
	}
	if (count === 0) return { confidence: null, lowestConfidence: null };
	return { confidence: Math.round((sum / count) * 1e6) / 1e6, lowestConfidence: lowest };
}
