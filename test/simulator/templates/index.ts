import type { JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import type { Box } from '../../../nodes/ClovaOcr/shared/geometry';
import type { RecognizedWord, TemplateQuery, TemplateSet, Version } from '../types';
import { readRegion, scaledBox, type Region } from './region';
import { similarity } from './similar';
import { SAMPLE_TEMPLATES, type Template } from './templates';

/** A title with more than one letter in five wrong is another form's. */
const LEAST_SIMILAR = 0.8;

/** The templates of the sample forms, matched by their titles and read by real recognition. */
export function sampleTemplates(): TemplateSet {
	return {
		ids: SAMPLE_TEMPLATES.map(({ id }) => id),
		infer: async (query) => {
			const { words } = await query.recognize();
			const matches = SAMPLE_TEMPLATES.filter(({ id }) => query.templateIds.includes(id))
				.map((template) => matchOf(template, words, query))
				.sort((a, b) => b.similar - a.similar);
			const [best] = matches;
			return best !== undefined && best.similar >= LEAST_SIMILAR
				? membersOf(best, words, query)
				: null;
		},
	};
}

interface Match {
	template: Template;
	title: Region;
	similar: number;
	place(box: Box): Box;
}

function matchOf(template: Template, words: RecognizedWord[], { page }: TemplateQuery): Match {
	const place = (box: Box) =>
		scaledBox(box, page.width / template.width, page.height / template.height);
	const title = readRegion(words, place(template.title.box));
	return { template, title, place, similar: similarity(title.text, template.title.text) };
}

function membersOf(
	{ template, title, place }: Match,
	words: RecognizedWord[],
	{ version }: TemplateQuery,
): JsonObject {
	return {
		matchedTemplate: { id: template.id, name: template.name },
		title: {
			name: template.title.name,
			...outline(title.box, version),
			inferText: title.text,
			inferConfidence: title.confidence,
		},
		fields: template.fields.map(({ name, box }) =>
			fieldOf(name, readRegion(words, place(box)), version),
		),
	};
}

function fieldOf(name: string, { text, confidence, box }: Region, version: Version): JsonObject {
	const common = {
		name,
		valueType: 'ALL',
		...outline(box, version),
		inferText: text,
		inferConfidence: confidence,
	};
	return version === 'V1' ? common : { ...common, type: 'NORMAL', lineBreak: true };
}

/** The older version has the sides of a rectangle where the newer one has corners. */
function outline({ x, y, width, height }: Box, version: Version): JsonObject {
	if (version === 'V1') return { bounding: { top: y, left: x, width, height } };
	const [right, bottom] = [x + width, y + height];
	const vertices = [
		{ x, y },
		{ x: right, y },
		{ x: right, y: bottom },
		{ x, y: bottom },
	];
	return { boundingPoly: { vertices } };
}
