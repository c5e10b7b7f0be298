import type { JsonObject } from '../../nodes/ClovaOcr/shared/json';
import {
	columns,
	digitByDigit,
	exactShapeEntry,
	fillerLine,
	lookAlikeEntry,
	misreadEntry,
	noLuhnEntry,
	oddCardEntry,
	ordinaryEntry,
	separatorEntry,
	twoColumns,
	usualEntry,
	type Entry,
} from './entries';
import { Paper } from './paper';
import { Random } from './random';
import { receiptDocument } from './receipts';
import { tableDocument } from './tables';
import { templateDocument } from './templates';
import type { MadeDocument, Planted, Truth } from './truth';

/** Documents of every kind with numbers and decoys, drawn from a seed; what has to be starred is known. */
export function documents(seed: number, count: number): MadeDocument[] {
	const random = new Random(seed);
	return Array.from({ length: count }, () => {
		const own = new Random(random.int(0, 2 ** 31));
		const kind = own.next();
		if (kind < 0.14) return templateDocument(own);
		if (kind < 0.28) return tableDocument(own);
		if (kind < 0.36) return receiptDocument(own);
		return generalDocument(own);
	});
}

const ENTRIES: Array<[share: number, entry: Entry]> = [
	[2.4, usualEntry],
	[1.6, misreadEntry],
	[1.2, separatorEntry],
	[0.6, digitByDigit],
	[0.5, twoColumns],
	[0.7, oddCardEntry],
	[8, ordinaryEntry],
	[2.2, lookAlikeEntry],
	[0.9, noLuhnEntry],
	[0.4, exactShapeEntry],
	[0.6, columns],
];

function anyEntry(random: Random): Entry {
	let at = random.next() * ENTRIES.reduce((sum, [share]) => sum + share, 0);
	for (const [share, entry] of ENTRIES) {
		at -= share;
		if (at < 0) return entry;
	}
	return fillerLine;
}

function generalDocument(random: Random): MadeDocument {
	const paper = new Paper(random);
	const planted: Planted[] = [];
	for (let left = random.int(5, 13); left > 0; left--) {
		planted.push(...anyEntry(random)(paper));
		for (let lines = random.int(0, 2); lines > 0; lines--) fillerLine(paper);
	}
	return { ...generalAnswer(paper, planted), sensitive: [] };
}

/** The answer of General for a page, and where in it the planted texts stand. */
export function generalAnswer(
	paper: Paper,
	planted: Planted[],
	more: JsonObject = {},
): { image: JsonObject; truths: Truth[] } {
	const fields = paper.inks.map((ink) => paper.member(ink));
	const indexOf = new Map(paper.inks.map((ink, index) => [ink, index]));
	const truths = planted.map(({ group, form, inks }) => ({
		group,
		form,
		spots: inks.map((ink) => ({
			path: ['fields', indexOf.get(ink) ?? -1, 'inferText'],
			text: ink.text,
			hide: ink.hide,
		})),
	}));
	const info = { width: 2400, height: 3400, pageIndex: 0, longImage: false };
	const image = {
		uid: '0'.repeat(32),
		name: 'made',
		inferResult: 'SUCCESS',
		message: 'SUCCESS',
		convertedImageInfo: info,
		...more,
		fields,
	};
	return { image, truths };
}
