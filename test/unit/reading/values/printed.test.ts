import {
	candidates,
	hiddenAsStars,
	isSearchable,
	plain,
	readText,
	withoutEnd,
} from '../../../../nodes/ClovaOcr/reading/values/printed';

test.each([
	['full-width digits and signs', '１２－３', '12-3'],
	['dashes of all kinds', '1–2—3−4', '1-2-3-4'],
	['blanks', ' a \t\n b ', 'a b'],
])('%s become plain', (_, text, expected) => expect(plain(text)).toBe(expected));

test('signs that hide digits are stars', () => expect(hiddenAsStars('12x×●•○X')).toBe('12******'));

test.each([
	['1234**', '*', '1234'],
	['**', '*', ''],
	['', '*', ''],
	['*1*', '*', '*1'],
	['12 )', ' )', '12'],
])('%j without %j at its end is %j', (text, signs, expected) =>
	expect(withoutEnd(text, signs)).toBe(expected),
);

test.each([
	['printed', { value: 'tidied' }, ['tidied', 'printed']],
	['  ', { value: ' tidied ' }, ['tidied']],
	[null, {}, []],
	['２', {}, ['2']],
])('%j with %j can be read from %j', (text, formatted, expected) => {
	expect(candidates(text, formatted)).toEqual(expected);
	expect(readText(text, formatted)).toBe(expected[0] ?? null);
});

test('a text of up to 2000 characters may be one value', () => {
	expect(isSearchable('1'.repeat(2000))).toBe(true);
	expect(isSearchable('1'.repeat(2001))).toBe(false);
});
