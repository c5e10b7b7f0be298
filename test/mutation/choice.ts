import { nodeProcess } from '../support/node';
import type { Mutant } from './instrument';
import type { Level } from './messages';

/** What was asked for on the command line. */
export interface Choice {
	/** Parts of ids, such as folders, files or whole ids; none for all. */
	only: string[];
	/** How the names of the files of tests begin that are asked. */
	tests: string[];
	/** How many mutants are tried at once. */
	workers: number;
	/** How much of all mutants is taken, by chance. */
	share: number;
	seed: number;
	/** Only what lived the last time, or is new; the rest is taken from then. */
	again: boolean;
	/** Only what has never been tried; the rest is taken from before. */
	fresh: boolean;
	/** Also those of which a reason says why no test can notice them. */
	all: boolean;
	/** Seconds of tests that a mutant may take on each level. */
	seconds: number;
	/** Tests of which levels are run. */
	levels: readonly Level[];
}

/** So much is tried in about half an hour on two free cores. */
const USUAL_SHARE = 0.3;
const LEVELS = ['unit', 'workflows'] as const;
/** More would only wait for each other on the machines that run this. */
const USUAL_WORKERS = 2;

export function choiceOf(given: readonly string[] = nodeProcess.argv.slice(2)): Choice {
	const valueOf = (name: string) =>
		given.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
	return {
		only: listOf(valueOf('only')),
		tests: listOf(valueOf('tests')),
		workers: Number(valueOf('workers') ?? USUAL_WORKERS),
		share: Number(valueOf('share') ?? USUAL_SHARE),
		seed: Number(valueOf('seed') ?? 1),
		again: given.includes('--again') || given.includes('--new'),
		fresh: given.includes('--new'),
		all: given.includes('--all'),
		seconds: Number(valueOf('seconds') ?? 4),
		levels: LEVELS.filter((level) => (valueOf('level') ?? level) === level),
	};
}

/** The mutants that are looked at: the same for the same seed. */
export function drawn(mutants: readonly Mutant[], { only, share, seed }: Choice): Mutant[] {
	const next = randomOf(seed);
	const wanted = mutants.filter(() => next() < share);
	return wanted.filter(({ id }) => only.length === 0 || only.some((part) => id.includes(part)));
}

function listOf(value = ''): string[] {
	return value.split(',').filter((part) => part !== '');
}

/** Linear congruential numbers from 0 to 1 (Numerical Recipes). */
function randomOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1664525 + 1013904223) % 2 ** 32;
		return state / 2 ** 32;
	};
}
