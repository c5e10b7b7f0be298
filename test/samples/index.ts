import { textSamples } from './kinds/text';
import type { Sample } from './types';

export type { Sample } from './types';

/** Every sample document, in the order in which the demo shows them. */
export const samples: Sample[] = [...textSamples];

/**
 * The sample of that name.
 * @throws Error when there is none, naming those that there are
 */
export function sample(id: string): Sample {
	const found = samples.find((each) => each.id === id);
	if (found === undefined) {
		const known = samples.map((each) => each.id).join(', ');
		throw new Error(`No sample is called "${id}". There are: ${known}`);
	}
	return found;
}
