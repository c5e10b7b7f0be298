import {
	charactersOf,
	jointCharacter,
	type Joint,
	type Strip,
} from '../../../../nodes/ClovaOcr/reading/masking/characters';
import { digitsFrom } from '../../../../nodes/ClovaOcr/reading/masking/digits';
import { PERSON_WEIGHTS } from '../../../../nodes/ClovaOcr/reading/masking/evidence';
import {
	hiddenOfPerson,
	personEvidence,
} from '../../../../nodes/ClovaOcr/reading/masking/persons';

const { layout, date, noDate, century, sum, crowded, goesOn, misread, look } = PERSON_WEIGHTS;

function scoreOf(text: string, from = 0): number | undefined {
	return personEvidence(digitsFrom(charactersOf(text, 0), from))?.score;
}

/** Words with what stands between them. */
function strip(joint: Joint, ...words: string[]): Strip {
	return words.flatMap((word, index) => [
		...(index === 0 ? [] : [jointCharacter(joint)]),
		...charactersOf(word, index),
	]);
}

const scoreOfStrip = (joint: Joint, ...words: string[]) =>
	personEvidence(digitsFrom(strip(joint, ...words), 0))?.score;

const total = (reasons: number[]) => reasons.reduce((all, one) => all + one, 0);

describe('what the digits of a person say', () => {
	it.each<[string, string, number[]]>([
		['a dash', '900101-1234567', [layout.dash, date, century]],
		['a dash among blanks', '900101 - 1234567', [layout.dash, date, century]],
		['another sign', '900101.1234567', [layout.separator, date, century]],
		['a blank', '900101 1234567', [layout.blank, date, century]],
		['one piece', '9001011234567', [layout.whole, date, century]],
		['a line end', '900101\n1234567', [layout.line, date, century]],
		['a line end with a dash', '900101-\n1234567', [layout.lineAtDash, date, century]],
		['a sign elsewhere', '9001-011234567', [layout.other, date, century]],
		['a blank elsewhere', '9001 01-1234567', [layout.other, date, century]],
		['boxes', '9 0 0 1 0 1 1 2 3 4 5 6 7', [layout.boxes, date, century]],
		['boxes with a dash', '9 0 0 1 0 1 - 1 2 3 4 5 6 7', [layout.boxes, date, century]],
		['boxes of two', '90 01 01 12 34 56 7', [layout.boxes, date, century]],
		['boxes of three', '900 101 123 456 7', [layout.boxes, date, century]],
		['boxes of three with a dash in one', '900 101 -12 345 67', [layout.boxes, date, century]],
		['boxes of two, two of them short', '90 01 01 1 2 34 56 7', [layout.other, date, century]],
		['boxes of two, one of them short', '90 0 10 11 23 45 67', [layout.other, date, century]],
		['boxes of four', '9001 0112 3456 7', [layout.other, date, century]],
		['boxes of several sizes', '90 0 101 12 34 56 7', [layout.other, date, century]],
		['four boxes', '9001 01 123 4567', [layout.other, date, century]],
		['a sum that fits', '900101-1234568', [layout.dash, date, century, sum]],
		['no month', '901301-1234567', [layout.dash, noDate, century]],
		['month zero', '900001-1234567', [layout.dash, noDate, century]],
		['the last month', '901201-1234567', [layout.dash, date, century]],
		['the last day', '900131-1234567', [layout.dash, date, century]],
		['a day too many', '900132-1234567', [layout.dash, noDate, century]],
		['day zero', '900100-1234567', [layout.dash, noDate, century]],
		['a starred day', '9001**-1234567', [layout.dash, date, century]],
		['a month that no star makes good', '902*01-1234567', [layout.dash, noDate, century]],
		['a day that a misread digit can make good', '9001x1-1234567', [layout.dash, date, century, misread]],
		['a month that one cannot', '909x01-1234567', [layout.dash, noDate, century, misread]],
		['the century 9', '900101-9234567', [layout.dash, date]],
		['the century 0', '900101-0234567', [layout.dash, date]],
		['the century 8', '900101-8234567', [layout.dash, date, century]],
		['a starred century', '900101-*******', [layout.dash, date, century]],
		['a misread century', '900101-x234567', [layout.dash, date, century, misread]],
		['a letter like a digit', '9001O1-1234567', [layout.dash, date, century, look]],
	])('%s: %j', (_, text, reasons) => expect(scoreOf(text)).toBeCloseTo(total(reasons)));

	it.each<[Joint, string[], number]>([
		['near', ['900101', '1234567'], layout.blank],
		['near', ['900101-', '1234567'], layout.dash],
		['line', ['900101', '1234567'], layout.line],
		['line', ['900101-', '1234567'], layout.lineAtDash],
		['column', ['900101', '1234567'], layout.columns],
		['column', ['900101-', '1234567'], layout.columns],
		['near', ['9001', '01', '123', '4567'], layout.torn],
		['near', ['9001', '01-1', '234567'], layout.tornAtDash],
		['near', ['9001', '011234567'], layout.torn],
		['near', ['90', '01 01', '1234567'], layout.other],
		['column', ['9001', '011234567'], layout.other],
		['line', ['9001', '011234567'], layout.other],
	])('words parted by %s: %j', (joint, words, expected) => {
		expect(scoreOfStrip(joint, ...words)).toBeCloseTo(expected + date + century);
	});

	it('pieces of which one stands in another column are none of a number', () => {
		const pieces = [...strip('near', '9001', '01'), ...strip('column', '', '1234567')];
		const score = personEvidence(digitsFrom(pieces, 0))?.score;
		expect(score).toBeCloseTo(layout.other + date + century);
	});

	it('has thirteen places, seven of them read as digits', () => {
		expect(scoreOf('900101-123456')).toBeUndefined();
		expect(scoreOf('9OOIOI-I2345O7')).toBeUndefined();
		expect(scoreOf('9OOIOI-I234567')).toBeDefined();
	});
});

describe('what stands beside the digits', () => {
	const loose = layout.blank + date + century;
	const dashed = layout.dash + date + century;

	it.each<[string, number, number]>([
		['900101-1234567 89', 0, dashed],
		['900101-1234567-89', 0, dashed + goesOn],
		['89-900101-1234567', 3, dashed + goesOn],
		['900101-1234567.89', 0, dashed],
		['900101-1234567-', 0, dashed],
		['900101 1234567 89', 0, loose + crowded],
		['89 900101 1234567', 3, loose + crowded],
		['900101 1234567', 0, loose],
		['900101 1234567.89', 0, loose],
		['9001011234567 89', 0, layout.whole + date + century],
		['9 0 0 1 0 1 1 2 3 4 5 6 7 8', 0, layout.boxes + date + century + crowded],
		['900101\n1234567 89', 0, layout.line + date + century + crowded],
	])('%j from %i on', (text, from, expected) => expect(scoreOf(text, from)).toBeCloseTo(expected));

	it.each<[Joint, string[], number]>([
		['near', ['9001', '011234567', '89'], layout.torn + crowded],
		['near', ['900101', '1234567', '89'], layout.blank + goesOn],
		['line', ['900101', '1234567', '89'], layout.line + goesOn],
	])('words parted by %s: %j', (joint, words, expected) => {
		expect(scoreOfStrip(joint, ...words)).toBeCloseTo(expected + date + century);
	});
});

it('the first six stay to see', () => {
	const hidden = hiddenOfPerson(digitsFrom(charactersOf('900101-1234567', 0), 0));
	expect(hidden.map(({ value }) => value).join('')).toBe('1234567');
});
