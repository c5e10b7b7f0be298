import {
	isLabel,
	isTyped,
	mayBeLabel,
	shownLabel,
} from '../../../../../nodes/ClovaOcr/reading/general/pairs/labels';

it.each([
	'성명',
	'성 명',
	'※ 성명:',
	'주소(본점)',
	'Due Date',
	'이름번호',
	'가나다라마바사아자차번호',
])('%s is a label wherever it stands', (text) => expect(isLabel(text)).toBe(true));

it.each(['', '()', '성명2', '홍길동', '제2번호', '가나다라마바사아자차카번호', '번호표'])(
	'%j is none',
	(text) => expect(isLabel(text)).toBe(false),
);

it('a word may be a label with two to twelve letters', () => {
	expect(['가나', '가'.repeat(12), 'a/b', 'R&D', '가-나'].every(mayBeLabel)).toBe(true);
	expect(['가', '가'.repeat(13), '가나1', '가,나', '', '가+나'].some(mayBeLabel)).toBe(false);
});

it('a label is shown without its colon and the blanks between letters', () => {
	expect(['성 명 :', '상호：', '주 소', 'Due Date', '성 명 인'].map(shownLabel)).toEqual([
		'성명',
		'상호',
		'주소',
		'Due Date',
		'성명인',
	]);
});

it('some values are known by their shape', () => {
	const typed = ['1,000', '₩ 5,500원', '12%', '2020. 1. 5.', '20년 1월 5일', 'a.b@c.de', '30개'];
	expect(typed.every(isTyped)).toBe(true);
	expect(['원', '홍길동', 'a@', '1번지', '2020년', ''].some(isTyped)).toBe(false);
});
