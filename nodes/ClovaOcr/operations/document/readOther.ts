import type { Leaf } from '../../reading/document/leaf';
import { readPage, toReading, type PageReading } from '../../reading/document/readPage';
import {
	ITEMS,
	MOST_REPEATED,
	readOtherTable,
	wrapperIn,
} from '../../reading/document/readOtherTable';
import type { PageAnswer } from '../../reading/page';
import { hasSeveralPages } from '../../reading/pageOutcome';
import type { Reading, ReadingOptions } from '../../reading/reading';
import { freeName } from '../../shared/itemKeys';
import { flatList, isObject, type JsonObject } from '../../shared/json';
import type { Operation } from '../types';

/** Documents of a model that this node has no operation for. */
export const readOther: Operation = {
	resource: 'document',
	value: 'readOther',
	name: 'Read Other Document',
	action: 'Read other document',
	description: 'Read a document of any other model of CLOVA OCR, by the names of its own answer',
	path: null,
	pagesPerCall: 1,
	fetchesUrl: false,
	splitInto: [
		{
			name: 'Documents',
			value: 'document',
			description: 'One item per document, with its single values',
		},
		{
			name: 'Rows',
			value: 'row',
			description: 'One item per record of its lists, with the single values of the document',
		},
	],
	masks: 'byDefault',
	// Nobody knows where numbers stand, so all text is searched.
	sensitive: [],
	// The values of a document have the names that CLOVA gives them.
	valuesSchema: () => null,
	read(pages: PageAnswer[], options: ReadingOptions): Reading[] {
		const severalPages = hasSeveralPages(pages);
		return pages
			.map((page) => readOtherPage(page, severalPages, options))
			.flatMap((page) =>
				options.splitInto === 'row'
					? rowsOf(page).map((row) => toReading(row, options, 'short'))
					: [toReading(page, options)],
			);
	},
};

function readOtherPage(
	page: PageAnswer,
	severalPages: boolean,
	options: ReadingOptions,
): PageReading {
	const wrapper = wrapperIn(page.image?.raw ?? {});
	const type = {
		wrapper,
		read: (entry: Parameters<typeof readOtherTable>[0]) => readOtherTable(entry, wrapper),
	};
	return readPage(page, severalPages, type, options);
}

/**
 * A document without lists is one row; a record's own names go before those of the document. Where too
 * much would be repeated, the first row alone has the document's own values.
 */
function rowsOf(page: PageReading): PageReading[] {
	const { [ITEMS]: items, ...single } = page.values;
	const records = flatList(items).filter(isObject);
	if (records.length === 0) return [{ ...page, values: single }];
	const [own, ofRecords] = shownByRecord(page.shown, records.length);
	const repeats = records.length * own.size <= MOST_REPEATED;
	return records.map((record, index) => {
		const whole = repeats || index === 0;
		const shown = new Map([...(whole ? own : []), ...ofRecords[index]]);
		const values = whole ? joined(record, single) : record;
		return { ...page, values, shown, leaves: [...shown.values()], unread: [] };
	});
}

type Shown = PageReading['shown'];

/** The values of the document itself, and those of each record under the names that they have in it. */
function shownByRecord(shown: Shown, count: number): [Shown, Shown[]] {
	const own = new Map<string, Leaf>();
	const records = Array.from({ length: count }, () => new Map<string, Leaf>());
	for (const [key, leaf] of shown) {
		const [, index, name] = RECORD_KEY.exec(key) ?? [];
		const record = index === undefined ? undefined : records[Number(index)];
		if (record === undefined || name === undefined) own.set(key, leaf);
		else record.set(name, leaf);
	}
	return [own, records];
}

const RECORD_KEY = new RegExp(`^${ITEMS}\\[(\\d+)\\]\\.(.*)$`, 's');

function joined(record: JsonObject, single: JsonObject): JsonObject {
	const taken = new Set(Object.keys(record));
	const rest = Object.entries(single).map(([name, value]) => {
		const key = freeName(name, taken);
		taken.add(key);
		return [key, value] as const;
	});
	return { ...record, ...Object.fromEntries(rest) };
}
