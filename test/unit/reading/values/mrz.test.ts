import fc from 'fast-check';

import { mrzLines, parseMrz } from '../../../../nodes/ClovaOcr/reading/values/mrz';

/** The specimen of ICAO Doc 9303 part 4. */
const SPECIMEN: [string, string] = [
	'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
	'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
];
const TODAY = '2026-06-01';

const READ = {
	lines: SPECIMEN,
	issuingCountry: 'UTO',
	surname: 'ERIKSSON',
	givenNames: 'ANNA MARIA',
	documentNumber: 'L898902C3',
	nationality: 'UTO',
	birthDate: '1974-08-12',
	sex: 'F',
	expiryDate: '2012-04-15',
	checkDigits: {
		documentNumber: '6',
		birthDate: '2',
		expiryDate: '9',
		optionalData: '1',
		composite: '0',
	},
};

function zone(names: string, numbers: string) {
	return parseMrz([names.padEnd(44, '<'), numbers.padEnd(44, '<')], TODAY);
}

test.each<[string, string | string[] | null, string[]]>([
	['88 characters', 'A'.repeat(44) + 'B'.repeat(44), ['A'.repeat(44), 'B'.repeat(44)]],
	['any other number of characters', 'A'.repeat(50), ['A'.repeat(50)]],
	['blanks within', 'ab < c', ['AB<C']],
	['nothing', null, []],
	['no text', '', []],
	['line ends alone, and about a line', '\n"A<"\n', ['A<']],
])('the lines in %s', (_, printed, lines) => expect(mrzLines(printed)).toEqual(lines));

describe('parseMrz', () => {
	it.each<[string, string | string[]]>([
		['two lines', SPECIMEN],
		['two lines of one text', SPECIMEN.join('\n')],
		['one run of characters', SPECIMEN.join('')],
		['one text with a comma between', SPECIMEN.join(', ')],
		['the text of a list', JSON.stringify(SPECIMEN)],
		['the lines in another order', [...SPECIMEN].reverse()],
		['other texts beside them', ['PASSPORT', 'ERIKSSON', ...SPECIMEN]],
		[
			'small letters and blanks',
			SPECIMEN.map((line) => ` ${line.toLowerCase().slice(0, 9)} ${line.slice(9)}`),
		],
		['full-width signs', SPECIMEN.map((line) => line.replace(/</g, '＜').replace(/1/g, '１'))],
	])('reads a zone printed as %s', (_, printed) => {
		expect(parseMrz(printed, TODAY)).toEqual(READ);
	});

	it('reads short countries, document codes of two letters, and what is left open', () => {
		expect(zone('PMD<<SAMPLE', '000000000<D<<7408122<1204159')).toMatchObject({
			issuingCountry: 'D',
			surname: 'SAMPLE',
			givenNames: null,
			documentNumber: '000000000',
			nationality: 'D',
			sex: null,
		});
	});

	it('takes a month in letters for no expiry date', () => {
		const read = zone('P<UTOSAMPLE<<TEST', 'X0000000<1UTO7408122F1JAN200');
		expect(read).toMatchObject({ birthDate: '1974-08-12', expiryDate: null });
	});

	it('reads a starred optional zone', () => {
		const starred = `${SPECIMEN[1].slice(0, 28)}${'*'.repeat(14)}10`;
		expect(parseMrz([SPECIMEN[0], starred], TODAY)).toEqual({
			...READ,
			lines: [SPECIMEN[0], starred],
		});
	});

	it.each([
		['740812', '120415', '1974-08-12'],
		['200101', '300101', '2020-01-01'],
		['300101', '310101', '1930-01-01'],
		['260601', '310101', '2026-06-01'],
		['260602', '310101', '1926-06-02'],
		['150101', '120415', '1915-01-01'],
		['741301', '310101', null],
		['7408<<', '310101', null],
	])(
		'tells the century of the birth date %s by today and the expiry date %s',
		(born, end, date) => {
			const read = zone('P<UTOSAMPLE<<TEST', `X0000000<1UTO${born}0F${end}0`);
			expect(read?.birthDate).toBe(date);
		},
	);

	it.each([
		['nothing', null],
		['no text', ''],
		['other text', 'SAMPLE PASSPORT'],
		['one line', SPECIMEN[0]],
		['a line of 43 characters', [SPECIMEN[0], SPECIMEN[1].slice(0, 43)]],
		['a digit among the names', [SPECIMEN[0].replace('ANNA', 'ANN4'), SPECIMEN[1]]],
		['a visa', [SPECIMEN[0].replace('P<', 'V<'), SPECIMEN[1]]],
		['a sign that belongs to no zone', [SPECIMEN[0], SPECIMEN[1].replace('<<', '«<')]],
	])('gives null for %s', (_, printed) => {
		expect(parseMrz(printed, TODAY)).toBeNull();
	});

	it('makes up no character', () => {
		const letters = fc.string({ unit: fc.constantFrom(...'ABC<'), minLength: 42, maxLength: 42 });
		const signs = fc.string({ unit: fc.constantFrom(...'AB019<*'), minLength: 44, maxLength: 44 });
		fc.assert(
			fc.property(letters, signs, (names, numbers) => {
				const read = parseMrz([`P<${names}`, numbers], TODAY);
				const plain = [`P<${names}`, numbers].map((line) => line.replace(/<+/g, ' '));
				expect(read?.lines).toEqual([`P<${names}`, numbers]);
				for (const part of ['surname', 'givenNames', 'issuingCountry'] as const) {
					expect(plain[0]).toContain(read?.[part] ?? '');
				}
				for (const part of ['documentNumber', 'nationality'] as const) {
					expect(plain[1]).toContain(read?.[part] ?? '');
				}
			}),
		);
	});
});
