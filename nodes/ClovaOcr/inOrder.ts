/**
 * Works on a list with a few tasks at a time, started in order; results stand in the list's order.
 * @param limit tasks at the same time
 * @param ended asked before each start; once true, nothing more starts and the rest has no result
 */
export async function inOrder<T, R>(
	list: T[],
	limit: number,
	task: (entry: T, index: number) => Promise<R>,
	ended: () => boolean,
): Promise<R[]> {
	const results: Array<{ index: number; result: R }> = [];
	let next = 0;
	const work = async () => {
		while (next < list.length && !ended()) {
			const index = next++;
			results.push({ index, result: await task(list[index], index) });
		}
	};
	await Promise.all(Array.from({ length: Math.min(limit, list.length) }, work));
	return results.sort((a, b) => a.index - b.index).map(({ result }) => result);
}
