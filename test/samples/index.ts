import { operations } from '../../nodes/ClovaOcr/operations';
import { createRequire, fs, path, repositoryRoot } from '../support/node';
import type { DocumentSample, Sample } from './types';

export type { DocumentSample, Sample } from './types';

const FOLDER = path.join(repositoryRoot, 'test/samples');

/**
 * Every sample document, in the order in which the node offers what reads them. Each folder with an
 * `index.ts` is a kind of document; that file exports its `samples`.
 */
export const samples: Sample[] = fs
	.readdirSync(FOLDER)
	.filter((name) => fs.existsSync(path.join(FOLDER, name, 'index.ts')))
	.flatMap(samplesOfKind)
	.sort((one, other) => placeOf(one) - placeOf(other));

/** The samples that the Document and ID card APIs read. */
export const documentSamples: DocumentSample[] = samples.filter(isDocumentSample);

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

function samplesOfKind(folder: string): Sample[] {
	const load = createRequire(path.join(FOLDER, 'index.ts'));
	const { samples: found }: { samples?: Sample[] } = load(`./${folder}/index.ts`);
	if (found === undefined) throw new Error(`test/samples/${folder}/index.ts exports no samples`);
	return found;
}

function placeOf({ resource, operation }: Sample): number {
	return operations.findIndex((each) => each.resource === resource && each.value === operation);
}

function isDocumentSample(sample: Sample): sample is DocumentSample {
	return 'answer' in sample;
}
