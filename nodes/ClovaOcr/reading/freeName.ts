/** The member of an item that holds everything about the reading. */
const RESERVED = 'ocr';

/**
 * A name that is neither reserved nor taken: the name itself, else with the first free number.
 * @param taken names already given
 * @param numbers remembers where to go on for a name, so that many of one name don't begin anew each time
 */
export function freeName(
	name: string,
	taken: ReadonlySet<string>,
	numbers: Map<string, number> = new Map(),
): string {
	if (name !== RESERVED && !taken.has(name)) return name;
	let number = numbers.get(name) ?? 2;
	while (taken.has(`${name}${number}`)) number++;
	numbers.set(name, number);
	return `${name}${number}`;
}
