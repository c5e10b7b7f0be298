import { PDFCatalog, PDFContext, PDFPageLeaf, PDFPageTree } from 'pdf-lib';

import type { OpenPdf } from '../file/open';
import { readJpeg, type JpegInfo } from './jpeg';
import { isSideways, orientationMatrix, type EmbeddedPicture } from './orientation';
import { embedPng } from './pngPicture';

const POINTS_PER_INCH = 72;

/** Densities up to here are what cameras and screens write without meaning paper. */
const SCREEN = 96;

/** The longer side of A4 in points: the size of a picture that does not know its own. */
const LONG_SIDE = 842;

/** No page may be larger than this in any viewer (PDF 1.7, annex C). */
const MAX_SIDE = 14400;

/**
 * A PDF of one page that shows the picture as its EXIF orientation demands. The data of a JPEG goes
 * in byte by byte, that of a PNG without a loss.
 * @returns null where the file is damaged or of a kind that PDF cannot hold
 */
export async function openPicture(
	format: 'jpeg' | 'png',
	bytes: Uint8Array,
): Promise<OpenPdf | null> {
	const context = PDFContext.create();
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const picture = format === 'jpeg' ? embedJpeg(context, file) : await embedPng(context, file);
	if (!picture) return null;
	const { width, height } = shownSize(picture);
	const matrix = orientationMatrix(picture.orientation, width, height);
	const content = context.stream(`q ${matrix.join(' ')} cm /Picture Do Q\n`);
	const treeRef = context.nextRef();
	const node = PDFPageLeaf.fromMapWithContext(
		context
			.obj({
				Type: 'Page',
				Parent: treeRef,
				MediaBox: [0, 0, width, height],
				Resources: { XObject: { Picture: picture.ref } },
				Contents: context.register(content),
			})
			.asMap(),
		context,
		false,
	);
	const ref = context.register(node);
	const tree = PDFPageTree.withContext(context);
	tree.pushLeafNode(ref);
	context.assign(treeRef, tree);
	const catalog = PDFCatalog.withContextAndPages(context, treeRef);
	context.trailerInfo.Root = context.register(catalog);
	const { width: across, height: down, orientation } = picture;
	return {
		context,
		catalog,
		pages: [{ ref, node }],
		size: bytes.length,
		usesObjectStreams: false,
		needsRewriting: false,
		picture: { width: across, height: down, orientation },
	};
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
	return { ...info, ref: context.register(stream) };
}

function colorSpace({ components }: JpegInfo): string {
	if (components === 1) return 'DeviceGray';
	return components === 3 ? 'DeviceRGB' : 'DeviceCMYK';
}

/** The page in points: the paper that was scanned where the file knows it, else about A4. */
function shownSize(picture: EmbeddedPicture): { width: number; height: number } {
	const longer = Math.max(picture.width, picture.height);
	const { density } = picture;
	const known = density !== null && density > SCREEN ? POINTS_PER_INCH / density : Infinity;
	const scale = longer * known <= MAX_SIDE ? known : LONG_SIDE / longer;
	const across = Number((picture.width * scale).toFixed(2));
	const down = Number((picture.height * scale).toFixed(2));
	return isSideways(picture.orientation)
		? { width: down, height: across }
		: { width: across, height: down };
}
