/** What stands in a content stream: an operator, or an operand before one. */
export type Token =
	| { kind: 'name' | 'operator'; text: string }
	| { kind: 'number'; value: number }
	/** Strings, arrays and dictionaries; `inked` where a string holds more than blanks. */
	| { kind: 'other'; inked: boolean };

const BLANK = /[\0\t\n\f\r ]/;
const DELIMITER = /[()<>[\]{}/%]/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/** Takes a content stream apart (PDF 1.7, 7.8.2). @param text the stream, one character a byte */
export function* tokensOf(text: string): Generator<Token> {
	let at = 0;
	while (at < text.length) {
		const sign = text[at];
		if (BLANK.test(sign)) at += 1;
		else if (sign === '%') at = endOfLine(text, at);
		else if (sign === '(') {
			const end = endOfString(text, at);
			yield { kind: 'other', inked: /[^\0\t\n\f\r ]/.test(text.slice(at + 1, end - 1)) };
			at = end;
		} else if (sign === '<' && text[at + 1] !== '<') {
			const close = text.indexOf('>', at);
			const end = close < 0 ? text.length : close + 1;
			yield { kind: 'other', inked: !/^<(?:\s*(?:00|20))*\s*>$/.test(text.slice(at, end)) };
			at = end;
		} else if (sign === '/') {
			const end = endOfWord(text, at + 1);
			yield { kind: 'name', text: text.slice(at + 1, end) };
			at = end;
		} else if (DELIMITER.test(sign)) at += 1;
		else {
			const end = endOfWord(text, at + 1);
			const word = text.slice(at, end);
			if (NUMBER.test(word)) yield { kind: 'number', value: Number(word) };
			else yield { kind: 'operator', text: word };
			at = end;
		}
	}
}

function endOfLine(text: string, from: number): number {
	let at = from;
	while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
	return at;
}

function endOfWord(text: string, from: number): number {
	let at = from;
	while (at < text.length && !BLANK.test(text[at]) && !DELIMITER.test(text[at])) at += 1;
	return at;
}

function endOfString(text: string, from: number): number {
	let depth = 0;
	for (let at = from; at < text.length; at++) {
		if (text[at] === '\\') at += 1;
		else if (text[at] === '(') depth += 1;
		else if (text[at] === ')' && --depth === 0) return at + 1;
	}
	return text.length;
}
