import { cardEvidence, hiddenOfCard } from '../../../../nodes/ClovaOcr/reading/masking/cards';
import {
	charactersOf,
	jointCharacter,
	type Joint,
	type Strip,
} from '../../../../nodes/ClovaOcr/reading/masking/characters';
import { digitsFrom } from '../../../../nodes/ClovaOcr/reading/masking/digits';
import { CARD_WEIGHTS } from '../../../../nodes/ClovaOcr/reading/masking/evidence';

const { layout, luhn, noLuhn, brand, noBrand, goesOn, years, misread, look } = CARD_WEIGHTS;

/** What speaks for the digits of a text, from one of its characters on, being a card's number. */
function evidenceOf(text: string, from = 0) {
	return cardEvidence(digitsFrom(charactersOf(text, 0), from));
}

/** Words with what stands between them. */
function strip(joint: Joint, ...words: string[]): Strip {
	return words.flatMap((word, index) => [
		...(index === 0 ? [] : [jointCharacter(joint)]),
		...charactersOf(word, index),
	]);
}

describe('what the digits of a card say', () => {
	it.each<[string, string, number[]]>([
		['the usual groups', '4000-0000-0000-0002', [layout.usual, luhn, brand]],
		['blanks between the groups', '4000 0000 0000 0002', [layout.usual, luhn, brand]],
		['blanks around dashes', '4000 - 0000 - 0000 - 0002', [layout.usual, luhn, brand]],
		['groups of 4, 6 and 5', '3400-000000-00009', [layout.usual, luhn, brand]],
		['groups of 4, 6 and 4', '3600-000000-0008', [layout.usual, luhn, brand]],
		['groups to 19 digits', '4000-0000-0000-0000-006', [layout.usual, luhn, brand]],
		['one piece', '4000000000000002', [layout.whole, luhn, brand]],
		['signs of two kinds', '4000-0000.0000-0002', [layout.groups, luhn, brand]],
		['two halves', '40000000-00000002', [layout.groups, luhn, brand]],
		['one short group', '4000-0000-00000-002', [layout.groups, luhn, brand]],
		['two short groups', '40000-00000-000-002', [layout.other, luhn, brand]],
		['odd groups with two signs', '40000000-0000.0002', [layout.other, luhn, brand]],
		['a box for each digit', '4 0 0 0 0 0 0 0 0 0 0 0 0 0 0 2', [layout.boxes, luhn, brand]],
		['boxes of which one has two digits', '4 0 0 0 0 0 0 0 0 0 0 0 0 0 02', [layout.other, luhn, brand]],
		['five groups of other sizes', '4000-0000-0000-000-0006', [layout.groups, luhn, brand]],
		['a wrong sum', '4000-0000-0000-0003', [layout.usual, noLuhn, brand]],
		['no card’s prefix', '0000-0000-0000-0000', [layout.usual, luhn, noBrand]],
		['a prefix with another length', '340000000000009', [layout.whole, luhn, brand]],
		['the same with a digit more', '3400000000000000', [layout.whole, luhn, noBrand]],
		['years', '2001 2002 2003 2004', [layout.usual, noLuhn, noBrand, years]],
		['three years', '2001 2002 2003 0004', [layout.usual, noLuhn, noBrand]],
		['a letter like a digit', '4000-00O0-0000-0002', [layout.usual, luhn, brand, look]],
		['such a letter and a wrong sum', '4000-0000-0000-000S', [layout.usual, brand, look]],
		['a character like nothing', '4000-00x0-0000-0002', [layout.usual, brand, misread]],
		['stars', '4000-****-****-0002', [layout.usual, brand]],
		['a first character like nothing', 'x000-0000-0000-0002', [layout.usual, brand, misread]],
		['a starred prefix', '*000-0000-0000-0002', [layout.usual, brand]],
		['a starred second digit', '5*00-0000-0000-0000', [layout.usual, brand]],
		['a starred third digit', '50*8-0000-0000-0000', [layout.usual, brand]],
		['a starred fourth digit', '601*-0000-0000-0000', [layout.usual, brand]],
		['a starred digit behind a prefix of none', '0*00-0000-0000-0000', [layout.usual, noBrand]],
		['a star behind a digit of no prefix', '500*-0000-0000-0000', [layout.usual, noBrand]],
	])('%s: %s', (_, text, reasons) => {
		expect(evidenceOf(text)?.score).toBeCloseTo(reasons.reduce((sum, one) => sum + one, 0));
	});

	it('words in other columns are no groups', () => {
		const words = ['4000', '0000', '0000', '0002'];
		const score = (joint: Joint) => cardEvidence(digitsFrom(strip(joint, ...words), 0))?.score;
		expect(score('near')).toBeCloseTo(layout.usual + luhn + brand);
		expect(score('column')).toBeCloseTo(layout.other + luhn + brand);
		const halves = [...strip('near', '4000', '0000'), ...strip('column', '', '0000-0002')];
		expect(cardEvidence(digitsFrom(halves, 0))?.score).toBeCloseTo(layout.other + luhn + brand);
	});
});

describe('what stands beside the digits', () => {
	const alone = layout.usual + luhn + brand;

	it.each<[string, number, number]>([
		['4000-0000-0000-0002-0000', 0, goesOn],
		['4000-0000-0000-0002-00', 0, goesOn],
		['4000 0000 0000 0002 0000', 0, goesOn],
		['4000 0000 0000 0002 00', 0, 0],
		['4000-0000-0000-0002 0000', 0, 0],
		['0000 4000 0000 0000 0002', 5, goesOn],
		['00 4000 0000 0000 0002', 3, 0],
		['0000-4000-0000-0000-0002', 5, goesOn],
	])('%s, from %i on', (text, from, more) => {
		expect(evidenceOf(text, from)?.score).toBeCloseTo(alone + more);
	});

	it('compares with the group on its own side', () => {
		expect(evidenceOf('0000 3400 000000 00009', 5)?.score).toBeCloseTo(alone + goesOn);
		expect(evidenceOf('00000 3400 000000 00009', 6)?.score).toBeCloseTo(alone);
		expect(evidenceOf('3400 000000 00009 0000')?.score).toBeCloseTo(alone);
		expect(evidenceOf('3400 000000 00009 00000')?.score).toBeCloseTo(alone + goesOn);
	});

	it('a number goes on over no line', () => {
		const words = ['4000', '0000', '0000', '0002', '0000'];
		const row = digitsFrom(strip('line', ...words), 0);
		expect(cardEvidence(row)?.score).toBeCloseTo(alone);
	});
});

describe('the length of a card’s number', () => {
	it('is the one for which most speaks', () => {
		expect(evidenceOf('4000-0000-0000-0002 7')?.digits.text).toBe('4000000000000002');
		expect(evidenceOf('4000000000000000006')?.digits.text).toHaveLength(19);
	});

	it('is 14 to 19', () => {
		expect(evidenceOf('3600000000000')).toBeNull();
		expect(evidenceOf('36000000000008')).not.toBeNull();
		expect(evidenceOf('40000000000000000000')).toBeNull();
	});

	it('has ten characters that are digits', () => {
		expect(evidenceOf('OOOOOO0000000000')).not.toBeNull();
		expect(evidenceOf('OOOOOOO000000000')).toBeNull();
	});

	it('leaves the first six and the last four to see', () => {
		const hidden = hiddenOfCard(digitsFrom(charactersOf('4000001111110002', 0), 0));
		expect(hidden.map(({ value }) => value).join('')).toBe('111111');
	});
});
