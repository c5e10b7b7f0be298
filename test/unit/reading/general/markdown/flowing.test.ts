import { flowing } from '../../../../../nodes/ClovaOcr/reading/general/markdown/blocks';

it.each<[string, string[], string]>([
	['one line', ['가나'], '가나'],
	['lines with a blank between', ['가나', '다라', '마바'], '가나 다라 마바'],
	['a word that a hyphen parts', ['the infor-', 'mation'], 'the information'],
	['a hyphen before a name', ['New-', 'York'], 'New- York'],
	['a hyphen behind other letters', ['가-', 'mation'], '가- mation'],
	['a hyphen at the very end', ['the end-'], 'the end-'],
])('flowing text keeps %s', (_, flow, expected) => {
	expect(flowing(flow)).toBe(expected);
});
