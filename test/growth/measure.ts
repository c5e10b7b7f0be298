/*
 * Prints as JSON how many times as long 20 times the words, and 10 times the cells, take to read.
 * In a process of its own: in Jest's, the garbage of Jest's own modules is collected along with ours.
 */
import type * as TableReadings from '../../nodes/ClovaOcr/reading/general/tableReadings';
import type * as TextReadings from '../../nodes/ClovaOcr/reading/general/textReadings';
import type { PageAnswer } from '../../nodes/ClovaOcr/reading/page';
import { PLAIN } from '../support/answers';
import { built } from '../support/built';
import { nodeProcess } from '../support/node';
import { CELL_SHAPES, pageOfCells, pageOfWords, WORD_SHAPES } from './shapes';

const { textReadings } = built<typeof TextReadings>('reading/general/textReadings');
const { tableReadings } = built<typeof TableReadings>('reading/general/tableReadings');

const LAYOUTS = [
	['columns', 'page'],
	['spaced', 'page'],
	['markdown', 'page'],
	['text', 'page'],
	['text', 'pair'],
] as const;

type Read = (page: PageAnswer) => unknown;

/** Processor time of this process, in milliseconds, after a collection of what lay about before. */
function once(read: Read, page: PageAnswer): number {
	if (typeof gc === 'function') gc();
	const before = nodeProcess.cpuUsage();
	read(page);
	const { user, system } = nodeProcess.cpuUsage(before);
	return (user + system) / 1000;
}

/** Less is noise. */
const LEAST = 1;
/** A larger growth is measured again: other work on the machine only ever adds. */
const DOUBTFUL = 20;
const MOST_RUNS = 4;

function growth(read: Read, few: PageAnswer, many: PageAnswer): number {
	for (let warm = 0; warm < 10; warm++) read(few);
	const short = Math.max(LEAST, Math.min(...[1, 2, 3, 4, 5].map(() => once(read, few))));
	let long = once(read, many);
	for (let run = 1; run < MOST_RUNS && long > DOUBTFUL * short; run++) {
		long = Math.min(long, once(read, many));
	}
	return long / short;
}

const found: Record<string, number> = {};
for (const [shape, wordOf] of Object.entries(WORD_SHAPES)) {
	const [few, many] = [pageOfWords(1000, wordOf), pageOfWords(20_000, wordOf)];
	for (const [layout, splitInto] of LAYOUTS) {
		const read: Read = (page) => textReadings([page], { ...PLAIN, layout, splitInto });
		found[`words ${shape}, ${layout}, ${splitInto}`] = growth(read, few, many);
	}
}
for (const [shape, placeOf] of Object.entries(CELL_SHAPES)) {
	const [few, many] = [pageOfCells(1000, placeOf), pageOfCells(10_000, placeOf)];
	const read: Read = (page) => tableReadings([page], { ...PLAIN, splitInto: 'table' });
	found[`cells ${shape}`] = growth(read, few, many);
}
nodeProcess.stdout.write(JSON.stringify(found));
