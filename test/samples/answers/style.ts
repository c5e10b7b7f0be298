import type { Mark } from '../drawing/sheet';
import type { Format } from './formatted';
import type { Member, Shape } from './shape';

/** How the service answers for one kind of document, beside the values that stand on it. */
export interface AnswerStyle {
	/** What it makes of a text, by the member's path without list positions; of others the text again. */
	formats: Partial<Record<string, Format>>;
	/** The members `keyText` and `confidenceScore` of a value; null where the API has neither. */
	labels: { keyText(mark: Mark): string; confidenceScore(text: string): number } | null;
	/** The members whose values have no `maskingPolys`, by the path without list positions. */
	unmasked: RegExp | null;
	/** What the live check expects of the answer's `result`. */
	shape: Shape;
	/** Members that may stand beside `result` or in its place, where two forms are known. */
	otherForm?: Record<string, Member>;
}
