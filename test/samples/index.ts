import { bizLicenseSamples } from './businessRegistration/index';
import { businessCardSamples } from './businessCard/index';
import { creditCardSample } from './creditCard/index';
import { formSamples } from './form/index';
import { foreignPassportSample } from './foreignPassport/index';
import { idCardSamples } from './idCard/index';
import { receiptSamples } from './receipt/index';
import { tableSamples } from './table/index';
import { textSamples } from './text/index';
import type { DocumentSample, Sample } from './types';

export { reportLines, reportPdf } from './text/index';
export type { DocumentSample, Sample } from './types';

/** The samples that the Document and ID card APIs read. */
export const documentSamples: DocumentSample[] = [
	...receiptSamples,
	...bizLicenseSamples,
	...businessCardSamples,
	creditCardSample,
	...idCardSamples,
	foreignPassportSample,
];

/** Every sample document, in the order in which the demo shows them. */
export const samples: Sample[] = [
	...textSamples,
	...tableSamples,
	...formSamples,
	...documentSamples,
];

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
