/**
 * Whether a text is an article number (EAN-13, EAN-8 or UPC-A) whose check digit fits: GS1 General
 * Specifications 7.9, weights 3 and 1 from the right. One in ten numbers of persons printed without a
 * dash fits too, so this is asked only where goods are listed, and a label decides against it.
 */
export function isBarcode(text: string): boolean {
	if (!/^(?:\d{8}|\d{12,13})$/.test(text)) return false;
	const last = text.length - 1;
	const sum = Array.from(text.slice(0, last)).reduce(
		(total, digit, index) => total + Number(digit) * ((last - index) % 2 === 1 ? 3 : 1),
		0,
	);
	return (10 - (sum % 10)) % 10 === Number(text[last]);
}
