/** A number to a hundredth as PDF allows it: no exponent, no "-0", no needless digits. */
export function number(value: number): string {
	const hundredths = Math.round(Math.abs(value) * 100);
	const sign = value < 0 && hundredths > 0 ? '-' : '';
	return `${sign}${Math.floor(hundredths / 100)}${FRACTIONS[hundredths % 100]}`;
}

/** A part of a direction, from -1 to 1, to a ten-thousandth. */
export function direction(value: number): string {
	return String(Math.round(value * 10000) / 10000 + 0);
}

/** `.01` to `.99`, without a final zero. */
const FRACTIONS = Array.from({ length: 100 }, (_, hundredths) =>
	hundredths === 0 ? '' : `.${String(hundredths).padStart(2, '0').replace(/0$/, '')}`,
);
