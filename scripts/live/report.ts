import type { ApiPath } from '../../nodes/ClovaOcr/clova/endpoint';
import type { Outcome } from './check';
import { uncertainPaths, type Deviation, type DeviationKind } from './compare';
import { answerShape } from './contract';

const HEADINGS: Record<DeviationKind, string> = {
	unknown: 'Members that are new to us',
	missing: 'Members that should always be there but are not',
	type: 'Members of another kind',
	value: 'Members with a value that is new to us (the value is not shown)',
};

/**
 * The findings as a text to paste into an issue. It is made of member names, kinds, outcomes and
 * sample names only: nothing that was read, no address, no secret.
 */
export function reportOf(path: ApiPath, outcomes: Outcome[]): string {
	const kinds: DeviationKind[] = ['unknown', 'missing', 'type', 'value'];
	const sections = kinds.map((kind) => sectionOf(HEADINGS[kind], findings(outcomes, kind)));
	const count = new Set(outcomes.flatMap(({ comparison }) => comparison.deviations.map(keyOf)))
		.size;
	return [
		`## Live check of ${path}`,
		'',
		...outcomes.map(
			({ sample, result, doubts }) => `- ${[`${sample}: ${result}`, ...doubts].join(', ')}`,
		),
		'',
		count === 0 ? 'No deviations.' : `${count} deviation${count === 1 ? '' : 's'}.`,
		...sections.flat(),
		...uncertainSection(path, outcomes),
	].join('\n');
}

/** Each finding once, with the samples that showed it. */
function findings(outcomes: Outcome[], kind: DeviationKind): string[] {
	const found = new Map<string, string[]>();
	for (const { sample, comparison } of outcomes) {
		const lines = comparison.deviations.filter((each) => each.kind === kind).map(lineOf);
		for (const line of new Set(lines)) found.set(line, [...(found.get(line) ?? []), sample]);
	}
	return [...found].map(([line, where]) => `${line} (${where.join(', ')})`);
}

function lineOf({ path, detail }: Deviation): string {
	return `\`${path}\`: ${detail}`;
}

function keyOf({ kind, path, detail }: Deviation): string {
	return [kind, path, detail].join(' ');
}

function sectionOf(heading: string, lines: string[]): string[] {
	return lines.length === 0 ? [] : ['', `### ${heading}`, '', ...lines.map((line) => `- ${line}`)];
}

/** What was only guessed so far: came, or did not come. */
function uncertainSection(path: ApiPath, outcomes: Outcome[]): string[] {
	if (outcomes.every(({ result }) => result !== 'SUCCESS')) return [];
	const came = new Map(outcomes.flatMap(({ comparison }) => [...comparison.confirmed]));
	const paths = uncertainPaths(answerShape(path), 'answer').filter(
		// Of every value, hence of no use one by one.
		(each) => !/\.(keyText|confidenceScore)$/.test(each) || came.has(each),
	);
	const lines = paths.map((each) => `\`${each}\`: ${came.get(each) ?? 'did not come'}`);
	return sectionOf('Members that were a guess so far', lines);
}
