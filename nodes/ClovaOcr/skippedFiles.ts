import type { FileJob, Outcome } from './fileJob';

/** How many files each item names, by item index. */
export function filesPerItem(jobs: FileJob[]): Map<number, number> {
	const counts = new Map<number, number>();
	for (const { itemIndex } of jobs) counts.set(itemIndex, (counts.get(itemIndex) ?? 0) + 1);
	return counts;
}

/** Counts a skipped file of an item down; true once all its files were skipped, which is its failure. */
export function leavesNothing(left: Map<number, number>, itemIndex: number): boolean {
	const count = left.get(itemIndex);
	if (count === undefined) return false;
	left.set(itemIndex, count - 1);
	return count === 1;
}

/** Outcomes by input item; an item of which nothing but skipped files is left gets their failure. */
export function inItemOrder(outcomes: Outcome[]): Outcome[] {
	const used = new Set(
		outcomes.filter(({ skipped }) => skipped === null).map(({ itemIndex }) => itemIndex),
	);
	return [...outcomes]
		.sort((a, b) => a.itemIndex - b.itemIndex)
		.map((outcome) => {
			if (outcome.skipped === null || used.has(outcome.itemIndex)) return outcome;
			used.add(outcome.itemIndex);
			return { ...outcome, failures: [outcome.skipped] };
		});
}
