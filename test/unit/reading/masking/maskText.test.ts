import { maskNumber } from '../../../../nodes/ClovaOcr/reading/masking/maskNumber';
import { maskTexts, starred, withoutPrivate } from '../../../../nodes/ClovaOcr/reading/masking/maskText';
import type { MaskLevel } from '../../../../nodes/ClovaOcr/reading/reading';
import { searchWords } from '../../../../nodes/ClovaOcr/reading/masking/search';
import { withLuhn } from '../../../masking/numbers';

const ZONE = 'M000000004KOR6802295F9901018368022951234<<36';
const OLD_ZONE = 'M000000004KOR0001018M99123151234567<<<<<<<02';

/** The words of one line. */
function maskedWords(texts: string[], level: MaskLevel): string[] {
	const words = texts.map((text) => ({ text, corners: [], endsLine: null, cell: null }));
	const found = searchWords(words, { level, patterns: [] });
	return starred(
		texts,
		found.flatMap(({ spans }) => spans),
	);
}

/** Texts that only stand in one list. */
function maskedList(texts: string[], level: MaskLevel): string[] {
	return maskTexts(texts, { level, patterns: [] }).texts;
}

describe('a number that two kinds claim', () => {
	it('is starred as what its label says', () => {
		const number = withLuhn('900101123456788');
		const text = `${number.slice(0, 6)}-${number.slice(6)}`;
		expect(maskedWords([`카드번호 ${text}`], 'standard')).toEqual([
			`카드번호 900101-******${number.slice(-4)}`,
		]);
	});
});

describe('a zone whose document number is short', () => {
	it('loses the last four signs of it under strict, fillers not counted', () => {
		const zone = 'M1234567<4KOR6802295F990101836802295123412<36';
		expect(maskedWords([zone.replace('<36', '36')], 'strict')[0]).toMatch(/^M123\*{4}<4KOR/);
	});
});

describe('a text for errors and hints', () => {
	it('shows no secret, as long as that is no piece of usual words', () => {
		expect(withoutPrivate('a word of the-secret-key', 'standard', ['the-secret-key', 'a'])).toBe(
			'a word of …',
		);
		expect(withoutPrivate('680229-7000023', 'standard')).toBe('680229-*******');
		expect(withoutPrivate('key abcdefgh', 'standard', ['abcdefgh'])).toBe('key …');
		expect(withoutPrivate('key abcdefg', 'standard', ['abcdefg'])).toBe('key abcdefg');
	});
});

describe('maskText on one text', () => {
	it.each([
		['680229-7000023', '680229-*******'],
		['외국인 680229-7000023 님', '외국인 680229-******* 님'],
		['680229 - 7000023', '680229 - *******'],
		['680229–7000023', '680229–*******'],
		['680229.7000023', '680229.*******'],
		['680229_7000023', '680229_*******'],
		// A number without a dash whose digits would also make an article number.
		['4502078281191', '450207*******'],
		['8801043014809', '880104*******'],
		['680229 7000023', '680229 *******'],
		['6802297000023', '680229*******'],
		['６８０２２９－７００００２３', '６８０２２９－*******'],
		['680229-7OOOO23', '680229-*******'],
		['68O229-7000023', '68O229-*******'],
		['680229-7******', '680229-*******'],
		['680229-7000023/990101-8000039', '680229-*******/990101-*******'],
		['No.680229-7000023', 'No.680229-*******'],
		['4000-0000-0000-0002', '4000-00**-****-0002'],
		['4000 0000 0000 0002', '4000 00** **** 0002'],
		['4000000000000002', '400000******0002'],
		['3700-000000-00002', '3700-00****-*0002'],
		['9409 0000 0000 0008', '9409 00** **** 0008'],
		['9409-00**-****-0008', '9409-00**-****-0008'],
	])('%s', (text, masked) => {
		expect(maskedWords([text], 'standard')).toEqual([masked]);
		expect(maskedWords([masked], 'standard')).toEqual([masked]);
	});

	describe('letters that recognition puts for digits', () => {
		const looks: Array<[digit: string, letters: string]> = [
			['0', 'Oo'],
			['1', 'Il|'],
			['5', 'S'],
			['8', 'B'],
		];
		const cases = looks.flatMap(([digit, letters]) =>
			[...letters].map((letter): [string, string] => [letter, digit]),
		);
		const [front, back] = ['801105', '8511080'];
		const put = (text: string, letter: string, digit: string) => text.replaceAll(digit, letter);

		it.each(cases)('%s for %s in the hidden half', (letter, digit) => {
			const text = `${front}-${put(back, letter, digit)}`;
			expect(maskedWords([text], 'standard')).toEqual([`${front}-*******`]);
		});

		it.each(cases)('%s for %s in the half that stays', (letter, digit) => {
			const read = put(front, letter, digit);
			expect(maskedWords([`${read}-${back}`], 'standard')).toEqual([`${read}-*******`]);
		});

		it.each(cases)('%s for %s in a card number', (letter, digit) => {
			const text = put('5181-0510-8501-5009', letter, digit);
			const hidden = text.replace(/^(.{7}).{7}/, '$1**-****');
			expect(maskedWords([text], 'standard')).toEqual([hidden]);
		});
	});

	it.each([
		['business number', '123-45-67891'],
		['mobile', '010-1234-5678'],
		['landline', '02-6908-2123'],
		['date', '2024-06-24'],
		['date and time', '2024.06.24 12:34:56'],
		['amount', '1,234,567원'],
		['approval number', '00123456'],
		['no date in front', '991332-1234567'],
		['years in a row', '2021 2022 2023 2024'],
		['figures in a row', '120 135 150 405 264 282'],
		['account', '110-123-456789'],
		['six digits', '680229'],
		['licence under standard', '11-23-123456-00'],
		['passport under standard', 'M12345678'],
		['words', 'BIllS SOBOlI'],
	])('leaves a %s alone', (_, text) => {
		expect(maskedWords([text], 'standard')).toEqual([text]);
	});

	it('hides the end of licence and passport numbers under strict only', () => {
		const texts = ['11-23-123456-00', '서울-23-123456-00', 'M12345678', 'M123A4567'];
		expect(maskedWords(texts, 'standard')).toEqual(texts);
		expect(texts.flatMap((text) => maskedWords([text], 'strict'))).toEqual([
			'11-23-1234**-**',
			'서울-23-1234**-**',
			'M1234****',
			'M123A****',
		]);
	});

	it('hides what a passport zone says of its holder, under strict the end of its number too', () => {
		expect(maskedWords([OLD_ZONE], 'standard')).toEqual([
			'M000000004KOR0001018M9912315*******<<<<<<<*2',
		]);
		expect(maskedWords([ZONE], 'strict')[0]).toMatch(/^M0000\*\*\*\*4KOR6802295F9901018[*<]+6$/);
	});
});

describe('maskText over fragments', () => {
	it.each([
		[
			['680229-', '7000023'],
			['680229-', '*******'],
		],
		[
			['680229', '-', '7000023'],
			['680229', '-', '*******'],
		],
		[
			['6802', '29-70', '00023'],
			['6802', '29-**', '*****'],
		],
		[
			['680229', '7000023'],
			['680229', '*******'],
		],
		[
			['전화', '680229-\n', '7000023'],
			['전화', '680229-\n', '*******'],
		],
		[
			['4000', '0000', '0000', '0002'],
			['4000', '00**', '****', '0002'],
		],
		[
			['M000000004KOR0001018', 'M99123151234567<<<<<<<02'],
			['M000000004KOR0001018', 'M9912315*******<<<<<<<*2'],
		],
	])('%j', (fragments, masked) => {
		expect(maskedWords(fragments, 'standard')).toEqual(masked);
	});

	it('takes values that only stand in one list for one number where a dash says so, and not else', () => {
		expect(maskedList(['680229-', '7000023'], 'standard')).toEqual(['680229-', '*******']);
		expect(maskedList(['150228', '1234500'], 'standard')).toEqual(['150228', '1234500']);
		expect(maskedList(['10120', '1500', '2000'], 'standard')).toEqual(['10120', '1500', '2000']);
	});

	it('gives back the very same texts where there is nothing to hide', () => {
		const fragments = ['합계', '12,000'];
		expect(maskedWords(fragments, 'standard')).toBe(fragments);
		expect(maskedWords(['680229-7000023'], 'none')).toEqual(['680229-7000023']);
	});
});

describe('maskNumber', () => {
	it.each([
		['personal', 'standard', ['680229-7000023'], ['680229-*******']],
		['personal', 'standard', ['680229-7000023(홍길동)'], ['680229-*******(홍길동)']],
		['personal', 'standard', ['7000023'], ['*******']],
		['personal', 'standard', ['70023'], ['*****']],
		['personal', 'standard', ['680229'], ['680229']],
		['personal', 'standard', ['680229-7'], ['680229-*']],
		['personal', 'standard', ['991332-0000010'], ['991332-*******']],
		['personal', 'standard', ['680229-', '7000023'], ['680229-', '*******']],
		['personal', 'standard', ['6802297', '000023'], ['680229*', '******']],
		[
			'personal',
			'standard',
			['680229-7000023', '990101-8000039'],
			['680229-*******', '990101-*******'],
		],
		['personal', 'none', ['680229-7000023'], ['680229-7000023']],
		['card', 'standard', ['9409-1234-5678-0008'], ['9409-12**-****-0008']],
		['card', 'standard', ['9409', '1234', '5678', '0008'], ['9409', '12**', '****', '0008']],
		['card', 'standard', ['9409-12**-****-0008세'], ['9409-12**-****-0008세']],
		['barcode', 'strict', ['8801043014809'], ['8801043014809']],
		['barcode', 'standard', ['8801043014808'], ['880104*******']],
		['barcode', 'standard', ['주민번호 4502078281191'], ['주민번호 450207*******']],
		['barcode', 'standard', ['새우깡 4502078281191'], ['새우깡 4502078281191']],
		['license', 'standard', ['11-23-123456-00'], ['11-23-123456-00']],
		['license', 'strict', ['11-23-123456-00'], ['11-23-1234**-**']],
		['passport', 'strict', ['M123A4567'], ['M123A****']],
		['mrz', 'standard', [OLD_ZONE], ['M000000004KOR0001018M9912315*******<<<<<<<*2']],
		[
			'mrz',
			'standard',
			['P<KORHONG<<GILDONG<<<<<<<<<<<<<<<<<<<<<<<<<<'],
			['P<KORHONG<<GILDONG<<<<<<<<<<<<<<<<<<<<<<<<<<'],
		],
		['plain', 'strict', ['110111-0062432'], ['110111-0062432']],
	] as const)('%s under %s: %j', (kind, level, texts, masked) => {
		expect(maskNumber([...texts], kind, level)).toEqual(masked);
	});
});
