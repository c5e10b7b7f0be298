import type * as MaskImage from '../../nodes/ClovaOcr/reading/masking/maskImage';
import { asObject, type JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { Paper } from '../masking/paper';
import { plain } from '../masking/print';
import { Random } from '../masking/random';
import { built } from '../support/built';
import { nodeProcess } from '../support/node';

/** What masking a page costs beside parsing its answer, in CPU time; the bound is the share of `JSON.parse`. */
const REPEATS = 15;
/** Runs before: V8 compiles what runs often, and n8n's process runs for weeks. */
const WARM_UP = 40;
const WIDTH = 12;
/** How many times as much a word may cost on the larger page: what lives longer is collected with more work. */
const MOST_GROWTH = 4;

const { maskImage } = built<typeof MaskImage>('reading/masking/maskImage');

type TextAt = (random: Random, index: number) => string;

const PAGES: Array<[name: string, text: TextAt, bound: number]> = [
	[
		'text with few numbers',
		(random, index) => (index % 20 === 0 ? `${random.int(1000, 99999)}원` : '낱말예시'),
		1,
	],
	['words with digits', (random) => `낱말${random.int(1, 97)}`, 1],
	['plain figures throughout', (random) => String(random.int(10, 99_999)), 1],
	['amounts throughout', (random) => random.int(1000, 999_999).toLocaleString('en-US'), 1],
];

function pageOf(words: number, text: TextAt): string {
	const random = new Random(words);
	const paper = new Paper(random);
	for (let index = 0; index < words; index += WIDTH) {
		paper.line(
			Array.from({ length: WIDTH }, (_, at) => ({ ...plain(text(random, index + at)), gap: 2 })),
		);
	}
	paper.line([plain('주민등록번호'), plain('900101-1234567')]);
	return JSON.stringify({
		inferResult: 'SUCCESS',
		fields: paper.inks.map((ink) => paper.member(ink)),
	});
}

/** The least of several runs: other work on the machine only ever adds. */
function cpu(run: () => unknown): number {
	const times = Array.from({ length: REPEATS }, () => {
		const before = nodeProcess.cpuUsage();
		run();
		const { user, system } = nodeProcess.cpuUsage(before);
		return (user + system) / 1000;
	});
	return Math.min(...times);
}

let slow = false;
for (const [name, text, bound] of PAGES) {
	const perWord: number[] = [];
	for (const words of [5_000, 20_000]) {
		const json = pageOf(words, text);
		const image: JsonObject = asObject(JSON.parse(json));
		const mask = () => maskImage(image, [], 'standard');
		for (let warm = 0; warm < WARM_UP; warm++) mask();
		const [parse, masking] = [cpu(() => JSON.parse(json) as unknown), cpu(mask)];
		const share = masking / parse;
		perWord.push(masking / words);
		slow ||= share > bound;
		nodeProcess.stdout.write(
			`${name}: ${words} words, ${(json.length / 1e6).toFixed(2)} MB, parse ${parse.toFixed(1)} ms, mask ${masking.toFixed(1)} ms, share ${share.toFixed(2)} of at most ${bound}\n`,
		);
	}
	const growth = perWord[1] / perWord[0];
	slow ||= growth > MOST_GROWTH;
	nodeProcess.stdout.write(
		`${name}: a word costs ${growth.toFixed(2)} times as much on the larger page\n`,
	);
}
nodeProcess.exitCode = slow ? 1 : 0;
