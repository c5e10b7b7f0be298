import type { OpenPdf, Refused } from '../pdf/pdf';
import { finalProblem, type Problem } from '../problem';
import { readAll } from './bytes';
import type { Document } from './document';

export type PdfFile =
	| { ok: true; pdf: OpenPdf; pageCount: number; hints: string[] }
	| { ok: false; problem: Problem };

/**
 * Opens a PDF; damaged, encrypted and empty ones are refused.
 * @param password what opens it, where it is protected; else empty
 */
export async function openPdfFile(
	{ fileName, source }: Document,
	password: string,
): Promise<PdfFile> {
	// Imported on first use: loading the PDF library takes longer than loading all the rest.
	const { openPdf } = await import('../pdf/pdf');
	const opened = await openPdf(await readAll(source), password);
	if (opened.kind !== 'ok')
		return { ok: false, problem: refusal(opened.kind, fileName, password !== '') };
	const { pdf, pageCount, missingPages } = opened;
	const hints =
		missingPages > 0
			? [`'${fileName}' is damaged: ${missingPages} of its pages could not be found.`]
			: [];
	return { ok: true, pdf, pageCount, hints };
}

function refusal(kind: Refused, fileName: string, hasPassword: boolean): Problem {
	if (kind === 'encrypted') {
		return hasPassword
			? finalProblem(
					`The option 'PDF Password' does not open '${fileName}'`,
					'Check the password: capitals, blanks at its ends, and whether it belongs to this file.',
				)
			: finalProblem(
					`'${fileName}' is an encrypted PDF that needs a password`,
					"Add the option 'PDF Password', or save the file without protection first.",
				);
	}
	if (kind === 'protected') {
		return finalProblem(
			`'${fileName}' is an encrypted PDF that only certain readers can open`,
			'Save it without its protection first (print it to PDF, for example).',
		);
	}
	if (kind === 'tooComplex') {
		return finalProblem(
			`'${fileName}' is too complex a PDF to be read here`,
			'It has more than 10,000 pages or unpacks to far more than its size. Split it into smaller files, or print it to PDF anew.',
		);
	}
	if (kind === 'noPages' || kind === 'empty') {
		return finalProblem(
			`'${fileName}' is a PDF without pages`,
			'Check the step that made the file.',
		);
	}
	return finalProblem(
		`'${fileName}' is a damaged PDF`,
		'Open it in a PDF program and save it anew, or fetch the file again: it may have arrived incomplete.',
	);
}
