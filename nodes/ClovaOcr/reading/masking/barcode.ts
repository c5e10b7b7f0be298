/**
 * Whether a text is nothing but a Korean or Japanese article number (EAN-13). Their GS1 prefixes read as
 * years of birth, so one person's number in ten of those years would pass for one too: asked only where
 * article numbers stand, never of running text.
 */
export function isBarcode(text: string): boolean {
	if (!/^(880|45|49)\d+$/.test(text) || text.length !== 13) return false;
	const sum = Array.from(text.slice(0, 12)).reduce(
		(total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
		0,
	);
	return (10 - (sum % 10)) % 10 === Number(text[12]);
}
