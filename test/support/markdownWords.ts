import { marked, type Token, type Tokens } from 'marked';

/** What a reader of rendered Markdown sees, without any blanks, by a parser of its own. */
export function seenLetters(markdown: string): string {
	return marked.lexer(markdown, { gfm: true }).map(blockText).join('').replace(/\s/g, '');
}

function blockText(token: Token): string {
	if (token.type === 'list') return listText(token as Tokens.List);
	if (token.type === 'table') {
		const { header, rows } = token as Tokens.Table;
		return [header, ...rows]
			.flat()
			.map((cell) => inlineText(cell.tokens))
			.join(' ');
	}
	if (token.type === 'heading' || token.type === 'paragraph' || token.type === 'text') {
		return inlineText((token as Tokens.Paragraph).tokens ?? [token]);
	}
	if (token.type === 'space') return '';
	// A rule, a quotation, code or HTML: nothing of a page may become such.
	return `[${token.type}]`;
}

function listText({ ordered, start, items }: Tokens.List): string {
	return items
		.map((item, index) => {
			const sign = ordered ? `${Number(start) + index}${/^\s*\d+([.)])/.exec(item.raw)?.[1]}` : '•';
			return (item.task ? '[task]' : sign) + item.tokens.map(blockText).join('');
		})
		.join('');
}

function inlineText(tokens: Token[]): string {
	return tokens
		.map((token) => {
			if (token.type === 'br' || (token.type === 'html' && token.raw === '<br>')) return ' ';
			if (token.type === 'text' || token.type === 'escape')
				return unescaped((token as Tokens.Text).text);
			// GitHub makes a link of an address as it stands; its text is the address.
			if (token.type === 'link' && token.raw === (token as Tokens.Link).text) return token.raw;
			return `[${token.type}]`;
		})
		.join('');
}

function unescaped(text: string): string {
	return text
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&amp;', '&');
}
