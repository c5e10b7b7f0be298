import type { Random } from './random';

/** A text as it is printed, with what of it has to be hidden. */
export interface Printed {
	text: string;
	/** Indices of the code units that have to be starred. */
	hide: number[];
}

export function plain(text: string): Printed {
	return { text, hide: [] };
}

export function secret(text: string): Printed {
	return { text, hide: [...text].map((_, index) => index) };
}

export function join(...parts: Printed[]): Printed {
	let text = '';
	const hide: number[] = [];
	for (const part of parts) {
		hide.push(...part.hide.map((index) => index + text.length));
		text += part.text;
	}
	return { text, hide };
}

export function slice(printed: Printed, from: number, to = printed.text.length): Printed {
	return {
		text: printed.text.slice(from, to),
		hide: printed.hide.filter((index) => index >= from && index < to).map((index) => index - from),
	};
}

/** Cut before each of these indices. */
export function cut(printed: Printed, at: number[]): Printed[] {
	const borders = [0, ...[...new Set(at)].sort((a, b) => a - b), printed.text.length];
	return borders
		.slice(1)
		.map((end, index) => slice(printed, borders[index], end))
		.filter(({ text }) => text !== '');
}

/** The words of a text, as recognition gives them. */
export function words(printed: Printed): Printed[] {
	const found: Printed[] = [];
	for (const match of printed.text.matchAll(/\S+/g)) {
		found.push(slice(printed, match.index, match.index + match[0].length));
	}
	return found;
}

/** A card's number in groups: all but the first six and last four digits are secret. */
export function cardPrint(number: string, groups: number[], separator: string): Printed {
	let at = 0;
	const parts = groups.map((length): Printed => {
		const from = at;
		at += length;
		const hide = Array.from({ length }, (_, index) => index).filter(
			(index) => from + index >= 6 && from + index < number.length - 4,
		);
		return { text: number.slice(from, at), hide };
	});
	return parts.reduce((all, part) => join(all, plain(separator), part));
}

export function personPrint([front, back]: [string, string], separator: string): Printed {
	return join(plain(front), plain(separator), secret(back));
}

export function wide(printed: Printed): Printed {
	const text = printed.text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
	return { ...printed, text };
}

/** What recognition makes of a digit, after its look; the last ones of a list are rare. */
const MISREAD: Record<string, string> = {
	'0': 'OoDQUCㅇ○',
	'1': 'Il|!iJㅣ]',
	'2': 'ZzRㄹ',
	'3': 'EBㅋ}',
	'4': 'AHhyㅓ',
	'5': 'Ss$F',
	'6': 'GbCㅎ',
	'7': 'T?Yㄱ>',
	'8': 'B&S§',
	'9': 'gqPpㅁ',
};

/** The number with one of its digits read as something that is no digit. */
export function misread(random: Random, printed: Printed): Printed {
	const digits = [...printed.text].flatMap((c, index) => (/\d/.test(c) ? [index] : []));
	const at = random.pick(digits);
	const looks = MISREAD[printed.text[at]];
	const wrong = random.chance(0.85)
		? random.pick([...looks])
		: random.pick([...'KMNVWXakmnrvwx#%가이']);
	return { ...printed, text: printed.text.slice(0, at) + wrong + printed.text.slice(at + 1) };
}
