/**
 * A table as GitHub Flavored Markdown. Pipes and backslashes are escaped, line feeds become `<br>`
 * and what would be a tag or an entity is written out, so that a text can't bring markup of its own. Marks of emphasis
 * stay: whoever reads the source, people and language models, sees the text as printed.
 * @param labels the header line, which Markdown demands; empty texts where the table has none
 */
export function toMarkdown(labels: string[], rows: string[][]): string {
	const lines = [
		labels.map(escaped),
		labels.map(() => '---'),
		...rows.map((row) => row.map(escaped)),
	];
	return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function escaped(text: string): string {
	return text
		.replaceAll(/[\\|]/g, '\\$&')
		.replaceAll(/&(?=#?\w+;)/g, '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll(/\r\n|\r|\n/g, '<br>');
}
