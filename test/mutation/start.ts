import { createRequire, fs, nodeProcess, path, performance, repositoryRoot } from '../support/node';
import { choiceOf, drawn, type Choice } from './choice';
import type { Mutant } from './instrument';
import { learnAll } from './learnAll';
import { keep, placeOf, planOf } from './plan';
import { Worker } from './pool';
import { reasonFor } from './reasons';
import { isDead, mutationPage, percent, scores, survivors } from './report';
import { Results, tryAll } from './results';

/** So few are told one by one. */
const FEW = 300;
const begun = performance.now();

/**
 * `npm run mutation`: changes the code in small ways, one at a time, and looks whether a test notices.
 * Writes docs/MUTATION.md. `-- --only=reading/masking` takes part of it, as do files and ids of mutants,
 * and writes nothing; `--tests=test/unit/reading` asks no other tests; `--share=1` takes all instead of 30 % drawn by chance, `--seed=7` draws
 * others; `--again` tries only what lived the last time, `--new` only what has never been tried, and both
 * take the rest from before; `--all` tries what has a reason too; `--seconds=60` runs so much of the tests
 * that reach a mutant before it is left alive; `--level=unit` leaves workflows out; `--workers=1` tries one
 * at a time.
 */
async function main(): Promise<void> {
	const choice = choiceOf();
	const { plan, mutants } = planOf(choice.seed);
	const planFile = keep('plan.json', plan);
	const taken = drawn(mutants, choice);
	const results = new Results();
	const wanted = taken.filter(
		(mutant) =>
			(!choice.again || !isDead(results.of(mutant.id))) &&
			(!choice.fresh || results.of(mutant.id) === null) &&
			(choice.all || reasonFor(mutant) === null),
	);
	say(`${wanted.length} of ${mutants.length} mutants`);
	const learners = startWorkers(choice, planFile);
	const known = await learnAll(learners, plan, choice);
	for (const worker of learners) worker.stop();
	for (const { file, unfit } of known)
		for (const { name, why } of unfit) say(`unfit: ${file}: ${name}: ${why.slice(0, 300)}`);
	say(`${known.reduce((sum, { tests }) => sum + tests.length, 0)} tests`);
	const workers = startWorkers(choice, planFile, placeOf('known.json'));
	await runLevels(workers, wanted, results, choice);
	for (const worker of workers) worker.stop();
	const judged = taken.map((mutant) => ({ mutant, verdict: results.of(mutant.id) }));
	for (const score of scores(judged)) {
		say(
			`${score.room}: ${score.mutants} mutants, ${score.covered} covered, ${score.killed} killed, ${percent(score)}`,
		);
	}
	if (choice.only.length + choice.tests.length > 0) {
		for (const line of survivors(judged)) say(line);
		return;
	}
	const file = path.join(repositoryRoot, 'docs/MUTATION.md');
	const page = mutationPage({ ...circumstances(choice), judged, known });
	fs.writeFileSync(file, `${page}\n`);
}

/** Unit tests first; what lives is tried on workflows, which take longer. */
async function runLevels(
	workers: readonly Worker[],
	wanted: readonly Mutant[],
	results: Results,
	{ levels, seconds }: Choice,
): Promise<void> {
	let left = wanted;
	for (const level of levels) {
		const alive: Mutant[] = [];
		let done = 0;
		await tryAll(workers, left, level, seconds, (mutant, verdict) => {
			const reached = level === 'unit' || verdict.outcome !== 'uncovered';
			if (reached) results.set(mutant.id, verdict);
			if (!isDead(verdict)) alive.push(mutant);
			done += 1;
			if (wanted.length <= FEW) {
				const { outcome, by, why, tests, spoilt } = verdict;
				const end = `${outcome} after ${tests} tests${spoilt ? ', spoilt' : ''}`;
				say(`${mutant.id} ${end} ${by} ${why.replace(/\s+/g, ' ').slice(0, 200)}`);
			}
			if (done % 50 > 0) return;
			say(`${level}: ${done} of ${left.length}, ${alive.length} alive`);
			results.save();
		});
		results.save();
		left = alive;
	}
}

function circumstances({ seed, share, seconds, again, workers }: Choice) {
	const load = createRequire(path.join(repositoryRoot, 'package.json'));
	const versionOf = (name: string) => {
		const manifest: { version: string } = load(`${name}/package.json`);
		return `${name} ${manifest.version}`;
	};
	return {
		date: new Date().toISOString().slice(0, 10),
		versions: `${versionOf('typescript')}, ${versionOf('n8n-core')}, Node.js ${nodeProcess.version}`,
		seed,
		share,
		seconds,
		workers,
		minutes: again ? null : Math.round((performance.now() - begun) / 60_000),
	};
}

function startWorkers({ workers }: Choice, ...files: string[]): Worker[] {
	return Array.from({ length: workers }, () => new Worker(files));
}

function say(line: string): void {
	const seconds = Math.round((performance.now() - begun) / 1000);
	nodeProcess.stdout.write(`${seconds} s: ${line}\n`);
}

main().then(
	() => nodeProcess.exit(0),
	(error: unknown) => {
		const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
		nodeProcess.stdout.write(`${text}\n`);
		nodeProcess.exit(1);
	},
);
