import { nodeProcess } from '../support/node';
import { measure, type Count } from './measure';
import { DECOYS, NUMBERS, type Group } from './truth';

/**
 * `npm run masking [-- seed [documents [group to show misses of]]]`: draws documents with numbers
 * and decoys, masks them, and prints what became of each form.
 */
const [seed = '20260101', count = '1000', shown = ''] = nodeProcess.argv.slice(2);
const { byGroup, byForm, misses } = measure(Number(seed), Number(count));

function line(name: string, { of, good, exact }: Count): string {
	const share = ((100 * good) / of).toFixed(2).padStart(6);
	return `${name.padEnd(58)} ${String(good).padStart(5)} of ${String(of).padStart(5)}  ${share} %  exactly ${exact}\n`;
}

const write = (text: string) => nodeProcess.stdout.write(text);
const groups: Array<[string, Group[]]> = [
	['hidden', NUMBERS],
	['left alone', DECOYS],
	['left alone, though nothing tells them from a real number', ['exact shape without label']],
];
write(`seed ${seed}, ${count} documents\n`);
for (const [title, list] of groups) {
	write(`\n${title}\n`);
	for (const group of list) {
		const total = byGroup.get(group);
		if (total === undefined) continue;
		write(line(group, total));
		for (const [form, part] of [...byForm].sort(([a], [b]) => (a < b ? -1 : 1))) {
			if (form.startsWith(`${group} | `)) write(line(`    ${form.slice(group.length + 3)}`, part));
		}
	}
}
for (const [group, list] of misses) {
	if (shown !== '' && group.includes(shown)) {
		for (const miss of list.slice(0, 25))
			write(`\n${group} | ${miss.form}\n  want ${miss.wanted}\n  got  ${miss.got}\n`);
	}
}
