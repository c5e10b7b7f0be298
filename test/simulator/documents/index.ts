import { documentSamples } from '../../samples/index';
import type { Sheet } from '../../samples/drawing/sheet';
import type { DocumentSample } from '../../samples/types';
import { pathOf } from '../../support/apis';
import { greyPixels } from '../pictures/raster';
import { defaultDomains } from '../domains';
import { sampleTemplates } from '../templates';
import type { DocumentReader, SimulatorOptions } from '../types';
import { drawingOf } from './drawing';
import { isAlike, likenessOf, type Likeness } from './likeness';
import { documentOf } from './result';

export { variantNames } from './result';

/**
 * Reads the sample documents, and nothing else: a document is known by its picture, however that
 * was encoded, and answered from the data that it was drawn from. The card APIs know each other's
 * documents as little as the service does.
 * @param variant which of the ways in which real answers differ; see `variantNames`
 */
export function sampleDocuments(variant = 0): DocumentReader {
	return async ({ path, page }) => {
		const candidates = documentSamples.filter(
			({ resource, operation }) => pathOf(resource, operation) === path,
		);
		const seen = likenessOf(await page.raster());
		for (const sample of candidates) {
			const known = drawnOnce(sample);
			if (isAlike(known.likeness, seen))
				return documentOf(sample, drawingOf(known.sheet, page), variant);
		}
		return null;
	};
}

/** Everything that a simulator needs to read the samples: documents, and the forms' templates. */
export function sampleReaders(variant = 0): SimulatorOptions {
	return {
		documents: sampleDocuments(variant),
		domains: defaultDomains().map((domain) =>
			domain.kind === '/infer' ? { ...domain, templates: sampleTemplates() } : domain,
		),
	};
}

interface Drawn {
	sheet: Sheet;
	likeness: Likeness;
}

const drawings = new Map<DocumentSample, Drawn>();

/** A sample never changes, so that all simulators of a process share its drawing. */
function drawnOnce(sample: DocumentSample): Drawn {
	const known = drawings.get(sample);
	if (known !== undefined) return known;
	const sheet = sample.draw();
	const drawn = { sheet, likeness: likenessOf(greyPixels(sheet.context.canvas)) };
	drawings.set(sample, drawn);
	return drawn;
}
