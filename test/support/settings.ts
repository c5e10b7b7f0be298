import type { ItemSettings } from '../../nodes/ClovaOcr/input/settings';
import { readOptions } from '../../nodes/ClovaOcr/options';
import { PLAIN } from './answers';

/** Settings of an item with the node's defaults, as far as nothing else is given. */
export function itemSettings(more: Partial<ItemSettings> = {}): ItemSettings {
	const { values } = readOptions({});
	const { rateLimitWait, maxTries, retryOn } = values;
	return {
		...values,
		inputType: 'binary',
		output: 'simplified',
		fields: [],
		mask: 'standard',
		outputBinaryField: 'data',
		alsoHide: [],
		reading: PLAIN,
		retry: { rateLimitWait, maxTries, retryOn },
		...more,
	};
}
