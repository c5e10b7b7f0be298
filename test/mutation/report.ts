import type { Mutant } from './instrument';
import type { KnownFile, Verdict } from './messages';
import { roomOf, ROOMS, type Room } from './plan';
import { reasonFor } from './reasons';

/** A mutant with what became of it. */
export interface Judged {
	mutant: Mutant;
	verdict: Verdict | null;
}

export interface Run {
	date: string;
	versions: string;
	seed: number;
	/** How much of all mutants was taken. */
	share: number;
	/** Null where it was more than one run. */
	minutes: number | null;
	/** How many were tried at once. */
	workers: number;
	/** Seconds of tests that a mutant got on each level. */
	seconds: number;
	judged: Judged[];
	known: KnownFile[];
}

/** What a room came to. */
interface Score {
	room: Room;
	mutants: number;
	covered: number;
	killed: number;
	/** Those of the killed that were ended because they went on without end. */
	endless: number;
	excused: number;
}

export const isDead = (verdict: Verdict | null) =>
	verdict?.outcome === 'killed' || verdict?.outcome === 'slow';

/** What the rooms came to, in the order of the list. */
export function scores(judged: readonly Judged[]): Score[] {
	return ROOMS.map((room) => {
		const own = judged.filter(({ mutant }) => roomOf(mutant.file) === room);
		const count = (is: (entry: Judged) => boolean) => own.filter(is).length;
		return {
			room,
			mutants: own.length,
			covered: count(({ verdict }) => verdict?.outcome !== 'uncovered'),
			killed: count(({ verdict }) => isDead(verdict)),
			endless: count(({ verdict }) => verdict?.outcome === 'slow'),
			excused: count(({ mutant, verdict }) => !isDead(verdict) && reasonFor(mutant) !== null),
		};
	});
}

/** Killed of covered, in percent with one place. */
export function percent({ killed, covered }: Pick<Score, 'killed' | 'covered'>): string {
	return covered === 0 ? '–' : `${(Math.floor((killed / covered) * 1000) / 10).toFixed(1)} %`;
}

/** The run as a page of documentation. */
export function mutationPage(run: Run): string {
	const { date, versions, seed, share, minutes, seconds, workers, judged, known } = run;
	const alive = judged.filter(({ verdict }) => !isDead(verdict));
	const tests = known.reduce((sum, file) => sum + file.tests.length, 0);
	const unfit = known.flatMap(({ file, unfit: list }) => list.map(({ name }) => `${file}: ${name}`));
	const taken = share < 1 ? `${Math.round(share * 100)} % of all, drawn by seed ${seed}` : 'all of them';
	return [
		'# Mutation',
		`Written by \`npm run mutation\` on ${date} with ${versions}, seed ${seed}, on ${workers === 1 ? 'one process' : `${workers} processes`}, ${minutes === null ? 'in several runs (`--again`, `--new`)' : `in ${minutes} minutes`}. Mutants: ${judged.length}, ${taken}. Tests that judge them: ${tests} of \`test/unit\` and \`test/workflows\`, without those that measure time.`,
		'A mutant is one small change of the code: a comparison moved by one or turned round, `&&` for `||`, a condition that always holds or never does, another sign, a small number one higher, an emptied result, a call left out, a `?.` or a default taken away. It is killed when one of the tests that reach it fails. Texts, types and tables are not changed, nor numbers over 10, which are measures found by trying.',
		table(
			['Room', 'Mutants', 'Covered', 'Killed', 'of these endless', 'Score', 'Alive with a reason', 'Alive without'],
			scores(judged).map((score) => [
				score.room,
				score.mutants,
				score.covered,
				score.killed,
				score.endless,
				percent(score),
				score.excused,
				score.mutants - score.killed - score.excused,
			]),
		),
		`*Score* is killed of covered, and counts those with a reason as alive. It is a lower bound: a mutant gets the quickest ${seconds} seconds of the unit tests that reach it, as much of the workflows, and counts as alive after that. *pipeline* is the files directly in \`nodes/ClovaOcr\`; *reading* is without masking, which stands for itself.`,
		...(unfit.length > 0
			? ['These tests did not pass unmutated in this run, or not twice, and judge nothing:', list(unfit)]
			: []),
		'## What lives, with a reason',
		'No test can notice these, or none should.',
		list(
			alive.flatMap(({ mutant }) => {
				const reason = reasonFor(mutant);
				return reason === null ? [] : [`${described(mutant)}: ${reason}`];
			}),
		),
		'## What lives without a reason',
		'Each of these is a test that is missing, or a reason that nobody has written down yet (`test/mutation/reasons`).',
		...ROOMS.flatMap((room) => {
			const own = survivors(alive.filter(({ mutant }) => roomOf(mutant.file) === room));
			return own.length === 0 ? [] : [`### ${room}`, list(own)];
		}),
	].join('\n\n');
}

/** What lives without a reason, a line each. */
export function survivors(judged: readonly Judged[]): string[] {
	return judged
		.filter(({ mutant, verdict }) => !isDead(verdict) && reasonFor(mutant) === null)
		.map((entry) => `${described(entry.mutant)}${noteOf(entry)}`);
}

function described({ file, line, column, operator, original }: Mutant): string {
	const text = original.replace(/\s+/g, ' ');
	const short = text.length > 70 ? `${text.slice(0, 67)}…` : text;
	const place = `${file.replace('nodes/ClovaOcr/', '')}:${line}:${column}`;
	return `${place} *${operator}* ${short.includes('`') ? `\`\` ${short} \`\`` : `\`${short}\``}`;
}

function noteOf({ verdict }: Judged): string {
	if (verdict === null) return ' (not run)';
	if (verdict.outcome === 'uncovered') return ' (no test reaches it)';
	return verdict.outcome === 'unfinished' ? ' (some slow tests that reach it were not run)' : '';
}

function list(lines: readonly string[]): string {
	return lines.length === 0 ? 'None.' : lines.map((line) => `- ${line}`).join('\n');
}

function table(heads: string[], rows: Array<Array<string | number>>): string {
	const line = (cells: Array<string | number>) => `| ${cells.join(' | ')} |`;
	return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
