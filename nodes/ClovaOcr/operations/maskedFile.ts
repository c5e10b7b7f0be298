import { finalProblem, type Problem } from '../problem';
import { hiddenWords, type HiddenPlaces } from '../reading/masking/hiddenWords';
import type { Obstacle, PageMarks } from '../redaction/redaction';
import type { FileMaker, MakerOptions, PageRead, SourceDocument } from './types';

/** What is to be hidden on a page, or why no copy may be made of it. */
export type PageHiding = { ok: true; places: HiddenPlaces } | { ok: false; problem: Problem };

const MIME_TYPES = {
	jpg: 'image/jpeg',
	pdf: 'application/pdf',
	png: 'image/png',
	tiff: 'image/tiff',
};

/**
 * Makes the same file with everything that has to be hidden blacked out. Whatever is unsure ends
 * without a file: nothing unmasked or half masked goes out under the name of a masked copy.
 * @param hide what has to be hidden on one page that was read
 */
export function maskedFile(hide: (page: PageRead, options: MakerOptions) => PageHiding): FileMaker {
	return {
		allOrNothing: true,
		fileOf: ({ fileName, format }) => ({
			fileName: fileName.replace(/(\.[^.]{1,5})?$/, '-masked$1'),
			mimeType: MIME_TYPES[format],
		}),
		refuse,
		async make(document, read, options) {
			const marks: PageMarks[] = [];
			for (const page of read.pages) {
				const hidden = hide(page, options);
				if (!hidden.ok) return hidden;
				if (hidden.places.unplaced) return { ok: false, problem: NO_PLACE };
				const { page: number, width, height } = page.clear;
				marks.push({ page: number, width, height, ...hidden.places });
			}
			const { redactDocument } = await import('../redaction/redaction');
			if (document.format === 'tiff') return { ok: false, problem: tiffProblem(document) };
			const made = await redactDocument(
				document.format,
				await document.bytes(),
				marks,
				read.keep,
				document.password,
			);
			if (made.ok) return { ok: true, bytes: made.bytes, hints: [] };
			return { ok: false, problem: obstacleProblem(document, made) };
		},
	};
}

async function refuse(document: SourceDocument, keep: number[] | null): Promise<Problem | null> {
	if (document.format === 'tiff') return tiffProblem(document);
	const { surveyDocument } = await import('../redaction/redaction');
	const found = await surveyDocument(
		document.format,
		await document.bytes(),
		keep,
		document.password,
	);
	return found.ok ? null : obstacleProblem(document, found);
}

const NO_PLACE = finalProblem(
	'CLOVA OCR did not say where a number stands, so no masked copy was made',
	'What has no place cannot be covered. Take the picture again, sharper and straighter, and run the item anew.',
);

function tiffProblem({ fileName }: SourceDocument): Problem {
	return finalProblem(
		`'${fileName}' is a TIFF, of which no masked copy can be made`,
		'Convert the TIFF to PNG or JPEG first, page by page, or to a PDF of its pages.',
	);
}

const SAVE_ANEW = 'Open it in a picture program and save it anew as JPEG or PNG.';

const OBSTACLES: Record<Obstacle, { what: string; advice: string }> = {
	arithmetic: { what: 'is a JPEG of a rare kind (arithmetic coding)', advice: SAVE_ANEW },
	damaged: {
		what: 'is damaged or ends too early',
		advice: 'Open the file in a viewer and save it anew, or fetch it again.',
	},
	deepColor: { what: 'is a JPEG of a rare kind (12 bits)', advice: SAVE_ANEW },
	lossless: { what: 'is a JPEG of a rare kind (lossless coding)', advice: SAVE_ANEW },
	notPlaced: {
		what: 'was read, but the boxes of CLOVA OCR do not fit the picture',
		advice:
			'No masked copy was made, since the numbers could not be covered for certain. Save the picture anew, upright and at its final size, and run the item again.',
	},
	notScan: {
		what: 'has more on a page than one scanned picture',
		advice:
			'A masked copy can be made of scans only. Print the document to pictures (PNG or JPEG), or scan it, and use these.',
	},
	pictureKind: {
		what: 'holds pictures of a kind that cannot be masked (such as CCITT, JBIG2 or JPEG 2000)',
		advice:
			'Print the document to pictures (PNG or JPEG), or scan it in grey or colour, and use these.',
	},
	tooLarge: {
		what: 'has more pixels than a masked copy can be made of',
		advice: 'Scale the picture down first: A4 at 300 dpi is plenty.',
	},
	turnedPng: { what: 'is a PNG that asks to be shown turned', advice: SAVE_ANEW },
};

function obstacleProblem(
	{ fileName }: SourceDocument,
	{ obstacle, page }: { obstacle: Obstacle; page: number | null },
): Problem {
	const { what, advice } = OBSTACLES[obstacle];
	const where = page === null ? '' : ` (page ${page})`;
	return finalProblem(`'${fileName}'${where} ${what}`, advice);
}

/** What has to be hidden on a page of text: the numbers of persons and cards, and what the user named. */
export function hideOnPage(
	{ clear, masked, severalPages }: PageRead,
	options: MakerOptions,
): PageHiding {
	if (clear.image === null || masked.image === null) {
		return notRead(`page ${clear.page} was not read`);
	}
	const { inferResult, message, raw } = clear.image;
	if (inferResult === 'FAILURE') {
		// A blank page of a longer document has nothing to hide; a blank document is suspicious.
		const blank = severalPages && /no[_ ]text/i.test(message ?? '');
		if (blank) return { ok: true, places: { read: [], hidden: [], unplaced: false } };
		return notRead(`nothing was read on page ${clear.page}`);
	}
	const search = { level: options.mask, patterns: options.alsoHide };
	return { ok: true, places: hiddenWords(raw, masked.image.raw, search) };
}

function notRead(what: string): PageHiding {
	return {
		ok: false,
		problem: finalProblem(
			`${what}, so no masked copy was made`,
			"What was not read cannot be covered. Take the picture again, sharper and straighter, or leave the page out with the option 'Pages'.",
		),
	};
}
