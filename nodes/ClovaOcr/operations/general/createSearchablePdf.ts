import type { OpenPdf, SearchablePage, SearchablePdf, TiffObstacle } from '../../pdf/pdf';
import { finalProblem, type Problem } from '../../problem';
import { linesOf } from '../../reading/general/text/rows';
import { readWords } from '../../reading/general/text/words';
import { textReadings, textSchema } from '../../reading/general/textReadings';
import { maskText } from '../../reading/masking/maskText';
import type { PageAnswer } from '../../reading/page';
import { readTiff } from '../../tiff/directories';
import { hideOnPage, maskedFile } from '../maskedFile';
import type {
	DocumentRead,
	FileMaker,
	Made,
	MakerOptions,
	Operation,
	SourceDocument,
} from '../types';

const searchablePdf: FileMaker = {
	allOrNothing: false,
	fileOf: ({ fileName }) => ({
		fileName: `${fileName.replace(/\.[^.]{1,5}$/, '')}.pdf`,
		mimeType: 'application/pdf',
	}),

	async refuse(document, keep, options) {
		if (options.hideNumbers) return await masked.refuse(document, keep, options);
		if (document.format === 'tiff') return await tiffProblem(document);
		const pdf = await openDocument(document);
		if (pdf === null) return damaged(document.fileName);
		const { brokenPages } = await import('../../pdf/pdf');
		const broken = await brokenPages(pdf, keep);
		return broken.length === 0 ? null : notLayable(document.fileName, broken);
	},

	async make(document, read, options) {
		if (!options.hideNumbers) return await searchable(document, read, options);
		const hidden = await masked.make(document, read, options);
		if (!hidden.ok) return hidden;
		// The copy has the pages that come out, and no others.
		const renumbered = read.pages.map((page, index) => ({
			...page,
			masked: { ...page.masked, page: index + 1 },
		}));
		const copy = { ...document, password: '', bytes: async () => hidden.bytes };
		return await searchable(copy, { pages: renumbered, keep: null }, options);
	},
};

/** Makes the picture of a page unreadable where numbers stand, whatever its format. */
const masked = maskedFile(hideOnPage);

async function searchable(
	document: SourceDocument,
	{ pages, keep }: DocumentRead,
	{ highlight, existingText, rotatePages, mask }: MakerOptions,
): Promise<Made> {
	const { createSearchablePdf: lay } = await import('../../pdf/pdf');
	const pdf = await openDocument(document);
	if (pdf === null) return { ok: true, bytes: await document.bytes(), hints: [] };
	const words = pages
		.filter(({ masked: { page } }) => page <= pdf.pages.length)
		.map(({ masked: page }) => searchablePage(page));
	const made = await lay(pdf, words, {
		keep,
		highlight,
		addToText: existingText === 'add',
		turnUpright: rotatePages,
		...(mask === 'none' ? {} : { hide: (text: string) => maskText(text, mask) }),
	});
	// The plan has named the pages that were skipped.
	const keptText = existingText === 'skip' ? [] : made.keptText;
	const hints = hintsOn(document.fileName, { ...made, keptText });
	return { ok: true, bytes: made.bytes, hints };
}

/** The same scan with text that can be selected and searched. */
export const createSearchablePdf: Operation = {
	resource: 'general',
	value: 'createSearchablePdf',
	name: 'Create Searchable PDF',
	action: 'Create searchable PDF from scan',
	description:
		'Turn a scan (PDF, JPEG, PNG or TIFF) into a PDF whose text can be searched and copied',
	path: '/general',
	pagesPerCall: 10,
	fetchesUrl: true,
	takesOwnText: true,
	splitInto: [],
	masks: 'onRequest',
	sensitive: [],
	fileMaker: searchablePdf,
	valuesSchema: () => textSchema('file'),
	read: (pages, options) => textReadings(pages, { ...options, splitInto: 'file' }),
};

async function openDocument({ format, password, bytes }: SourceDocument): Promise<OpenPdf | null> {
	const { openPdf, openPicture } = await import('../../pdf/pdf');
	if (format !== 'pdf') return await openPicture(format === 'jpg' ? 'jpeg' : format, await bytes());
	const opened = await openPdf(await bytes(), password);
	return opened.kind === 'ok' ? opened.pdf : null;
}

function searchablePage({ page, image, width, height }: PageAnswer): SearchablePage {
	const lines = image?.inferResult === 'SUCCESS' ? linesOf(readWords(image.raw)) : [];
	return { page, width, height, lines };
}

const TIFF_OBSTACLES: Record<TiffObstacle, string> = {
	compression: 'is compressed in a rare way (such as JPEG 2000, JBIG or old JPEG)',
	damaged: 'is damaged',
	pixels: 'has pixels of a rare kind (such as Lab colours or fractions)',
	planes: 'keeps its colours apart (planar configuration 2)',
	tiles: 'is made of tiles',
	tooLarge: 'unpacks to more than a server should hold',
};

/** Goes through the tags of all pages: nothing is decoded before the text is paid for. */
async function tiffProblem({ fileName, bytes }: SourceDocument): Promise<Problem | null> {
	const { tiffLayouts } = await import('../../pdf/pdf');
	const tiff = readTiff(await bytes());
	if (!tiff) return damaged(fileName);
	const found = tiffLayouts(tiff);
	if (found.ok) return null;
	return finalProblem(
		`Of the TIFF '${fileName}' no searchable PDF can be made: page ${found.page} ${TIFF_OBSTACLES[found.obstacle]}`,
		'Convert the TIFF to PDF first. CLOVA OCR itself reads TIFF: the other operations of General take it as it is.',
	);
}

function damaged(fileName: string): Problem {
	return finalProblem(
		`'${fileName}' is damaged, so no PDF can be made of it`,
		'Open the picture in a viewer and save it anew, or fetch the file again.',
	);
}

function notLayable(fileName: string, pages: number[]): Problem {
	return finalProblem(
		`On page ${pages.join(', ')} of '${fileName}' no text can be laid: that part of the file is damaged`,
		"Open the PDF in a PDF program and save it anew, or choose the other pages with the option 'Pages'.",
	);
}

function hintsOn(
	fileName: string,
	{ keptText, notPlaced, withoutSize }: Omit<SearchablePdf, 'bytes'>,
): string[] {
	const hints: string[] = [];
	if (keptText.length > 0) {
		hints.push(
			`'${fileName}' already had text on page ${keptText.join(', ')}: it was kept, and no second layer added.`,
		);
	}
	if (notPlaced.length > 0) {
		hints.push(
			`'${fileName}': the text of page ${notPlaced.join(', ')} could not be placed, since CLOVA OCR did not say how large the picture was.`,
		);
	}
	if (withoutSize.length > 0) {
		hints.push(
			`'${fileName}' does not say how large page ${withoutSize.join(', ')} is: it was taken for Letter, as viewers do.`,
		);
	}
	return hints;
}
