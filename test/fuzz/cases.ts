import { Random } from '../masking/random';
import { threadMs } from '../support/measure';
import { performance } from '../support/node';
import { answers } from './answers';
import { insist, type Kind } from './kind';
import { patterns } from './patterns';
import { pdfs } from './pdfs';
import { pictures } from './pictures';
import { ranges } from './ranges';
import { urls } from './urls';

const KINDS: readonly Kind[] = [answers, ranges, urls, patterns, pictures, pdfs];

/** The most processor time that one case may take. */
const MOST_MS = 1000;

/** One case: the same seed, kind and index make the same one everywhere. */
export interface Case {
	kind: Kind;
	index: number;
}

/**
 * The first cases of a run, kinds in the order of a wheel of a hundred.
 * @param share gives each of several processes turns of the wheel of its own, so that all work alike
 */
export function* firstCases(count: number, share = { index: 0, shares: 1 }): Generator<Case> {
	const wheel = KINDS.flatMap((kind) =>
		Array.from({ length: kind.share }, (_, at) => ({ kind, place: (at + 0.5) / kind.share })),
	).sort((a, b) => a.place - b.place);
	for (let at = 0; at < count; at++) {
		const turn = Math.floor(at / wheel.length);
		if (turn % share.shares !== share.index) continue;
		yield { kind: wheel[at % wheel.length].kind, index: at };
	}
}

/**
 * A case as a failed run names it, such as `answers/17`.
 * @throws Error where there is none of that name
 */
export function namedCase(name: string): Case {
	const [kindName, index] = name.split('/');
	const kind = KINDS.find((each) => each.name === kindName);
	insist(kind !== undefined && /^\d+$/.test(index ?? ''), `There is no case '${name}'`);
	return { kind, index: Number(index) };
}

/**
 * Works through a case.
 * @returns what is wrong, or null
 */
export async function faultOf(seed: number, each: Case): Promise<string | null> {
	const begun = performance.now();
	const fault = await thrownBy(seed, each);
	if (fault !== null || performance.now() - begun <= MOST_MS) return fault;
	// It may have met other work, a collection of garbage or a first use: what counts is its own time.
	const used = threadMs();
	const again = await thrownBy(seed, each);
	const took = Math.round(threadMs() - used);
	return again ?? (took > MOST_MS ? `It takes ${took} ms` : null);
}

async function thrownBy(seed: number, { kind, index }: Case): Promise<string | null> {
	try {
		await kind.run(new Random(mixed(seed, kind.name, index)));
	} catch (error) {
		return error instanceof Error ? (error.stack ?? error.message) : String(error);
	}
	return isUntouched() ? null : 'The prototype of all objects was touched';
}

const UNTOUCHED = Object.entries(Object.getOwnPropertyDescriptors(Object.prototype));

function isUntouched(): boolean {
	return (
		Object.getOwnPropertyNames(Object.prototype).length === UNTOUCHED.length &&
		UNTOUCHED.every(([name, { value, get }]) => {
			const now = Object.getOwnPropertyDescriptor(Object.prototype, name);
			return now?.value === value && now?.get === get;
		})
	);
}

/** FNV-1a over what names the case. */
function mixed(seed: number, kind: string, index: number): number {
	let hash = 0x811c9dc5;
	for (const character of `${seed}/${kind}/${index}`) {
		hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
	}
	return hash >>> 0;
}
