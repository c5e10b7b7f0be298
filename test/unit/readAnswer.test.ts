import { readResidentRegistrationCard } from '../../nodes/ClovaOcr/operations/idCard/idCards';
import { readAnswer } from '../../nodes/ClovaOcr/readAnswer';
import type { FileAnswer } from '../../nodes/ClovaOcr/readFile';
import type { PageAnswer } from '../../nodes/ClovaOcr/reading/page';
import type { JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { answer, pagesOf } from '../support/answers';
import { itemSettings } from '../support/settings';

/** An invented card. */
const pages = pagesOf(answer('id-resident-full'));

function read(
	mask: 'none' | 'standard' | 'strict',
	list: PageAnswer[] = pages,
	operation = readResidentRegistrationCard,
) {
	const file: FileAnswer = {
		pages: list,
		given: false,
		fromFile: new Set(),
		failed: [],
		skipped: false,
		pageCount: list.length,
		requestIds: new Map(),
		calls: new Map(),
	};
	return readAnswer(file, operation, itemSettings({ mask }), 'card.png');
}

test('nothing that goes out holds a number, but what follows from it is there', () => {
	const clear = read('none').readings[0];
	const masked = read('standard');
	const number = String(clear.values.personalNumber);
	expect(number).toMatch(/^\d{6}-\d{7}$/);
	expect(masked.readings[0].values.personalNumber).toBe(`${number.slice(0, 7)}*******`);
	expect(JSON.stringify([masked.readings, masked.pages])).not.toContain(number.slice(-7));
	expect(masked.readings[0].values.birthDate).toBe(clear.values.birthDate);
	expect(masked.readings[0].values.birthDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
	expect(masked.readings[0].checks).toEqual(clear.checks);
	expect(masked.readings[0].reviewReasons).toEqual(clear.reviewReasons);
});

test('what was starred is told by page, and nothing where nothing was', () => {
	expect([...read('standard').found]).toEqual([[1, ['personal']]]);
	expect([...read('none').found.values()].flat()).toEqual([]);
});

test('numbers of several entries of one page are told together', () => {
	const found = read('standard', [pages[0], pages[0]]).found;
	expect([...found]).toEqual([[1, ['personal', 'personal']]]);
});

test('without masking the pages stay as they are', () => {
	expect(read('none').pages).toEqual(pages);
});

test('a page that is missing stays missing', () => {
	const lost: PageAnswer = { page: 2, image: null, width: null, height: null };
	const { pages: masked, readings } = read('standard', [pages[0], lost]);
	expect(masked[1]).toBe(lost);
	expect(readings[1].reviewReasons).toContain('pagesMissing');
});

describe('what follows from a number', () => {
	/** Reads a card into these values, others where its number is starred. */
	function readingAs(masked: JsonObject[], clear: JsonObject[]) {
		const [usual] = read('none').readings;
		return {
			...readResidentRegistrationCard,
			read: (list: PageAnswer[]) =>
				(JSON.stringify(list).includes('*') ? masked : clear).map((values) => ({ ...usual, values })),
		};
	}

	const valuesOf = (masked: JsonObject[], clear: JsonObject[]) =>
		read('standard', pages, readingAs(masked, clear)).readings.map(({ values }) => values);

	test('is put in only where it is a date and the masked card has none', () => {
		const masked = { birthDate: null, issueDate: 'as printed', personalNumber: null, name: null };
		const clear = {
			birthDate: '1990-01-01',
			issueDate: '2020-08-16',
			personalNumber: '900101-1234567',
			name: null,
		};
		expect(valuesOf([masked], [clear])).toEqual([{ ...masked, birthDate: '1990-01-01' }]);
	});

	test('is left out where the two readings are not of the same form', () => {
		const masked = { birthDate: null };
		expect(valuesOf([masked], [])).toEqual([masked]);
		expect(valuesOf([], [{ birthDate: '1990-01-01' }])).toEqual([]);
	});
});
