import { always, list, number, object, perhaps, sometimes, text, type Shape } from './shape';

const CORNER = object({ x: always(number), y: always(number) });

/** Four corners, clockwise. */
export const poly = object({ vertices: always(list(CORNER)) });

const DATE = object({ year: always(text), month: always(text), day: always(text) });
const TIME = object({ hour: always(text), minute: always(text), second: always(text) });
const VALUE = object({ value: always(text) });

/** What a recognised value holds beside its text; the places have `labels` on receipts only. */
function leafOf(formatted: Shape, labels: boolean): Shape {
	return object({
		text: always(text),
		formatted: sometimes(formatted),
		boundingPolys: always(list(poly)),
		maskingPolys: sometimes(list(poly)),
		...(labels
			? { keyText: sometimes(text), confidenceScore: sometimes(number) }
			: { keyText: perhaps(text), confidenceScore: perhaps(number) }),
	});
}

/** The kinds of value on receipts and certificates, which come with labels and confidences. */
export const labelled = {
	value: leafOf(VALUE, true),
	date: leafOf(DATE, true),
	time: leafOf(TIME, true),
};

/** The kinds of value on cards and passports, where neither has been seen. */
export const bare = { value: leafOf(VALUE, false), date: leafOf(DATE, false) };
