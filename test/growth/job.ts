import type * as TableReadings from '../../nodes/ClovaOcr/reading/general/tableReadings';
import type * as TextReadings from '../../nodes/ClovaOcr/reading/general/textReadings';
import type { JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { PLAIN } from '../support/answers';
import { built } from '../support/built';
import { pageOf } from '../support/drawnPage';
import { nodeProcess } from '../support/node';
import { CELL_SHAPES, READINGS, sizesOf, WORD_SHAPES, wordAt } from './shapes';

/**
 * Measures one shape of page in a process of its own: the least milliseconds of processor time that
 * each reading of it takes, for a small page and for a large one. Prints them as JSON.
 */
const { tableReadings } = built<typeof TableReadings>('reading/general/tableReadings');
const { textReadings } = built<typeof TextReadings>('reading/general/textReadings');

const WARM_UP = 20;
const RUNS = { small: 30, large: 5 };

function least(run: () => unknown, runs: number): number {
	let best = Infinity;
	for (let i = 0; i < runs; i++) {
		const before = nodeProcess.cpuUsage();
		run();
		const { user, system } = nodeProcess.cpuUsage(before);
		best = Math.min(best, (user + system) / 1000);
	}
	return best;
}

function figures(name: string, read: (count: number) => () => unknown): Record<string, number> {
	const { small, large } = sizesOf(name);
	const [readSmall, readLarge] = [read(small), read(large)];
	for (let i = 0; i < WARM_UP; i++) {
		readSmall();
		if (i % 5 === 0) readLarge();
	}
	return {
		[`${name}: large`]: least(readLarge, RUNS.large),
		[`${name}: small`]: least(readSmall, RUNS.small),
	};
}

function wordFigures(shape: string): Record<string, number> {
	const place = WORD_SHAPES[shape];
	const page = (count: number) =>
		pageOf({ fields: Array.from({ length: count }, (_, at) => place(at, count)) });
	const measured = () =>
		READINGS.map(({ layout, splitInto }) =>
			figures(`${layout} ${splitInto}`, (count) => {
				const pages = [page(count)];
				return () => textReadings(pages, { ...PLAIN, layout, splitInto });
			}),
		);
	// The first time is slower: V8 compiles anew for what the other readings give to the same functions.
	measured();
	return Object.assign({}, ...measured()) as Record<string, number>;
}

function cellFigures(shape: string): Record<string, number> {
	return figures('cells', (count) => {
		const cells = Array.from({ length: count }, (_, at): JsonObject => {
			const [rowIndex, columnIndex] = CELL_SHAPES[shape](at);
			const cellWords = [wordAt(at, columnIndex * 50, rowIndex * 30)];
			return { rowIndex, columnIndex, cellTextLines: [{ cellWords }] };
		});
		const pages = [pageOf({ tables: [{ cells }], fields: [] })];
		return () => tableReadings(pages, { ...PLAIN, splitInto: 'table' });
	});
}

const [, , name] = nodeProcess.argv;
const [, cells] = /^cells (.*)$/.exec(name) ?? [];
const measured = cells === undefined ? wordFigures(name) : cellFigures(cells);
nodeProcess.stdout.write(JSON.stringify(measured));
