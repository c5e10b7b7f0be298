import { textReadings, textSchema } from '../../reading/general/textReadings';
import { hideOnPage, maskedFile } from '../maskedFile';
import type { Operation } from '../types';

/** The same picture or scan with the numbers of persons and cards blacked out. */
export const createMaskedCopy: Operation = {
	resource: 'general',
	value: 'createMaskedCopy',
	name: 'Create Masked Copy',
	action: 'Create masked copy of document',
	description: 'Black out personal and card numbers in the pixels of a scan (JPEG, PNG or PDF)',
	path: '/general',
	pagesPerCall: 10,
	fetchesUrl: true,
	splitInto: [],
	sensitive: [],
	masks: 'always',
	fileMaker: maskedFile(hideOnPage),
	hidesAlso: true,
	valuesSchema: () => textSchema('file'),
	read: (pages, options) => textReadings(pages, { ...options, splitInto: 'file' }),
};
