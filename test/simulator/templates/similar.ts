/** How alike two texts are, from 0 to 1, blanks aside: 1 less the edits needed per letter. */
export function similarity(one: string, other: string): number {
	const [a, b] = [one, other].map((text) => [...text.replace(/\s/g, '')]);
	const longer = Math.max(a.length, b.length);
	return longer === 0 ? 1 : 1 - edits(a, b) / longer;
}

/** Levenshtein's distance: the fewest letters to insert, drop or change. */
function edits(a: string[], b: string[]): number {
	let row = b.map((_, at) => at + 1);
	row.unshift(0);
	for (const [at, letter] of a.entries()) {
		const next = [at + 1];
		for (const [index, other] of b.entries()) {
			const change = row[index] + (letter === other ? 0 : 1);
			next.push(Math.min(change, row[index + 1] + 1, next[index] + 1));
		}
		row = next;
	}
	return row[b.length];
}
