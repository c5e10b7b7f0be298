import type { Tally } from './share';

/** What came of each kind. */
export type Kinds = Array<Tally & { name: string }>;

/** The tallies of all processes together, by kind. */
export function merged(tallies: ReadonlyArray<Record<string, Tally>>): Kinds {
	const names = [...new Set(tallies.flatMap((each) => Object.keys(each)))];
	return names.map((name) => {
		const own = tallies.flatMap((each) => each[name] ?? []);
		const count = own.reduce((sum, each) => sum + each.count, 0);
		const ms = own.reduce((sum, each) => sum + each.ms, 0);
		const longest = Math.max(...own.map((each) => each.longest));
		return { name, what: own[0].what, count, ms, longest };
	});
}

/** The page of a run without a fault. */
export function fuzzPage(
	kinds: Kinds,
	{ date, versions, seed, seconds }: Record<'date' | 'seed' | 'versions', string> & { seconds: number },
): string {
	const cases = kinds.reduce((sum, { count }) => sum + count, 0);
	const row = (cells: Array<number | string>) => `| ${cells.join(' | ')} |`;
	return [
		'# Fuzz',
		`Written by \`npm run fuzz -- ${seed} ${cases}\` on ${date} with ${versions}, seed ${seed}, in ${Math.round(seconds)} s. Cases: ${cases}, **at fault: 0**.`,
		'Each case is drawn by the seed and its number, works through the built code that users get, and must end within a second of processor time without a crash; nothing that comes out may hold NaN, Infinity, `undefined` or a text such as `[object Object]` that did not come in; the prototype of all objects stays untouched; no word of an answer is lost, and none that *Also Hide* names is left.',
		[
			row(['Kind', 'What is made', 'Cases', 'ms each', 'longest, ms']),
			row(['---', '---', '---', '---', '---']),
			...kinds.map(({ name, what, count, ms, longest }) =>
				row([name, what, count, (ms / count).toFixed(2), Math.round(longest)]),
			),
		].join('\n'),
		'The longest case of a kind is measured by the clock, with garbage and all else that the machine did; one of more than a second is run again and counted by its processor time. The same with 50,000 cases and seed 1 is part of every run of the tests.',
	].join('\n\n').concat('\n');
}
