import type { NumberKind } from '../../../../nodes/ClovaOcr/reading/masking/found';
import { maskNumber } from '../../../../nodes/ClovaOcr/reading/masking/maskNumber';

describe('a number whose kind is known from its place', () => {
	it.each<[NumberKind, string, string]>([
		['personal', '900101-1234567', '900101-*******'],
		['personal', '900101', '900101'],
		['personal', '900101-1', '900101-*'],
		['personal', '900101 12x4', '900101 ****'],
		['personal', '9001011234567', '900101*******'],
		['personal', '1234567', '*******'],
		['personal', '12-34', '**-**'],
		['personal', '900101x', '900101x'],
		['personal', 'O00101-1234', 'O00101-****'],
		['personal', '12345678', '123456**'],
		['personal', 'HONG', 'HONG'],
		['card', '4000001111110002', '400000******0002'],
		['card', '4000-0011-1111-0002', '4000-00**-****-0002'],
		['card', '4000-00x1-1111-0002', '4000-00**-****-0002'],
		['card', '4000-00x1-111-02', '4000-00**-*11-02'],
		['card', '1234567890', '1234567890'],
		['card', '12345678901', '123456*8901'],
		['card', 'HONG', 'HONG'],
		['account', '110-234-567890', '***-***-**7890'],
		['account', '1234', '****'],
		['account', '12345', '*2345'],
		['whole', 'ZE 184-226', '** ***-***'],
		['license', '11-22-333333-44', '11-22-333333-44'],
		['barcode', '4006381333931', '4006381333931'],
		['barcode', ' 4006381333931 ', ' 4006381333931 '],
		['barcode', '900101-1234567', '900101-*******'],
		['plain', '900101-1234567', '900101-1234567'],
	])('of the kind %s: %s', (kind, text, masked) => {
		expect(maskNumber([text], kind, 'standard')).toEqual([masked]);
		expect(maskNumber([text], kind, 'none')).toEqual([text]);
	});

	it('loses its last four digits at the level Strict where its kind says no more', () => {
		expect(maskNumber(['M12345678'], 'passport', 'strict')).toEqual(['M1234****']);
		expect(maskNumber(['M12345678'], 'passport', 'standard')).toEqual(['M12345678']);
		expect(maskNumber(['123'], 'passport', 'strict')).toEqual(['***']);
	});

	it('is another one than its place should hold, and hidden as that', () => {
		expect(maskNumber(['카드 4000001111110002'], 'passport', 'standard')).toEqual([
			'카드 400000******0002',
		]);
	});

	it('runs over the leaves of a list', () => {
		expect(maskNumber(['900101', '1234567'], 'personal', 'standard')).toEqual(['900101', '*******']);
		expect(maskNumber(['4000', '0011', '1111', '0002'], 'card', 'standard')).toEqual([
			'4000',
			'00**',
			'****',
			'0002',
		]);
	});

	it('stands in each leaf where one holds all of it', () => {
		const whole = '900101-1234567';
		expect(maskNumber([whole, '800101-2345678'], 'personal', 'standard')).toEqual([
			'900101-*******',
			'800101-*******',
		]);
		expect(maskNumber(['1234567890', '99'], 'account', 'standard')).toEqual(['******7890', '**']);
		expect(maskNumber(['123456789', '99'], 'account', 'standard')).toEqual(['*******89', '99']);
		expect(maskNumber(['40000011111100', '77'], 'card', 'standard')).toEqual([
			'400000****1100',
			'77',
		]);
	});
});

describe('the zone of a passport that was not read cleanly', () => {
	const names = `PMKORHONG<<GILDONG${'<'.repeat(26)}`;
	const second = 'M123456784KOR9001011M30010121234567V12345678';
	const hidden = 'M123456784KOR9001011M3001012***************8';

	it('loses the tail of its second line', () => {
		expect(maskNumber([second], 'mrz', 'standard')).toEqual([hidden]);
		expect(maskNumber([`${names}${second}`], 'mrz', 'standard')).toEqual([`${names}${hidden}`]);
		expect(maskNumber([names, second], 'mrz', 'standard')).toEqual([names, hidden]);
	});

	it('with blanks in it is counted without them', () => {
		const spaced = second.replace('KOR', ' KOR ');
		expect(maskNumber([spaced], 'mrz', 'standard')).toEqual([hidden.replace('KOR', ' KOR ')]);
	});
});

describe('a zone of which the second line was misread', () => {
	const names = 'P<KORHONG<<GILDONG<SAMPLE<ANOTHER<NAME<THIRD'.slice(0, 44);
	const second = 'M0000?004KOR6802295F9901018368022951234<<<36';

	it('loses the end of that line, and no name', () => {
		const [masked] = maskNumber([names + second], 'mrz', 'standard');
		expect(masked.slice(0, 44)).toBe(names);
		expect(masked.slice(44, 72)).toBe(second.slice(0, 28));
		expect(masked.slice(72)).not.toMatch(/\d{2}(?!$)/);
	});

	it('loses it where the line stands alone', () => {
		const [masked] = maskNumber([second], 'mrz', 'standard');
		expect(masked.slice(0, 28)).toBe(second.slice(0, 28));
		expect(masked).toContain('***');
	});
});

it('texts of a list are one number where a separator leads from one into the next', () => {
	expect(maskNumber(['900101-', '1234567'], 'personal', 'standard')).toEqual(['900101-', '*******']);
	expect(maskNumber(['900101', '-1234567'], 'personal', 'standard')).toEqual(['900101', '-*******']);
});
