import type { INodeExecutionData } from 'n8n-workflow';

import { assert } from '../support/node';

/** What the user reads of a file that was not read. */
export interface Words {
	message: string;
	description: string;
}

/** Holds what the user reads against what has to be said; null means that the file is read. */
export function checkWords(text: RegExp | null, words: Words | null, where: string): void {
	if (text === null) {
		assert.equal(words?.message ?? null, null, `${where}: is read after all`);
		return;
	}
	const { message, description } = words ?? { message: '(read)', description: '' };
	const said = `${where}: "${message}. ${description}"`;
	assert.match(message, text, said);
	assert.ok(description.length > 20, `${said} does not say what to do`);
	// What CLOVA itself said is quoted, and n8n's own names of a setting have the word.
	const ours = `${message} ${description}`.replace(/"[^"]*"|On Error|using error output/g, '');
	assert.doesNotMatch(ours, /\b(error|problem|failure|mistake)/i, said);
}

/** A file without a fault came out as if it had been alone. */
export function checkGood(
	items: INodeExecutionData[],
	item: number,
	name: string,
	where: string,
): void {
	const texts = items
		.filter((each) => itemOf(each) === item)
		.map(({ json }) => String(json.text ?? json.message));
	assert.ok(texts.length > 0, `${where}: ${name} is there`);
	for (const text of texts)
		assert.ok(text.startsWith(name), `${where}: ${name} is untouched, not "${text}"`);
}

/** Items stand in the order of what came in. */
export function checkOrder(items: INodeExecutionData[], where: string): void {
	const order = items.map(itemOf);
	assert.deepEqual(
		order,
		[...order].sort((a, b) => a - b),
		`${where}: items in order`,
	);
}

/** The name of a file without a fault. */
export function goodName(index: number): string {
	return `good${String(index).padStart(3, '0')}`;
}

/** The number of the item from which one came. */
export function itemOf({ pairedItem }: INodeExecutionData): number {
	return typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : -1;
}

export function isError({ json }: INodeExecutionData): boolean {
	return typeof json.error === 'string';
}

export function wordsOfItem({ json }: INodeExecutionData): Words {
	const message = String(json.error);
	return { message, description: String(json.message).slice(message.length + 2) };
}
