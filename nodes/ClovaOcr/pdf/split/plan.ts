import { PDFArray, PDFDict, PDFRef, PDFStream, type PDFObject } from 'pdf-lib';

import type { OpenPdf } from '../file/open';
import { inGroups } from '../pageRange';
import { leanPages } from './prune';

/** A call's worth of pages. */
export interface Part {
	/** 1-based, ascending. */
	pages: number[];
	/** A single page that is larger than the limit: no way of splitting makes it acceptable. */
	tooLarge: boolean;
}

/** What an object costs beside its stream: number, dictionary, cross-reference entry. */
const BYTES_PER_OBJECT = 300;

/** Object streams deflate what a part writes plainly; nothing real shrinks by more than this. */
const OBJECT_STREAM_GAIN = 10;

/**
 * Groups pages into parts that one call may carry.
 * @param pages 1-based, ascending
 * @param maxBytes size of the largest upload; a part that would be larger is halved
 */
export async function planParts(
	pdf: OpenPdf,
	pages: number[],
	pagesPerCall: number,
	maxBytes: number,
): Promise<Part[]> {
	const groups = inGroups(pages, pagesPerCall);
	const atMost = pdf.size * (pdf.usesObjectStreams ? OBJECT_STREAM_GAIN : 1.1);
	if (atMost <= maxBytes) return groups.map((group) => ({ pages: group, tooLarge: false }));
	const parts: Part[] = [];
	for (const group of groups) parts.push(...(await halve(pdf, group, maxBytes)));
	return parts;
}

async function halve(pdf: OpenPdf, pages: number[], maxBytes: number): Promise<Part[]> {
	const fits = (await estimateSize(pdf, pages)) <= maxBytes;
	if (fits || pages.length === 1) return [{ pages, tooLarge: !fits }];
	const middle = Math.ceil(pages.length / 2);
	return [
		...(await halve(pdf, pages.slice(0, middle), maxBytes)),
		...(await halve(pdf, pages.slice(middle), maxBytes)),
	];
}

/** About how many bytes the pages need as a file of their own: their streams, and a bit per object. */
async function estimateSize(pdf: OpenPdf, pages: number[]): Promise<number> {
	const seen = new Set<PDFObject>();
	const open: PDFObject[] = await leanPages(pdf, pages);
	let size = 0;
	for (let next = open.pop(); next; next = open.pop()) {
		const object = next instanceof PDFRef ? pdf.context.lookup(next) : next;
		if (!object || seen.has(object)) continue;
		seen.add(object);
		if (next instanceof PDFRef) size += BYTES_PER_OBJECT;
		if (object instanceof PDFStream) {
			size += object.getContentsSize();
			open.push(object.dict);
		} else if (object instanceof PDFDict) {
			for (const value of object.values()) open.push(value);
		} else if (object instanceof PDFArray) {
			for (let index = 0; index < object.size(); index++) open.push(object.get(index));
		}
	}
	return size;
}
