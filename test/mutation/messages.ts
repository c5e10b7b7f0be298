import type { Cost } from './runner';

/** One test as the unmutated run knows it. */
export interface KnownTest {
	file: string;
	/** Its place in the file. */
	index: number;
	name: string;
	/** What it takes itself, and what is made once for it and others. */
	own: Cost;
	setUp: Cost;
	/** The numbers of the places that it reaches, hooks included. */
	reaches: number[];
}

/** A file of tests as the unmutated run knows it. */
export interface KnownFile {
	file: string;
	/** Of this file and the sources, as they were. */
	key: string;
	/** Whether its tests share something that is made once. */
	shares: boolean;
	tests: KnownTest[];
	/** Places that are reached while the sources are loaded, and while the file declares its tests. */
	atLoading: number[];
	atDeclaring: number[];
	/** Tests that did not pass unmutated, with why: they judge nothing. */
	unfit: Array<{ name: string; why: string }>;
}

/** What a worker is asked. */
export type Request =
	| { kind: 'learn'; file: string }
	| { kind: 'repeat'; known: KnownFile }
	/** `seconds` of tests are run at most, as long as they keep a processor busy unmutated. */
	| { kind: 'try'; mutant: number; level: Level; seconds: number };

export type Level = 'unit' | 'workflows';

/** What a mutant came to on one level of tests. */
export interface Verdict {
	outcome: 'killed' | 'slow' | 'survived' | 'uncovered' | 'unfinished';
	/** The test that noticed, and what it said. */
	by: string;
	why: string;
	/** How many tests were run. */
	tests: number;
	/** The same test fails without the mutant now: the process is not what it was. */
	spoilt: boolean;
}

export type Reply =
	| { kind: 'learnt'; known: KnownFile }
	| { kind: 'repeated'; unfit: KnownFile['unfit'] }
	| { kind: 'verdict'; verdict: Verdict }
	| { kind: 'crashed'; why: string };

/** What every worker reads when it starts. */
export interface Plan {
	seed: number;
	places: number;
	/** TypeScript with its mutants, by file from the repository's root. */
	sources: Record<string, string>;
	/** Which places stand in which file, and the files that import it. */
	files: Array<{ file: string; first: number; end: number; importers: string[] }>;
}

/** How much longer than unmutated a test may take before it counts as one that does not end. */
export const PATIENCE = { times: 10, milliseconds: 4000, asked: 200_000 };
