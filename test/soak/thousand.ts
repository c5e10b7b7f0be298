import type { JsonObject } from '../../nodes/ClovaOcr/shared/json';
import type { Fault } from '../simulator';
import { randomFrom } from '../simulator/pace';
import { runOcr, parametersFor, picture, fileItem } from '../support/ocrRun';
import { textPdf } from '../support/tinyPictures';

export interface Service {
	url: string;
	secret: string;
	/** Where the simulator takes orders. */
	control: string;
}

const FAULTS: Fault[] = [
	{ kind: 'reset' },
	{ kind: 'reset', when: 'upload' },
	{ kind: 'stall' },
	{ kind: 'stall', when: 'upload' },
	{ kind: 'stall', when: 'head' },
	{ kind: 'stall', when: 'body' },
	{ kind: 'drip', in: 'body', milliseconds: 300 },
	{ kind: 'endlessHead' },
	{ kind: 'truncated' },
	{ kind: 'brokenJson' },
	{ kind: 'brokenJson', text: '' },
	{ kind: 'html' },
	{ kind: 'redirect' },
	{ kind: 'gzip' },
	{ kind: 'encoding', encoding: 'euc-kr', declared: false },
	{ kind: 'bare', status: 503 },
	{ kind: 'service', code: '0011' },
	{ kind: 'service', code: '0025' },
	{ kind: 'service', code: '0500' },
	{ kind: 'gateway', code: '429/410' },
	{ kind: 'gateway', code: '504/510' },
	{ kind: 'page', page: 0, inferResult: 'ERROR', message: 'Recognition failure' },
];
/** A few of these for each thousand: they take the machine's time, not the node's. */
const DEAR: Fault[] = [{ kind: 'gzipBomb' }, { kind: 'huge' }];

/**
 * One execution of a thousand items. Under Continue each item must come out as what it is: a page
 * that says its file's name, or an item that says why not.
 */
export async function runThousand(
	service: Service,
	round: number,
	control: (command: JsonObject) => Promise<void>,
): Promise<{ faulty: number; hostile: number; lost: number }> {
	const random = randomFrom(round + 1);
	const hostileFiles = await makeHostile(random);
	const faults: JsonObject[] = [];
	let hostile = 0;
	const items = Array.from({ length: 1000 }, (_, index) => {
		const name = `r${round}i${index}x`;
		const chance = random();
		if (chance < 0.04) {
			hostile += 1;
			return fileItem(`${name}.hostile`, hostileFiles[Math.floor(random() * hostileFiles.length)]);
		}
		if (chance < 0.14) {
			const fault = faults.length < DEAR.length ? DEAR[faults.length] : pick(FAULTS, random);
			faults.push({ fault: { ...fault }, match: { fileName: name } });
		}
		return fileItem(`${name}.png`, picture(index));
	});
	await control({ faults });
	const result = await runOcr(
		{ url: () => service.url, secret: () => service.secret },
		parametersFor('extractText', {
			options: { timeout: 2000, rateLimitWait: 20_000, maxConcurrency: 10 },
		}),
		items,
		{ onError: 'continueRegularOutput', binaryMode: 'filesystem' },
	);
	const seen = new Set<number>();
	for (const { json, pairedItem } of result.items('CLOVA OCR')) {
		const item = typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : -1;
		const good = String(json.text).startsWith(`r${round}i${item}x`);
		if (good || typeof json.error === 'string') seen.add(item);
	}
	return { faulty: faults.length, hostile, lost: items.length - seen.size };
}

/** Files that are none, or that would cost much if they were believed. */
async function makeHostile(random: () => number): Promise<Buffer[]> {
	const noise = Buffer.from(Array.from({ length: 5000 }, () => Math.floor(random() * 256)));
	const pdf = await textPdf(2);
	const flipped = Buffer.from(pdf);
	for (let flip = 0; flip < 40; flip += 1) {
		flipped[9 + Math.floor(random() * (flipped.length - 9))] = Math.floor(random() * 256);
	}
	const text = (content: string) => Buffer.from(content, 'latin1');
	return [
		Buffer.alloc(0),
		noise,
		text('GIF89a'),
		picture().subarray(0, 20),
		pdf.subarray(0, pdf.length / 2),
		text(`%PDF-1.7\n${'['.repeat(100_000)}`),
		text(
			`%PDF-1.5\n1 0 obj<</Type/XRef/W[1 9 9]/Index[0 999999999]/Size 999999999/Length 0>>stream\nendstream endobj startxref 9 %%EOF`,
		),
		text(`%PDF-1.4\n${'stream\n'.repeat(50_000)}`),
		text(
			'%PDF-1.4\n1 0 obj<</Type/Pages/Kids[1 0 R 1 0 R]/Count 9>>endobj 2 0 obj<</Type/Catalog/Pages 1 0 R>>endobj trailer<</Root 2 0 R>>',
		),
		text(`II*\0\x08\0\0\0\xff\xff${'\0'.repeat(100)}`),
	];
}

function pick<T>(list: T[], random: () => number): T {
	return list[Math.floor(random() * list.length)];
}
