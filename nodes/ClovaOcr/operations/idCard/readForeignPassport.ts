import type { JsonObject } from '../../shared/json';
import { checkMrz } from '../../reading/checks/numbers';
import type { Leaf } from '../../reading/document/leaf';
import { readTable, type TableReading } from '../../reading/document/readTable';
import type { FieldTable, PartlyRead, WireField } from '../../reading/document/table';
import type { Entry } from '../../reading/document/walk';
import type { ReadingOptions } from '../../reading/reading';
import { isPassportLine, mrzLines, parseMrz } from '../../reading/values/mrz';
import { documentOperation } from '../document/documentOperation';
import { documentType } from './idCardTables';

/** By the names of a Korean passport's members. */
const FIELDS: WireField[] = [
	{ key: 'passportNumber', path: 'num', kind: 'passportNumber' },
	{ key: 'surname', path: 'surName', kind: 'text' },
	{ key: 'givenNames', path: 'givenName', kind: 'text' },
	{ key: 'nationality', path: 'nationality', kind: 'text' },
	{ key: 'issuingCountry', path: 'issueCountry', kind: 'text' },
	{ key: 'birthDate', path: 'birthDate', kind: 'date' },
	{ key: 'sex', path: 'sex', kind: 'text' },
	{ key: 'expiryDate', path: 'expireDate', kind: 'date' },
];

/** The same members as a public client of this API names them; no answer is published. */
const OTHER_NAMES = new Map([
	['documentNumber', 'num'],
	['lastName1', 'surName'],
	['firstName', 'givenName'],
	['issuingStateCode', 'issueCountry'],
	['dateOfBirth', 'birthDate'],
	['gender', 'sex'],
	['dateOfExpiry', 'expireDate'],
]);
const SECOND_SURNAME = 'lastName2';

const SEXES = new Map([
	['male', 'M'],
	['female', 'F'],
]);

const PASSPORT: FieldTable = {
	fields: [
		documentType('passport'),
		...FIELDS.map((field) => ({ ...field, otherwise: fromZone(field.key) })),
		{ key: 'mrz', schema: { type: ['string', 'null'] }, make: mrz },
	],
	essential: ['passportNumber', ['surname', 'givenNames']],
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
	wrapper: 'passport',
	table: PASSPORT,
	read: readPassport,
	sensitive: [
		{ path: '**.documentNumber', kind: 'passport' },
		{ path: '**.personalNum', kind: 'personal' },
		// Of any country's form; the back half of the resident number on Korean passports.
		{ path: '**.personalNumber', kind: 'whole' },
		...['mrz', 'mrz1', 'mrz2', 'mrzLines'].map((name) => ({
			path: `**.${name}`,
			kind: 'mrz' as const,
		})),
	],
});

function readPassport(entry: Entry, options: ReadingOptions): TableReading {
	const originals = underKnownNames(entry.leaves);
	const read = readTable({ ...entry, leaves: [...originals.keys()] }, PASSPORT, options);
	const names = namesOfZone(entry.leaves, read.values);
	const sex = String(read.values.sex ?? '').toLowerCase();
	const replaced = [...read.shown].filter(([key]) => key in names).map(([, leaf]) => leaf);
	return {
		...read,
		values: { ...read.values, ...names, sex: SEXES.get(sex) ?? read.values.sex },
		shown: new Map([...read.shown].filter(([key]) => !(key in names))),
		unread: [...replaced, ...read.unread].map((leaf) => originals.get(leaf) ?? leaf),
	};
}

/** The leaves by the last name of their path, since nobody knows in which group they stand. */
function underKnownNames(leaves: Leaf[]): Map<Leaf, Leaf> {
	const names = new Set(FIELDS.map(({ path }) => path));
	const second = leaves.find(({ path }) => lastName(path) === SECOND_SURNAME);
	const renamed = new Map<Leaf, Leaf>();
	for (const leaf of leaves) {
		const last = lastName(leaf.path);
		const path = OTHER_NAMES.get(last) ?? last;
		if (!names.has(path)) renamed.set(leaf, leaf);
		else if (last !== 'lastName1' || second === undefined) renamed.set({ ...leaf, path }, leaf);
		else renamed.set({ ...leaf, path, text: `${leaf.text} ${second.text}`, formatted: {} }, leaf);
	}
	return renamed;
}

function lastName(path: string): string {
	return path.slice(path.lastIndexOf('.') + 1);
}

function mrz({ leaves }: PartlyRead) {
	const lines = zoneLines(leaves);
	return {
		value: lines.length === 0 ? null : lines.map(({ text }) => text).join('\n'),
		shown: lines.map(({ leaf }, index): [string, Leaf] => [index === 0 ? 'mrz' : 'mrz[1]', leaf]),
	};
}

function fromZone(key: string): WireField['otherwise'] {
	return ({ leaves }) => zoneValues(leaves)[key] ?? null;
}

/** The names that the zone spells in another way: which of the members is the surname is not known. */
function namesOfZone(leaves: Leaf[], read: JsonObject): JsonObject {
	const { surname = null, givenNames = null } = zoneValues(leaves);
	if (surname === null && givenNames === null) return {};
	const names = Object.entries({ surname, givenNames });
	return Object.fromEntries(names.filter(([key, name]) => read[key] !== name));
}

/** What the zone says, by output key. Nothing where one of its check digits is wrong. */
function zoneValues(leaves: Leaf[]): JsonObject {
	const lines = textsOf(leaves);
	const zone = checkMrz(lines) === 'mismatch' ? null : parseMrz(lines);
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
	return zoneLines(leaves).map(({ text }) => text);
}

/** Stars stand where a number has been masked; a character too few or too many is a misreading. */
const LINE = /^[A-Z0-9<*]{42,46}$/;
const LEAST_DIGITS = 10;

/**
 * Finds the machine readable zone (ICAO Doc 9303 part 4: two lines of 44 characters), whatever its member
 * is called and whether its lines stand in one value or in two.
 * @returns the line of the names and that of the numbers, in this order; fewer where they are missing
 */
function zoneLines(leaves: Leaf[]): Array<{ text: string; leaf: Leaf }> {
	const lines = leaves.flatMap((leaf) =>
		mrzLines(leaf.text)
			.filter((text) => LINE.test(text))
			.map((text) => ({ text, leaf })),
	);
	const names = lines.find(({ text }) => isPassportLine(text));
	const numbers = lines.find(
		({ text }) => !isPassportLine(text) && text.replace(/\D/g, '').length >= LEAST_DIGITS,
	);
	return [names, numbers].filter((line) => line !== undefined);
}
