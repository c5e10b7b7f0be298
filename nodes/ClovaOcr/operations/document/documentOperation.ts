import {
	readPage,
	toReading,
	type DocumentType,
	type PageReading,
} from '../../reading/document/readPage';
import { readTable } from '../../reading/document/readTable';
import { schemaOf, sensitivePaths, type FieldTable } from '../../reading/document/table';
import type { SensitivePath } from '../../reading/masking/found';
import type { PageAnswer } from '../../reading/page';
import { hasSeveralPages } from '../../reading/pageOutcome';
import type { Reading, ReadingOptions } from '../../reading/reading';
import type { JsonObject } from '../../shared/json';
import type { Operation } from '../types';

/** What tells one document type from another; the rest of its operation follows. */
export interface DocumentDefinition
	extends Pick<Operation, 'action' | 'description' | 'name' | 'path' | 'resource' | 'value'> {
	/** Member of an `images[]` entry that holds the document. */
	wrapper: string;
	/** The output keys in order. */
	table: FieldTable;
	/** Where a document is more than its table. */
	read?: DocumentType['read'];
	/** Numbers to star beside those of the table. */
	sensitive?: SensitivePath[];
	/** Finer items than one per page: the selector's choices, and how the last of them is made. */
	split?: {
		choices: Operation['splitInto'];
		into: string;
		/** JSON Schema properties of the values of such an item, by output key. */
		schema: JsonObject;
		parts(read: PageReading): PageReading[];
	};
}

/** Makes the operation of a document type; keys, starred numbers and output schema follow from it. */
export function documentOperation(definition: DocumentDefinition): Operation {
	const { wrapper, table, read, sensitive, split, ...selector } = definition;
	const type: DocumentType = {
		wrapper,
		read: read ?? ((entry, options) => readTable(entry, table, options)),
	};
	return {
		...selector,
		wrapper,
		pagesPerCall: 1,
		fetchesUrl: false,
		splitInto: split?.choices ?? [],
		masks: 'byDefault',
		sensitive: [...sensitivePaths(table.fields), ...(sensitive ?? [])],
		valuesSchema: (splitInto) =>
			split !== undefined && splitInto === split.into ? split.schema : schemaOf(table),
		read(pages: PageAnswer[], options: ReadingOptions): Reading[] {
			const severalPages = hasSeveralPages(pages);
			return pages
				.map((page) => readPage(page, severalPages, type, options))
				.flatMap((page) =>
					split !== undefined && options.splitInto === split.into
						? split.parts(page).map((part) => toReading(part, options, 'short'))
						: [toReading(page, options)],
				);
		},
	};
}
