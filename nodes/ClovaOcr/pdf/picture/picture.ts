import { PDFCatalog, PDFContext, PDFPageLeaf, PDFPageTree, type PDFRef } from 'pdf-lib';

import type { OpenPdf } from '../file/open';
import { readJpeg, type JpegInfo } from './jpeg';
import { isSideways, orientationMatrix, type EmbeddedPicture } from './orientation';
import { embedPng } from './pngPicture';
import { embedTiff, tiffLayouts } from './tiffPicture';
import { readTiff } from '../../tiff/directories';
import { breathe } from '../tick';

const POINTS_PER_INCH = 72;

/** Densities up to here are what cameras and screens write without meaning paper. */
const SCREEN = 96;

/** The longer side of A4 in points: the size of a picture that does not know its own. */
const LONG_SIDE = 842;

/** No page may be larger than this in any viewer (PDF 1.7, annex C). */
const MAX_SIDE = 14400;

/**
 * A PDF whose pages show the pictures of a file as their orientation demands: one, or as many as a
 * TIFF has. The data of a JPEG goes in byte by byte, that of the others without a loss.
 * @returns null where the file is damaged or of a kind that PDF cannot hold
 */
export async function openPicture(
	format: 'jpeg' | 'png' | 'tiff',
	bytes: Uint8Array,
): Promise<OpenPdf | null> {
	const context = PDFContext.create();
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const pictures = await embed(context, format, file);
	if (!pictures) return null;
	const treeRef = context.nextRef();
	const tree = PDFPageTree.withContext(context);
	const pages = pictures.map((picture) => {
		const node = pageOf(context, treeRef, picture);
		const ref = context.register(node);
		tree.pushLeafNode(ref);
		return { ref, node };
	});
	context.assign(treeRef, tree);
	const catalog = PDFCatalog.withContextAndPages(context, treeRef);
	context.trailerInfo.Root = context.register(catalog);
	return {
		context,
		catalog,
		pages,
		size: bytes.length,
		usesObjectStreams: false,
		needsRewriting: false,
		pictures: pictures.map(({ width, height, orientation }) => ({ width, height, orientation })),
	};
}

async function embed(
	context: PDFContext,
	format: 'jpeg' | 'png' | 'tiff',
	file: Buffer,
): Promise<EmbeddedPicture[] | null> {
	if (format === 'tiff') return await embedPages(context, file);
	const picture = format === 'jpeg' ? embedJpeg(context, file) : await embedPng(context, file);
	return picture && [picture];
}

async function embedPages(context: PDFContext, file: Buffer): Promise<EmbeddedPicture[] | null> {
	const tiff = readTiff(file);
	const found = tiff && tiffLayouts(tiff);
	if (!tiff || !found?.ok) return null;
	const pictures: EmbeddedPicture[] = [];
	for (const layout of found.layouts) {
		pictures.push(await embedTiff(context, tiff, layout));
		await breathe();
	}
	return pictures;
}

function pageOf(context: PDFContext, parent: PDFRef, picture: EmbeddedPicture): PDFPageLeaf {
	const { width, height } = shownSize(picture);
	const matrix = orientationMatrix(picture.orientation, width, height);
	const { strips } = picture;
	const names = strips.map((_, index) => (index === 0 ? 'Picture' : `Picture${index + 1}`));
	const drawn = strips.map(({ top, rows }, index) => {
		if (strips.length === 1) return `/${names[index]} Do`;
		const bottom = 1 - (top + rows) / picture.height;
		const place = [1, 0, 0, rows / picture.height, 0, bottom].map((each) =>
			Number(each.toFixed(8)),
		);
		return `q ${place.join(' ')} cm /${names[index]} Do Q`;
	});
	const content = context.stream(`q ${matrix.join(' ')} cm ${drawn.join('\n')} Q\n`);
	const node = context.obj({
		Type: 'Page',
		Parent: parent,
		MediaBox: [0, 0, width, height],
		Resources: { XObject: Object.fromEntries(strips.map(({ ref }, at) => [names[at], ref])) },
		Contents: context.register(content),
	});
	return PDFPageLeaf.fromMapWithContext(node.asMap(), context, false);
}

function embedJpeg(context: PDFContext, bytes: Buffer): EmbeddedPicture | null {
	const info = readJpeg(bytes);
	if (!info) return null;
	const stream = context.stream(bytes, {
		Type: 'XObject',
		Subtype: 'Image',
		Width: info.width,
		Height: info.height,
		BitsPerComponent: 8,
		ColorSpace: colorSpace(info),
		Filter: 'DCTDecode',
		...(info.inverted ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}),
	});
	const { width, height, orientation } = info;
	const density: [number, number] | null =
		info.density === null ? null : [info.density, info.density];
	const strips = [{ ref: context.register(stream), top: 0, rows: height }];
	return { strips, width, height, density, orientation };
}

function colorSpace({ components }: JpegInfo): string {
	if (components === 1) return 'DeviceGray';
	return components === 3 ? 'DeviceRGB' : 'DeviceCMYK';
}

/** The page in points: the paper that was scanned where the file knows it, else about A4. */
function shownSize(picture: EmbeddedPicture): { width: number; height: number } {
	const { width, height } = picture;
	const paper = paperSize(picture);
	const scale = LONG_SIDE / Math.max(width, height);
	const [across, down] = (paper ?? [width * scale, height * scale]).map((side) =>
		Number(side.toFixed(2)),
	);
	return isSideways(picture.orientation)
		? { width: down, height: across }
		: { width: across, height: down };
}

function paperSize({ width, height, density }: EmbeddedPicture): [number, number] | null {
	if (density === null || Math.max(...density) <= SCREEN) return null;
	const across = (width * POINTS_PER_INCH) / density[0];
	const down = (height * POINTS_PER_INCH) / density[1];
	const sides = [across, down];
	return Math.max(...sides) <= MAX_SIDE && Math.min(...sides) >= 1 ? [across, down] : null;
}
