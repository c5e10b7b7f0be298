import type { JsonObject } from '../../shared/json';
import { parseMrz } from '../../reading/values/mrz';
import { checkMrz } from '../../reading/checks/mrz';
import type { Leaf } from '../../reading/document/leaf';
import { mrzLinesOf } from '../../reading/document/mrzLines';
import { readTable, type TableReading } from '../../reading/document/readTable';
import type { PartlyRead, FieldTable, WireField } from '../../reading/document/table';
import type { Entry } from '../../reading/document/walk';
import { documentOperation } from '../document/documentOperation';
import { documentType } from './idCardTables';

const WRAPPER = 'passport';

/** Named like a Korean passport's members; those of this API are not published. */
const FIELDS: WireField[] = [
	{ key: 'passportNumber', path: 'num', kind: 'passportNumber', sensitive: 'passport' },
	{ key: 'surname', path: 'surName', kind: 'text' },
	{ key: 'givenNames', path: 'givenName', kind: 'text' },
	{ key: 'nationality', path: 'nationality', kind: 'text' },
	{ key: 'issuingCountry', path: 'issueCountry', kind: 'text' },
	{ key: 'birthDate', path: 'birthDate', kind: 'date' },
	{ key: 'sex', path: 'sex', kind: 'text' },
	{ key: 'expiryDate', path: 'expireDate', kind: 'date' },
];

const PASSPORT: FieldTable = {
	fields: [
		documentType('passport'),
		...FIELDS.map((field) => ({ ...field, otherwise: fromMrz(field.key) })),
		{ key: 'mrz', schema: { type: ['string', 'null'] }, make: mrz },
	],
	checks: ({ leaves }) => ({ mrz: checkMrz(textsOf(leaves)) }),
};

/** Passports of any country, by their machine readable zone. */
export const readForeignPassport = documentOperation({
	resource: 'idCard',
	value: 'readForeignPassport',
	name: 'Read Foreign Passport',
	action: 'Read foreign passport',
	description: 'Read the passport of any country by its machine readable zone',
	path: '/document/passport',
	wrapper: WRAPPER,
	table: PASSPORT,
	read: readByLastName,
	sensitive: [
		{ path: `${WRAPPER}.result.num`, kind: 'passport' },
		{ path: `${WRAPPER}.result.personalNum`, kind: 'personal' },
		...['mrz', 'mrz1', 'mrz2'].map((name) => ({
			path: `${WRAPPER}.result.${name}`,
			kind: 'mrz' as const,
		})),
	],
});

/** Since nobody knows in which group the members stand, only the last name of a path counts. */
function readByLastName(entry: Entry): TableReading {
	const names = new Set(FIELDS.map(({ path }) => path));
	const whole = new Map<Leaf, Leaf>();
	for (const leaf of entry.leaves) {
		const last = leaf.path.split('.').at(-1) ?? '';
		whole.set(names.has(last) ? { ...leaf, path: last } : leaf, leaf);
	}
	const read = readTable({ ...entry, leaves: [...whole.keys()] }, PASSPORT);
	return { ...read, unread: read.unread.map((leaf) => whole.get(leaf) ?? leaf) };
}

function mrz({ leaves }: PartlyRead) {
	const lines = mrzLinesOf(leaves);
	return {
		value: lines.length === 0 ? null : lines.map(({ text }) => text).join('\n'),
		shown: lines.map(({ leaf }, index): [string, Leaf] => [index === 0 ? 'mrz' : 'mrz[1]', leaf]),
	};
}

/** Only a zone none of whose check digits is wrong may stand in for members that did not come. */
function fromMrz(key: string): WireField['otherwise'] {
	return ({ leaves }) => {
		const lines = textsOf(leaves);
		return checkMrz(lines) === 'mismatch' ? null : (mrzValues(lines)[key] ?? null);
	};
}

function mrzValues(lines: string[]): JsonObject {
	const zone = parseMrz(lines);
	if (zone === null) return {};
	const { surname, givenNames, nationality, issuingCountry, birthDate, sex, expiryDate } = zone;
	return {
		passportNumber: zone.documentNumber,
		surname,
		givenNames,
		nationality,
		issuingCountry,
		birthDate,
		sex,
		expiryDate,
	};
}

function textsOf(leaves: Leaf[]): string[] {
	return mrzLinesOf(leaves).map(({ text }) => text);
}
