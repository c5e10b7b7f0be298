import {
	escaped,
	escapedCell,
	escapedHeading,
	escapedLine,
	pairedMarks,
} from '../../../../../nodes/ClovaOcr/reading/general/markdown/escape';

describe('a text', () => {
	it.each([
		'번호 900101-*******',
		'평일 9:00~18:00',
		'snake_case 와 C#',
		'A & B < C',
		'1 * 2',
		'"따옴표" (괄호) [1]',
		'&lt 와 AT&T',
		'a:b / c.d',
		'https://example.com/a_b?c=d',
		'kim_1@example.com',
		'www.example.com.',
	])('that means nothing stays as it is: %s', (text) => {
		expect(escaped(text)).toBe(text);
	});

	it.each([
		['*가* 나', '\\*가\\* 나'],
		['_가_', '\\_가\\_'],
		['9:00~12:00 13:00~18:00', '9:00\\~12:00 13:00\\~18:00'],
		['`가`', '\\`가\\`'],
		['a\\b', 'a\\\\b'],
		['[가](나)', '\\[가](나)'],
		['앞 [가](나)', '앞 \\[가](나)'],
		['[가]', '\\[가]'],
		['<b> </b> <!-- <?', '\\<b> \\</b> \\<!-- \\<?'],
		['&lt; &#60; &#x3c;', '\\&lt; \\&#60; \\&#x3c;'],
		['홈페이지(http://가나)', '홈페이지(http\\://가나)'],
		['WWW.가나.kr', 'WWW\\.가나.kr'],
		['kim@가나', 'kim\\@가나'],
	])('that would mean something shows what was printed: %s', (text, expected) => {
		expect(escaped(text)).toBe(expected);
	});
});

it.each([
	['1. 사과', '1\\. 사과'],
	['12) 사과', '12\\) 사과'],
	['3.', '3\\.'],
	['1.5 kg', '1.5 kg'],
	['1234567890. 가', '1234567890. 가'],
	['# 제목', '\\# 제목'],
	['####### 일곱', '####### 일곱'],
	['#태그', '#태그'],
	['> 인용', '\\> 인용'],
	['- 가', '\\- 가'],
	['+ 가', '\\+ 가'],
	['-가', '-가'],
	['```', '\\```'],
	['~~~', '\\~~~'],
	['===', '\\==='],
	['---', '\\---'],
	['| --- |', '\\| --- |'],
	['가 - 나', '가 - 나'],
])('a line %j begins no block: %j', (line, expected) => {
	expect(escapedLine(line)).toBe(expected);
});

it('a heading keeps signs at its end', () => {
	expect(['제목 #', 'C#', '##', '# 제목', '*가* 제목'].map(escapedHeading)).toEqual([
		'제목 \\#',
		'C#',
		'\\##',
		'# 제목',
		'\\*가\\* 제목',
	]);
});

it('a cell stays in one row of pipes', () => {
	expect(escapedCell('가|나\r\n*다*\n라\r마')).toBe('가\\|나<br>\\*다\\*<br>라<br>마');
});

it('marks mean something in a paragraph where two of a kind stand apart, brackets before a bracket', () => {
	const marks = (text: string) => [...pairedMarks(text)].join('');
	expect(marks('*가* _나_ ~다~ `라`')).toBe('*_~`');
	expect(marks('** __ ~~ `` 가')).toBe('');
	expect(marks('*가 나_')).toBe('');
	expect(['[가](나)', '[가]: 나', '[가][나]', '[가] (나)'].map(marks)).toEqual(['[', '[', '[', '']);
});
