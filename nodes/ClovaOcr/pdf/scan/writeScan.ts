import {
	PDFCatalog,
	PDFContext,
	PDFHexString,
	PDFName,
	PDFPageLeaf,
	PDFPageTree,
	PDFRawStream,
	type PDFObject,
	type PDFRef,
} from 'pdf-lib';

import { writePdf } from '../file/write';
import type { ScanPage } from './scanPage';
import type { PictureColor, ScanPicture } from './scanPicture';

const SPACES = { cmyk: 'DeviceCMYK', gray: 'DeviceGray', rgb: 'DeviceRGB' };
const CHANNELS = { cmyk: 4, gray: 1, rgb: 3 };

/** A new document of nothing but these pages: no metadata, attachments, thumbnails or text. */
export async function writeScan(pages: ScanPage[]): Promise<Uint8Array> {
	const context = PDFContext.create();
	const treeRef = context.nextRef();
	const tree = PDFPageTree.withContext(context);
	for (const page of pages) tree.pushLeafNode(context.register(pageNode(context, treeRef, page)));
	context.assign(treeRef, tree);
	const catalog = PDFCatalog.withContextAndPages(context, treeRef);
	context.trailerInfo.Root = context.register(catalog);
	return await writePdf(context, false);
}

function pageNode(context: PDFContext, parent: PDFRef, page: ScanPage): PDFPageLeaf {
	const { left, bottom, right, top } = page.area;
	const content = page.picture ? `q ${page.picture.matrix.join(' ')} cm /Picture Do Q\n` : '';
	const pictures = page.picture ? { Picture: embedded(context, page.picture) } : {};
	const node = context.obj({
		Type: 'Page',
		Parent: parent,
		MediaBox: [left, bottom, right, top],
		Rotate: page.rotate,
		Resources: { XObject: pictures },
		Contents: context.register(context.stream(content)),
	});
	if (page.userUnit !== 1) node.set(PDFName.of('UserUnit'), context.obj(page.userUnit));
	return PDFPageLeaf.fromMapWithContext(node.asMap(), context, false);
}

function embedded(context: PDFContext, picture: ScanPicture): PDFRef {
	const { width, height, kind, bitDepth, deflated, filtered, decode } = picture;
	const dict = context.obj({
		Type: 'XObject',
		Subtype: 'Image',
		Width: width,
		Height: height,
		BitsPerComponent: bitDepth,
	});
	const set = (name: string, value: PDFObject) => dict.set(PDFName.of(name), value);
	if (picture.stencil) set('ImageMask', context.obj(true));
	if (picture.color !== null) set('ColorSpace', colorSpace(context, picture.color));
	if (decode !== null) set('Decode', context.obj(decode));
	if (kind === 'jpeg') set('Filter', PDFName.of('DCTDecode'));
	else if (deflated) set('Filter', PDFName.of('FlateDecode'));
	if (picture.colorTransform !== null) {
		set('DecodeParms', context.obj({ ColorTransform: picture.colorTransform }));
	}
	if (filtered) {
		const { color } = picture;
		const Colors = color === null || color.palette !== null ? 1 : CHANNELS[color.space];
		set(
			'DecodeParms',
			context.obj({ Predictor: 15, Colors, BitsPerComponent: bitDepth, Columns: width }),
		);
	}
	return context.register(PDFRawStream.of(dict, picture.bytes));
}

function colorSpace(context: PDFContext, { space, profile, palette }: PictureColor): PDFObject {
	const base = profile === null ? PDFName.of(SPACES[space]) : profiled(context, space, profile);
	if (palette === null) return base;
	const last = palette.length / CHANNELS[space] - 1;
	const table = PDFHexString.of(Buffer.from(palette).toString('hex'));
	const list = context.obj([PDFName.of('Indexed'), base, last]);
	list.push(table);
	return list;
}

function profiled(context: PDFContext, space: PictureColor['space'], profile: Uint8Array) {
	const stream = PDFRawStream.of(context.obj({ N: CHANNELS[space] }), profile);
	return context.obj([PDFName.of('ICCBased'), context.register(stream)]);
}
