import {
	PDFName,
	PDFNull,
	PDFPageLeaf,
	PDFPageTree,
	type PDFContext,
	type PDFDict,
	type PDFRef,
} from 'pdf-lib';

import { putCrossReferences } from '../file/crossReferences';
import { FileWriter } from '../file/fileWriter';
import type { Numbering } from '../file/objectText';
import { breathe } from '../tick';

const OBJECTS_PER_LOOK = 16;
const PARENT = PDFName.of('Parent');

/**
 * What can be reached from a dictionary, as a file of its own. It is written as it stands in its
 * document: copied into another one first, every object would be made twice.
 */
export class PartFile implements Numbering {
	private readonly context: PDFContext;
	/** What the numbers of the part stand for, from 1 on. */
	private readonly numbered: Array<PDFRef | PDFDict> = [];
	private readonly numbers = new Map<PDFRef | PDFDict, number>();

	constructor(context: PDFContext) {
		this.context = context;
	}

	/** Gives a dictionary that no reference leads to a number of its own. */
	own(dict: PDFDict): PDFDict {
		this.of(dict);
		return dict;
	}

	of(object: PDFRef | PDFDict): number {
		const known = this.numbers.get(object);
		if (known !== undefined) return known;
		const number = this.numbered.push(object);
		this.numbers.set(object, number);
		return number;
	}

	ofOwn(dict: PDFDict): number | undefined {
		return this.numbers.get(dict);
	}

	/** A page that something leads to must not bring its whole document along. */
	leavesOut(dict: PDFDict, name: PDFName): boolean {
		if (name !== PARENT || this.numbers.has(dict)) return false;
		return dict instanceof PDFPageLeaf || dict instanceof PDFPageTree;
	}

	/** @param root has a number of its own */
	async write(root: PDFDict): Promise<Buffer> {
		const file = new FileWriter(this);
		// What is written gives numbers to what comes after it.
		for (let index = 0; index < this.numbered.length; index++) {
			if (index % OBJECTS_PER_LOOK === 0) await breathe();
			file.object(index + 1, this.context.lookup(this.numbered[index]) ?? PDFNull);
		}
		const trailer = this.context.obj({ Root: root });
		return await file.finish(await putCrossReferences(file, trailer));
	}
}
