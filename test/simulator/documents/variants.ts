import type { JsonObject } from '../../../nodes/ClovaOcr/shared/json';

/** A way in which real answers differ for the same picture. */
export interface Variant {
	name: string;
	/** Whether a value comes back at all; `member` is its path without list positions. */
	has(member: string): boolean;
	/** Members of a leaf that are left out. */
	lacks: readonly string[];
	/** A polygon for every word instead of one for each line. */
	wordByWord: boolean;
	/** Members in the other order. */
	reversed: boolean;
	/** Last change to what the service made of the text. */
	reformat(formatted: JsonObject | null): JsonObject | null;
}

const COMPLETE: Variant = {
	name: 'everything there',
	has: () => true,
	lacks: [],
	wordByWord: false,
	reversed: false,
	reformat: (formatted) => formatted,
};

const GROUPS = ['paymentInfo.', 'subTotal.', 'subResults.', 'totalPrice.'];

/**
 * What real answers were seen to do; chosen by number, so that a test can ask for each.
 * 0 is the plain case; numbers past the end start again.
 */
export const VARIANTS: readonly Variant[] = [
	COMPLETE,
	{
		...COMPLETE,
		name: 'as in 2022: neither labels nor confidence, other order',
		lacks: ['keyText', 'confidenceScore'],
		reversed: true,
	},
	{ ...COMPLETE, name: 'nothing formatted', reformat: () => null },
	{ ...COMPLETE, name: 'a polygon for every word', wordByWord: true },
	{ ...COMPLETE, name: 'dates in part', reformat: withoutMonth },
	...GROUPS.map((group) => ({
		...COMPLETE,
		name: `without ${group.slice(0, -1)}`,
		has: (member: string) => !member.startsWith(group),
	})),
	{
		...COMPLETE,
		name: 'first value alone',
		has: (member: string) => FIRST_VALUES.includes(member.replace(/^(ic|dl|pp|ac)\./, '')),
	},
];

const FIRST_VALUES = ['documentType', 'name', 'num', 'number', 'storeInfo.name', 'alienRegNum'];

function withoutMonth(formatted: JsonObject | null): JsonObject | null {
	return formatted !== null && 'month' in formatted ? { ...formatted, month: '' } : formatted;
}
