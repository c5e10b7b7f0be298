import { amex, card16, diners, long19, person } from './numbers';
import { cardPrint, cut, misread, personPrint, wide, words, type Printed } from './print';
import type { Random } from './random';

/** A number as printed: its words, in lines where it runs over a line end. */
export interface Form {
	form: string;
	label: 'card' | 'person';
	lines: Printed[][];
	/** Forms that say too little without a label are always printed with one. */
	needsLabel?: boolean;
}

const DASHES = ['-', '‐', '‑', '–', '—', '―', '−', '－', 'ㅡ', '~', '∼', '〜', '～', '﹣', 'ー'];
const SEPARATORS = [
	...DASHES,
	',',
	':',
	'/',
	'=',
	'.',
	'·',
	' ',
	', ',
	': ',
	' / ',
	' = ',
	' . ',
	' · ',
	' ~ ',
	' – ',
	'：',
	'／',
	'・',
	'．',
];

function one(form: string, label: Form['label'], printed: Printed): Form {
	return { form, label, lines: [words(printed)] };
}

export function usual(random: Random): Form {
	const number = person(random);
	const card = card16(random);
	const groups = [4, 4, 4, 4];
	return random.pick([
		() => one('6-7 with dash', 'person', personPrint(number, '-')),
		() => one('6-7 with dash', 'person', personPrint(number, '-')),
		() => one('6 - 7', 'person', personPrint(number, ' - ')),
		() => one('6 7', 'person', personPrint(number, ' ')),
		() => one('13 in one piece', 'person', personPrint(number, '')),
		() => one('full width', 'person', wide(personPrint(number, '-'))),
		() => one('dash in next word', 'person', personPrint(number, random.pick(['- ', ' -']))),
		() => torn(random, 'torn within line', personPrint(number, '-')),
		() => ({
			form: 'over line end',
			label: 'person' as const,
			lines: cut(personPrint(number, '-'), [7]).map((part) => [part]),
		}),
		() => one('card 4-4-4-4', 'card', cardPrint(card, groups, '-')),
		() => one('card 4 4 4 4', 'card', cardPrint(card, groups, ' ')),
		() => one('card in one piece', 'card', cardPrint(card, groups, '')),
		() => one('Amex 4-6-5', 'card', cardPrint(amex(random), [4, 6, 5], random.pick(['-', ' ']))),
	])();
}

/** Recognition cut a word of the number in two without a blank being printed. */
function torn(random: Random, form: string, printed: Printed): Form {
	return { form, label: 'person', lines: [cut(printed, [random.int(3, 10)])] };
}

export function misreadForm(random: Random): Form {
	const solid = random.chance(0.15);
	if (random.chance(0.65)) {
		const printed = misread(
			random,
			personPrint(person(random), solid ? '' : random.pick(['-', '-', '-', ' - ', '–'])),
		);
		return {
			...one(solid ? 'person, solid' : 'person, 6-7', 'person', printed),
			needsLabel: solid,
		};
	}
	const printed = misread(
		random,
		cardPrint(card16(random), [4, 4, 4, 4], solid ? '' : random.pick(['-', ' ', '-'])),
	);
	return { ...one(solid ? 'card, solid' : 'card, 4-4-4-4', 'card', printed), needsLabel: solid };
}

export function separatorForm(random: Random): Form {
	const separator = random.pick(SEPARATORS);
	const name = JSON.stringify(separator.trim() || ' ');
	if (random.chance(0.7))
		return one(`person, ${name}`, 'person', personPrint(person(random), separator));
	return one(`card, ${name}`, 'card', cardPrint(card16(random), [4, 4, 4, 4], separator));
}

export function oddCard(random: Random): Form {
	const [number, groups] = random.pick([
		() =>
			[
				card16(random),
				random.pick([
					[6, 10],
					[8, 8],
					[4, 12],
					[6, 4, 6],
					[6, 6, 4],
					[4, 8, 4],
					[4, 4, 8],
					[2, 4, 4, 6],
					[5, 5, 6],
					[4, 4, 5, 3],
				]),
			] as const,
		() =>
			[
				amex(random),
				random.pick([
					[4, 11],
					[4, 6, 5],
					[5, 5, 5],
					[4, 4, 4, 3],
					[6, 9],
				]),
			] as const,
		() => [diners(random), random.pick([[4, 6, 4], [14], [6, 8], [4, 4, 4, 2]])] as const,
		() => [long19(random), random.pick([[4, 4, 4, 4, 3], [6, 13], [19]])] as const,
	])();
	const separator = random.pick(['-', ' ', '-', ' ', '.', '/']);
	return one(
		`${number.length}: ${groups.join('-')}`,
		'card',
		cardPrint(number, [...groups], separator),
	);
}
