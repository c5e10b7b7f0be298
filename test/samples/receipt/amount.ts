/** An amount as printed: thousands parted by commas. */
export function grouped(amount: number): string {
	return amount.toLocaleString('en-US');
}
