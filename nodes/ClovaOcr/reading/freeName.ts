/** The member of an item that holds everything about the reading. */
const RESERVED = 'ocr';

/**
 * A name that is neither reserved nor taken: the name itself, else with the first free number.
 * @param taken names already given
 */
export function freeName(name: string, taken: ReadonlySet<string>): string {
	if (name !== RESERVED && !taken.has(name)) return name;
	let number = 2;
	while (taken.has(`${name}${number}`)) number++;
	return `${name}${number}`;
}
