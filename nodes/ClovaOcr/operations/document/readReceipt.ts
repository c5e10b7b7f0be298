import {
	checkExpectedTotal,
	checkItemsTotal,
	checkLineTotals,
	checkTax,
} from '../../reading/checks/receipt';
import { asList, asNumber, asObject, asText, type Json, type JsonObject } from '../../shared/json';
import type { Leaf } from '../../reading/document/leaf';
import type { PageReading } from '../../reading/document/readPage';
import { schemaOf } from '../../reading/document/table';
import type { Checks, PartlyRead, RowsField, FieldTable } from '../../reading/document/table';
import { readCurrency } from '../../reading/values/amount';
import { readTimeBesideDate } from '../../reading/values/time';
import { documentOperation } from './documentOperation';

const ITEMS: RowsField = {
	key: 'items',
	path: 'subResults.items',
	columns: [
		{ key: 'name', path: 'name', kind: 'text' },
		{ key: 'code', path: 'code', kind: 'text', sensitive: 'barcode' },
		{ key: 'quantity', path: 'count', kind: 'quantity' },
		{ key: 'unitPrice', path: 'price.unitPrice', kind: 'amount' },
		{ key: 'price', path: 'price.price', kind: 'amount' },
	],
};

const RECEIPT: FieldTable = {
	fields: [
		{ key: 'storeName', path: 'storeInfo.name', kind: 'text' },
		{ key: 'storeBranch', path: 'storeInfo.subName', kind: 'text' },
		{
			key: 'businessNumber',
			path: 'storeInfo.bizNum',
			kind: 'businessNumber',
			check: 'businessNumber',
		},
		{ key: 'storePhone', path: 'storeInfo.tel', kind: 'phone' },
		{ key: 'storeAddress', path: 'storeInfo.addresses', kind: 'text' },
		{ key: 'date', path: 'paymentInfo.date', kind: 'date' },
		{ key: 'time', path: 'paymentInfo.time', kind: 'time', otherwise: timeBesideDate },
		{ key: 'cardCompany', path: 'paymentInfo.cardInfo.company', kind: 'text' },
		{
			key: 'cardNumber',
			path: 'paymentInfo.cardInfo.number',
			kind: 'cardNumber',
			check: 'cardNumber',
		},
		{ key: 'approvalNumber', path: 'paymentInfo.confirmNum', kind: 'text' },
		{ key: 'currency', schema: { type: ['string', 'null'] }, make: currency },
		{ key: 'total', path: 'totalPrice.price', kind: 'amount' },
		{ key: 'cardTotal', path: 'totalPrice.creditCardPrice', kind: 'amount' },
		{ key: 'taxableAmount', path: 'subTotal.subTotalPrice', kind: 'amount', take: 'sum' },
		{ key: 'tax', path: 'subTotal.taxPrice', kind: 'amount', take: 'sum' },
		{ key: 'discount', path: 'subTotal.discountPrice', kind: 'reduction', take: 'sum' },
		{ key: 'itemCount', schema: { type: ['number', 'null'] }, make: itemCount },
		{ key: 'duplicateKey', schema: { type: ['string', 'null'] }, make: duplicateKey },
		{ key: 'suggestedFileName', schema: { type: ['string', 'null'] }, make: suggestedFileName },
		ITEMS,
	],
	essential: ['total', 'date', ['storeName', 'businessNumber']],
	checks: arithmetic,
};

const SHARED_KEYS = ['storeName', 'businessNumber', 'date', 'time', 'currency', 'total'];

/** Receipts, as one item each or as one item per bought line. */
export const readReceipt = documentOperation({
	resource: 'document',
	value: 'readReceipt',
	name: 'Read Receipt',
	action: 'Read receipt',
	description: 'Read a till or card receipt: shop, date, amounts, tax, card and the bought items',
	path: '/document/receipt',
	wrapper: 'receipt',
	table: RECEIPT,
	split: {
		into: 'lineItem',
		parts: lineItems,
		schema: lineItemSchema(),
		choices: [
			{
				name: 'Receipts',
				value: 'receipt',
				description: 'One item per receipt, ready to become a row of a sheet',
			},
			{
				name: 'Line Items',
				value: 'lineItem',
				description: 'One item per bought line, ready to become the rows of a sheet',
			},
		],
	},
});

function lineItemSchema(): JsonObject {
	const receipt = schemaOf(RECEIPT);
	return {
		line: { type: ['number', 'null'] },
		...schemaOf({ fields: ITEMS.columns }),
		...Object.fromEntries(SHARED_KEYS.map((key) => [key, receipt[key]])),
	};
}

/** How many rows were read; null only where nothing at all was. */
function itemCount({ leaves, values }: PartlyRead) {
	return { value: leaves.length === 0 ? null : asList(values.items).length };
}

function currency({ leaves, remarks }: PartlyRead) {
	if (leaves.length === 0) return { value: null };
	return {
		value: readCurrency(
			leaves.map(({ text }) => text),
			remarks.get('estimatedLanguage'),
		),
	};
}

/** Some tills print date and time in one piece, which comes as the date alone. */
function timeBesideDate({ leaves }: PartlyRead): Json {
	const date = leaves.find(({ path }) => path === 'paymentInfo.date');
	return date === undefined ? null : readTimeBesideDate(date.text, {});
}

const DUPLICATE_KEYS = ['businessNumber', 'date', 'time', 'total', 'approvalNumber'];

/** The same for each picture of one receipt; with fewer than three parts, two receipts could share it. */
function duplicateKey({ values }: PartlyRead): { value: Json } {
	const parts = DUPLICATE_KEYS.map((key) => asText(values[key]));
	const read = parts.filter((part) => part !== null).length;
	return { value: read < 3 ? null : parts.map((part) => part ?? '').join('|') };
}

/** Neither Windows nor Google Drive nor n8n minds what is left; blanks and underscores join the parts. */
const NOT_IN_FILE_NAMES = /[^\p{L}\p{M}\p{N}.,()&+ -]+/gu;
const LONGEST_NAME = 60;

/** Such as `2026-09-15_예시식당_57000.jpg`: what was read of date, shop and total. */
function suggestedFileName({ options, values }: PartlyRead): { value: Json } {
	const parts = ['date', 'storeName', 'total'].flatMap((key) => {
		const text = (asText(values[key]) ?? '').replace(NOT_IN_FILE_NAMES, ' ');
		return Array.from(text).slice(0, LONGEST_NAME).join('').replace(/ +/g, ' ').trim() || [];
	});
	const [ending] = /\.(?:jpe?g|pdf|png|tiff?)$/i.exec(options.fileName ?? '') ?? [''];
	return { value: parts.length === 0 ? null : `${parts.join('_')}${ending.toLowerCase()}` };
}

function arithmetic({ options, values }: PartlyRead): Checks {
	const expected = options.expectedTotal;
	const [total, tax, discount] = [values.total, values.tax, values.discount].map(asNumber);
	const lines = asList(values.items).map((item) => {
		const { quantity, unitPrice, price } = asObject(item);
		return {
			quantity: asNumber(quantity),
			unitPrice: asNumber(unitPrice),
			price: asNumber(price),
		};
	});
	const prices = lines.map(({ price }) => price);
	return {
		...(expected === null ? {} : { expectedTotal: checkExpectedTotal(total, expected) }),
		itemsTotal: checkItemsTotal(prices, discount, total),
		lineTotals: checkLineTotals(lines),
		tax: checkTax(tax, total),
	};
}

/** One reading per bought line, with what a row needs of the receipt; at least one, of nulls. */
function lineItems(receipt: PageReading): PageReading[] {
	const items = asList(receipt.values.items);
	return items.length === 0
		? [lineOf(receipt, 0, null)]
		: items.map((_, index) => lineOf(receipt, index, index + 1));
}

function lineOf(receipt: PageReading, index: number, line: number | null): PageReading {
	const item = asObject(asList(receipt.values.items)[index]);
	const shown = shownOnLine(receipt.shown, `${ITEMS.key}[${index}].`);
	return {
		...receipt,
		values: Object.fromEntries([
			['line', line],
			...ITEMS.columns.map(({ key }) => [key, item[key] ?? null]),
			...SHARED_KEYS.map((key) => [key, receipt.values[key] ?? null]),
		]),
		shown,
		leaves: [...shown.values()],
	};
}

function shownOnLine(shown: ReadonlyMap<string, Leaf>, prefix: string): Map<string, Leaf> {
	const own = [...shown].flatMap(
		([key, leaf]): Array<[string, Leaf]> =>
			key.startsWith(prefix) ? [[key.slice(prefix.length), leaf]] : [],
	);
	return new Map([...own, ...[...shown].filter(([key]) => SHARED_KEYS.includes(key))]);
}
