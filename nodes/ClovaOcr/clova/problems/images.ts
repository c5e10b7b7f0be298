import { finalProblem, type Problem } from '../../problem';

/** Explains an `images[]` entry whose `inferResult` is ERROR; only its message tells why. */
export function imageProblem(message: string): Problem {
	if (/resolution limit|10 px/i.test(message)) {
		return finalProblem(
			'The picture is too small or too large for CLOVA OCR',
			'Each side must be between 10 and 8000 pixels. Scale the picture: A4 at 150 dpi is enough.',
			{ code: 'ERROR' },
		);
	}
	if (/format|unsupported/i.test(message)) {
		return finalProblem(
			'CLOVA OCR could not open the picture',
			'Save it anew as JPEG, PNG or PDF; the file may be damaged.',
			{ code: 'ERROR' },
		);
	}
	return finalProblem(
		'CLOVA OCR could not process the picture',
		'It may be damaged, or show something else than the operation expects. Look at the picture; if it is fine, run the workflow again.',
		{ code: 'ERROR' },
	);
}
