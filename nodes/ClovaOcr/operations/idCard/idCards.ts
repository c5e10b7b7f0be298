import { bareLeaf, type Leaf } from '../../reading/document/leaf';
import { missingOf, readTable, type TableReading } from '../../reading/document/readTable';
import { sensitivePaths, type Field } from '../../reading/document/table';
import type { Entry } from '../../reading/document/walk';
import type { ReadingOptions } from '../../reading/reading';
import { documentOperation, type DocumentDefinition } from '../document/documentOperation';
import type { Operation } from '../types';
import {
	ALIEN_CARD,
	CARD_TYPES,
	documentType,
	DRIVERS_LICENSE,
	PASSPORT,
	RESIDENT_CARD,
	type CardType,
} from './idCardTables';

const WRAPPER = 'idCard';

/** Korean alien registration cards. */
export const readAlienRegistrationCard = cardOperation(ALIEN_CARD, {
	value: 'readAlienRegistrationCard',
	name: 'Read Alien Registration Card',
	action: 'Read alien registration card',
	description: 'Read a Korean alien registration card: number, name, nationality, visa and dates',
});

/** Korean driver's licences. */
export const readDriversLicense = cardOperation(DRIVERS_LICENSE, {
	value: 'readDriversLicense',
	name: "Read Driver's License",
	action: "Read driver's license",
	description: "Read a Korean driver's license: kind, number, holder, renewal period and dates",
});

/** Korean passports. */
export const readPassport = cardOperation(PASSPORT, {
	value: 'readPassport',
	name: 'Read Passport',
	action: 'Read passport',
	description: 'Read a Korean passport: number, names, birth date and dates of issue and expiry',
});

/** Korean resident registration cards. */
export const readResidentRegistrationCard = cardOperation(RESIDENT_CARD, {
	value: 'readResidentRegistrationCard',
	name: 'Read Resident Registration Card',
	action: 'Read resident registration card',
	description: 'Read a Korean resident registration card: name, number, address and date of issue',
});

/** Any of the four cards, with the keys of the one that was found. */
export const detectType = documentOperation({
	...common(),
	value: 'detectType',
	name: 'Detect Type',
	action: 'Detect type of ID card',
	description: 'Find out which ID card a picture shows, and read it with the fields of that card',
	table: { fields: uniqueByKey(CARD_TYPES.flatMap(({ table }) => table.fields)) },
	read: readAnyCard,
});

function common() {
	return {
		resource: 'idCard',
		path: '/document/id-card',
		wrapper: WRAPPER,
		// The service answers with the card that it sees, whichever the operation expects.
		sensitive: [
			...CARD_TYPES.flatMap(({ table }) => sensitivePaths(table.fields)),
			{ path: '**.ac.alienRegNumEtc', kind: 'personal' as const },
		],
	} satisfies Partial<DocumentDefinition>;
}

function cardOperation(
	card: CardType,
	selector: Pick<Operation, 'action' | 'description' | 'name' | 'value'>,
): Operation {
	return documentOperation({
		...common(),
		...selector,
		table: card.table,
		read: (entry, options) => readExpected(entry, card, options),
	});
}

/** Reads a card of any kind with the expected card's keys; what they lack stays unread. */
function readExpected(entry: Entry, expected: CardType, options: ReadingOptions): TableReading {
	if (entry.leaves.length === 0 || typeOf(entry) === expected) {
		return readTable(entry, expected.table, options);
	}
	const read = readAnyCard(entry, options);
	const keys = expected.table.fields.map(({ key }) => key);
	const shown = new Map([...read.shown].filter(([key]) => keys.includes(key)));
	const values = Object.fromEntries(keys.map((key) => [key, read.values[key] ?? null]));
	return {
		...read,
		values,
		missing: missingOf(values, expected.table),
		shown,
		unread: without(shown, [...read.shown.values(), ...read.unread]),
		reviewReasons: [...new Set([...read.reviewReasons, 'unexpectedDocument' as const])],
	};
}

function readAnyCard(entry: Entry, options: ReadingOptions): TableReading {
	const found = typeOf(entry);
	if (entry.leaves.length > 0 && found !== undefined) return readTable(entry, found.table, options);
	const read = readTable(entry, { fields: [documentType('unknown')] }, options);
	if (entry.leaves.length === 0) return read;
	const idtype = entry.remarks.get('idtype');
	const said = idtype === undefined ? [] : [bareLeaf(idtype, ['idtype'])];
	return {
		...read,
		// A copy: as a text that the operation's list lacks, it stands in `ocr.other` as well.
		shown: new Map(said.map((leaf) => ['documentType', { ...leaf }])),
		unread: [...said, ...read.unread],
		reviewReasons: [...read.reviewReasons, 'unexpectedDocument'],
	};
}

/** The group that came says what was read; `idtype` only decides where none or several came. */
function typeOf({ leaves, remarks }: Entry): CardType | undefined {
	const said = remarks
		.get('idtype')
		?.toLowerCase()
		.replace(/[^a-z]/g, '');
	const came = CARD_TYPES.filter(({ group }) =>
		leaves.some(({ path }) => path.startsWith(`${group}.`)),
	);
	const [first] = came;
	return (came.length > 0 ? came : CARD_TYPES).find(({ idtype }) => idtype === said) ?? first;
}

function without(shown: ReadonlyMap<string, Leaf>, leaves: Leaf[]): Leaf[] {
	const shownLeaves = new Set(shown.values());
	return leaves.filter((leaf) => !shownLeaves.has(leaf));
}

function uniqueByKey(fields: Field[]): Field[] {
	return [...new Map(fields.map((field) => [field.key, field])).values()];
}
