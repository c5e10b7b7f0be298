import { bizLicenseSamples } from './kinds/bizLicense';
import { businessCardSamples } from './kinds/businessCard';
import { creditCardSample } from './kinds/creditCard';
import { formSamples } from './kinds/form';
import { foreignPassportSample } from './kinds/foreignPassport';
import { idCardSamples } from './kinds/idCard';
import { receiptSamples } from './kinds/receipt';
import { tableSamples } from './kinds/tables';
import { textSamples } from './kinds/text';
import type { DocumentSample, Sample } from './types';

export { reportLines, reportPdf } from './kinds/text';
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
