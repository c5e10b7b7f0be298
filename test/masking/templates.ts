import type { JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { lookAlike, noLuhn, ordinary } from './decoyForms';
import { misreadForm, oddCard, separatorForm, usual, type Form } from './forms';
import { CARD, OTHER, PERSON } from './labels';
import { person, recentDate } from './numbers';
import { Paper, type Piece } from './paper';
import { cut, join, personPrint, plain, words, type Printed } from './print';
import type { Random } from './random';
import type { Group, MadeDocument, Truth } from './truth';

interface Field {
	name: string;
	lines: Piece[][];
	group?: Group;
	form?: string;
	/** What stands between two words in the field's own text. */
	joint?: string;
}

/** An answer of Template V2: named fields, each with the words that it was read from. */
export function templateDocument(random: Random): MadeDocument {
	const paper = new Paper(random);
	const truths: Truth[] = [];
	const fields = Array.from({ length: random.int(4, 9) }, () => field(random)).flatMap(
		(made) => made,
	);
	const members = fields.map((one, index) => {
		const { member, printed, inks } = memberOf(paper, one);
		if (one.group !== undefined) {
			const spots = inks.map((ink, at) => ({
				path: ['fields', index, 'subFields', at, 'inferText'],
				text: ink.text,
				hide: ink.hide,
			}));
			const own = { path: ['fields', index, 'inferText'], text: printed.text, hide: printed.hide };
			truths.push({ group: one.group, form: `field: ${one.form}`, spots: [own, ...spots] });
		}
		return member;
	});
	const image = {
		uid: '0'.repeat(32),
		name: 'made',
		inferResult: 'SUCCESS',
		message: 'SUCCESS',
		matchedTemplate: { id: 12, name: '신청서' },
		fields: members,
	};
	return { image, truths, sensitive: [] };
}

function memberOf(paper: Paper, { name, lines, joint = ' ' }: Field) {
	const inks = lines.flatMap((line) => paper.line(line));
	const subFields: JsonObject[] = inks.map((ink) => {
		const { boundingPoly, inferText, inferConfidence, lineBreak } = paper.member(ink);
		return { boundingPoly, inferText, inferConfidence, lineBreak };
	});
	const printed = inks.reduce<Printed>(
		(all, ink, index) =>
			index === 0 ? ink : join(all, plain(inks[index - 1].end ? '\n' : joint), ink),
		plain(''),
	);
	const member = {
		name,
		valueType: 'ALL',
		boundingPoly: subFields[0].boundingPoly,
		inferText: printed.text,
		inferConfidence: 0.97,
		type: 'NORMAL',
		subFields,
	};
	return { member, printed, inks };
}

function field(random: Random): Field[] {
	const numbers = (group: Group, made: Form): Field[] => {
		const labels: readonly string[] = made.label === 'person' ? PERSON : CARD;
		const named = made.needsLabel || random.chance(0.6);
		return [
			{
				name: named ? random.pick(labels) : `field${random.int(1, 99)}`,
				lines: made.lines,
				group,
				form: made.form,
			},
		];
	};
	const decoy = (group: Group, name: string, [form, text]: [string, string]): Field[] => [
		{ name, lines: [words(plain(text))], group, form },
	];
	return random.pick<() => Field[]>([
		() => numbers('usual form', usual(random)),
		() => numbers('one misread character', misreadForm(random)),
		() => numbers('any separator', separatorForm(random)),
		() => numbers('odd card groups', oddCard(random)),
		() => boxes(random),
		() => decoy('ordinary', '비고', ordinary(random)),
		() => decoy('ordinary', '연락처', ordinary(random)),
		() => decoy('look-alike with other label', random.pick(OTHER), lookAlike(random)),
		() => decoy('15 or 16 digits, no Luhn', '내용', noLuhn(random)),
		// Amounts and dates of neighbouring fields.
		() =>
			['4500', '9000', '2500', '6100'].flatMap((text, index) =>
				decoy('ordinary', `요금${index + 1}`, ['figures in fields', text]),
			),
		() => [
			...decoy('ordinary', '일자', ['date beside amount', recentDate(random)]),
			...decoy('ordinary', '금액', ['date beside amount', `${random.int(11, 99)}00000`]),
		],
	])();
}

/** A field of single boxes, one digit in each; its text joins them with or without blanks. */
function boxes(random: Random): Field[] {
	const printed = personPrint(person(random), random.pick(['', '-']));
	const pieces = cut(
		printed,
		Array.from({ length: 14 }, (_, index) => index),
	);
	const vertical = random.chance(0.3);
	const lines = vertical
		? pieces.map((piece) => [piece])
		: [pieces.map((piece) => ({ ...piece, gap: random.between(0.2, 1.2) }))];
	const name = random.chance(0.5) ? random.pick(PERSON) : '번호칸';
	return [
		{
			name,
			lines,
			group: 'digit by digit',
			form: vertical ? 'column' : 'row',
			joint: random.pick(['', ' ']),
		},
	];
}
