import { templateReadings } from '../../reading/template/templateReadings';
import type { Operation } from '../types';

/** The user's own forms, read by the templates that were drawn in CLOVA's builder. */
export const extractFields: Operation = {
	resource: 'template',
	value: 'extractFields',
	name: 'Extract Fields',
	action: 'Extract fields of template',
	description: 'Read the fields of your own forms, by the templates that you drew in the builder',
	path: '/infer',
	pagesPerCall: 1,
	fetchesUrl: true,
	splitInto: [],
	masks: 'onRequest',
	sensitive: [],
	// The fields of a template have the names that the user gave them.
	valuesSchema: () => null,
	read: templateReadings,
};
