import type * as PageRange from '../../nodes/ClovaOcr/pdf/pageRange';
import type { Random } from '../masking/random';
import { built } from '../support/built';
import { insist, insistClean, type Kind } from './kind';
import { oddText } from './odd';

const { inGroups, parsePageRange } = built<typeof PageRange>('pdf/pageRange');

export const ranges: Kind = {
	name: 'ranges',
	what: 'Page ranges as people, and expressions gone wrong, type them.',
	share: 21,
	run(random) {
		const pageCount = random.pick([1, 2, 3, 10, 100, random.int(1, 10_000)]);
		const text = anyRange(random, pageCount);
		const range = parsePageRange(text, pageCount);
		if (!range.ok) {
			insist(range.refusal.length > 20 && range.refusal.length < 300, 'an odd refusal');
			return insistClean(range.refusal, text);
		}
		const { pages } = range;
		insist(pages.length > 0, 'no page was chosen');
		insist(
			pages.every((page, index) => Number.isInteger(page) && page > (pages[index - 1] ?? 0)),
			'pages are not in order, each once',
		);
		insist((pages.at(-1) ?? 0) <= pageCount, 'a page lies beyond the file');
		for (const page of pages.slice(0, 20))
			insist(isNamed(page, text), `page ${page} was not named`);
		const size = random.int(1, 10);
		const groups = inGroups(pages, size);
		insist(groups.flat().join() === pages.join(), 'groups lose pages');
		insist(
			groups.every(({ length }) => length > 0 && length <= size),
			'groups are too large',
		);
	},
};

function anyRange(random: Random, pageCount: number): string {
	const page = () =>
		random.chance(0.9)
			? String(random.int(1, pageCount))
			: random.pick(['0', '-1', '1.5', '1e3', '00012', '99999999999999999999', '9'.repeat(400)]);
	const blank = () => random.pick(['', '', '', ' ', '\t', '\u3000']);
	const part = () => {
		const kind = random.next();
		if (kind < 0.45) return page();
		if (kind > 0.97) return oddText(random);
		const dash = random.pick(['-', '~', '–', '-', '—']);
		return page() + blank() + dash + blank() + (random.chance(0.2) ? '' : page());
	};
	const parts = Array.from({ length: random.int(1, 5) }, () => blank() + part() + blank());
	const text = parts.join(random.pick([',', ',', ',', ';']));
	return random.chance(0.01) ? `${text},`.repeat(random.int(2, 3000)).slice(0, -1) : text;
}

/** The same said once more in another way: is the page in one of the parts? */
function isNamed(page: number, text: string): boolean {
	return text.split(',').some((part) => {
		const [first, last = first] = part.split(/[-~–]/).map((one) => one.trim());
		return Number(first) <= page && (last === '' || page <= Number(last));
	});
}
