import { PDFName, PDFNumber, type PDFDict } from 'pdf-lib';

import { breathe } from '../tick';
import type { FileWriter } from './fileWriter';

/** Entries that are written between two looks at the clock. */
export const ENTRIES_PER_LOOK = 1024;

/**
 * Adds the table that says where each object of a file begins (ISO 32000-1, 7.5.4), and its trailer.
 * @returns where the table begins
 */
export async function putCrossReferences(file: FileWriter, trailer: PDFDict): Promise<number> {
	const start = file.size;
	const { text, offsets } = file;
	const numbers = [...offsets.keys()].sort((a, b) => a - b);
	text.text('xref\n');
	for (const section of sectionsOf([0, ...numbers])) {
		text.text(`${section[0]} ${section.length}\n`);
		for (const [index, number] of section.entries()) {
			if (index % ENTRIES_PER_LOOK === 0) await breathe();
			const offset = offsets.get(number);
			if (offset === undefined) text.text('0000000000 65535 f \n');
			else text.text(`${String(offset).padStart(10, '0')} 00000 n \n`);
		}
	}
	trailer.set(PDFName.of('Size'), PDFNumber.of((numbers.at(-1) ?? 0) + 1));
	text.text('\ntrailer\n').dictionary(trailer).text('\n\n');
	return start;
}

/** Numbers in runs without a gap. */
export function sectionsOf(numbers: number[]): number[][] {
	const sections: number[][] = [];
	let last: number[] = [];
	for (const number of numbers) {
		if (last.length === 0 || number !== last[0] + last.length) sections.push((last = []));
		last.push(number);
	}
	return sections;
}
