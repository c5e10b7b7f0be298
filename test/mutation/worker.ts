import fc from 'fast-check';

import { fs, nodeProcess, path } from '../support/node';
import { Attempts } from './attempt';
import { installHarness } from './harness';
import { learn, repeat } from './learn';
import { installLoader } from './loader';
import type { KnownFile, Plan, Reply, Request } from './messages';
import { Schedule } from './schedule';
import { installSwitch, takeReached } from './switch';
// Before the words of the tests are known, or it would take the end of one file for its own.
import '../support/n8nHome';

/** A process that runs tests, one request after another: `worker.ts PLAN [KNOWN]`. */
const [planFile, knownFile] = nodeProcess.argv.slice(2);
const plan: Plan = readJson(planFile);
const loading = new Set<number>();
installSwitch(plan.places);
installLoader(plan.sources, () => {
	for (const number of takeReached()) loading.add(number);
});
installHarness();
// The same examples each time, and no search for the smallest one that fails.
fc.configureGlobal({ seed: plan.seed, endOnFailure: true });
const attempts = new Attempts(new Schedule(readKnown(), nearOf(plan), placeOf));

async function answer(request: Request): Promise<Reply> {
	switch (request.kind) {
		case 'learn':
			return { kind: 'learnt', known: await learn(request.file, loading) };
		case 'repeat':
			return { kind: 'repeated', unfit: await repeat(request.known) };
		case 'try':
			return { kind: 'verdict', verdict: await attempts.attempt(request.mutant, request.level, request.seconds) };
	}
}

function readKnown(): KnownFile[] {
	return knownFile === undefined ? [] : readJson<KnownFile[]>(knownFile);
}

function readJson<T>(file: string): T {
	const read: T = JSON.parse(fs.readFileSync(file, 'utf8'));
	return read;
}

function placeOf(mutant: number): { folder: string; name: string } {
	const file = plan.files.find(({ first, end }) => mutant >= first && mutant < end)?.file ?? '';
	return { folder: path.dirname(file).replace('nodes/ClovaOcr', ''), name: path.basename(file, '.ts') };
}

/** The places of a mutant's file and of the files that import it. */
function nearOf({ files }: Plan): (mutant: number) => ReadonlySet<number> {
	const near = new Map<string, Set<number>>();
	return (mutant) => {
		const own = files.find(({ first, end }) => mutant >= first && mutant < end);
		if (own === undefined) return new Set();
		const found = near.get(own.file);
		if (found !== undefined) return found;
		const places = new Set<number>();
		for (const { file, first, end } of files) {
			if (file !== own.file && !own.importers.includes(file)) continue;
			for (let number = first; number < end; number += 1) places.add(number);
		}
		near.set(own.file, places);
		return places;
	};
}

nodeProcess.on('message', (request: Request) => {
	answer(request)
		.catch((error: unknown): Reply => {
			const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
			return { kind: 'crashed', why };
		})
		.then((reply) => nodeProcess.send?.(reply))
		.catch(() => nodeProcess.exit(1));
});
// What goes wrong between two tests belongs to none, and must not end the process.
nodeProcess.on('unhandledRejection', () => undefined);
nodeProcess.on('uncaughtException', () => undefined);
nodeProcess.send?.({ kind: 'ready' });
