import { againstLuhn, amex, card16, person, recentDate, two, withLuhn } from './numbers';
import type { Random } from './random';

/** Harmless texts as they stand in a line; blanks part words. */
export type Decoy = [form: string, text: string];

const won = (value: number) => value.toLocaleString('en-US');

/** Numbers of every page, none of which looks like a person's or a card's to somebody who reads. */
export function ordinary(random: Random): Decoy {
	const date = [String(random.int(1990, 2029)), two(random.int(1, 12)), two(random.int(1, 28))];
	const time = `${two(random.int(0, 23))}:${two(random.int(0, 59))}:${two(random.int(0, 59))}`;
	return random.pick<() => Decoy>([
		() => ['date', date.join(random.pick(['-', '.', '/', '. ']))],
		() => ['date and time', `${date.join('-')} ${time}`],
		() => ['date and time, solid', date.join('') + time.replaceAll(':', '')],
		() => ['date and time, solid', `${date.join('')} ${time.replaceAll(':', '')}`],
		() => ['amount', `${won(random.int(100, 99_999_999))}${random.pick(['', '원', '円', ' 원'])}`],
		() => ['amounts', Array.from({ length: 4 }, () => won(random.int(1000, 9_999_999))).join(' ')],
		() => ['mobile', `010-${random.digits(4)}-${random.digits(4)}`],
		() => [
			'mobile and year',
			`010-${random.digits(4, '23456789')}-${random.digits(4)} ${random.int(1990, 2029)}`,
		],
		() => ['mobile, solid', `010${random.digits(8)}`],
		() => [
			'phone',
			`${random.pick(['02', '031', '051', '070', '03'])}-${random.digits(4, '23456789')}-${random.digits(4)}`,
		],
		() => [
			'phones',
			`02-${random.digits(4, '2345678')}-${random.digits(4)} / 02-${random.digits(4, '2345678')}-${random.digits(4)}`,
		],
		() => ['abroad', `+82 10 ${random.digits(4)} ${random.digits(4)}`],
		() => [
			'business number',
			`${random.digits(3, '123456789')}-${random.digits(2)}-${random.digits(5)}`,
		],
		() => [
			'account',
			random.pick([
				`${random.digits(3, '12')}-${random.digits(3)}-${random.digits(6)}`,
				`${random.digits(6)}-${random.digits(2)}-${random.digits(6)}`,
				`${random.digits(4)}-${random.digits(3)}-${random.digits(6)}`,
			]),
		],
		() => [
			'figures in a row',
			Array.from({ length: random.int(4, 8) }, () => String(random.int(2, 990))).join(' '),
		],
		() => ['years in a row', Array.from({ length: 4 }, (_, i) => String(2018 + i)).join(' ')],
		() => ['approval', random.digits(8)],
		() => ['parcel', random.digits(12)],
		() => ['postcode', `${random.digits(5)} ${random.int(1, 300)}-${random.int(1, 30)}`],
		() => [
			'address',
			`${random.int(1, 300)}번길 ${random.int(1, 99)}, ${random.int(101, 130)}동 ${random.int(101, 2500)}호`,
		],
		() => [
			'measures',
			`${random.int(10, 99)}.${random.int(0, 9)}x${random.int(10, 99)}.${random.int(0, 9)} ${random.int(100, 999)}g`,
		],
		() => [
			'formula',
			`${random.int(100, 9999)}+${random.int(100, 9999)}=${random.int(1000, 19_999)}`,
		],
		() => [
			'ip',
			`${random.int(11, 223)}.${random.int(0, 255)}.${random.int(0, 255)}.${random.int(1, 254)}:${random.int(1000, 9999)}`,
		],
		() => ['period', `${date.join('.')} ~ ${date[0]}.12.${two(random.int(1, 31))}`],
		() => ['period, short', `${recentDate(random)} ~ ${recentDate(random)}`],
		() => ['model', `SM-${random.pick(['A', 'G', 'S'])}${random.digits(3)}N ${random.digits(4)}`],
		() => [
			'share',
			`${random.int(1, 99)}.${random.digits(2)}% (${random.int(1, 400)}/${random.int(401, 999)})`,
		],
		() => ['book', `978-89-${random.digits(4)}-${random.digits(3)}-${random.digits(1)}`],
		() => [
			'phone and fax',
			`TEL 02)${random.digits(3, '2345')}-${random.digits(4)} FAX 02)${random.digits(3, '2345')}-${random.digits(4)}`,
		],
		() => ['document', `제${random.int(2015, 2026)}-${random.digits(5)}호`],
	])();
}

/** What looks like a person's or a card's number, and carries the label of another kind. */
export function lookAlike(random: Random): Decoy {
	const [front, back] = person(random);
	return random.pick<() => Decoy>([
		() => ['YYMMDD-1234567', `${recentDate(random)}-${random.digits(7, '12345678')}`],
		() => ['YYMMDD-1234567', `${recentDate(random)}-${random.digits(7, '12345678')}`],
		() => ['13 digits', recentDate(random) + random.digits(7, '12345678')],
		() => ['resident shape', `${front}-${back}`],
		() => ['16 digits', random.digits(16, '23456')],
		() => ['16 digits, Luhn', card16(random)],
		() => ['16 digits, Luhn', card16(random).replace(/(.{4})(?=.)/g, '$1-')],
		() => ['IMEI', withLuhn(`35${random.digits(12)}`)],
		() => ['IMEI', withLuhn(`${random.pick(['86', '01', '99'])}${random.digits(12)}`)],
		() => ['15 digits, Luhn', amex(random)],
		() => ['20YYMMDD and serial', `20${recentDate(random)}${random.digits(8)}`],
		() => ['14 digits', `${random.digits(3, '123')}-${random.digits(4)}-${random.digits(7)}`],
	])();
}

/** 15 or 16 digits in one piece that Luhn refuses, without any label. */
export function noLuhn(random: Random): Decoy {
	return random.pick<() => Decoy>([
		() => ['16 digits', againstLuhn(random, random.digits(15, '123456789'))],
		() => ['16 digits of a card', againstLuhn(random, card16(random).slice(0, 15))],
		() => ['15 digits', againstLuhn(random, random.digits(14, '123456789'))],
		() => ['15 digits of a card', againstLuhn(random, amex(random).slice(0, 14))],
		() => [
			'20YYMMDD and serial',
			againstLuhn(random, `20${recentDate(random)}${random.digits(7)}`),
		],
		() => ['IMEI', againstLuhn(random, `35${random.digits(12)}`)],
		() => [
			'4 4 4 4',
			againstLuhn(random, random.digits(15, '123456789')).replace(/(.{4})(?=.)/g, '$1 '),
		],
	])();
}

/** The exact shape without a label either way: stays starred and is counted apart. */
export function exactShape(random: Random): Decoy {
	return random.pick<() => Decoy>([
		() => ['YYMMDD-1234567', `${recentDate(random)}-${random.digits(7, '12345678')}`],
		() => ['16 digits, Luhn', card16(random)],
		() => ['15 digits, Luhn', amex(random)],
	])();
}
