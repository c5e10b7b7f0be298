import { everyAdvice, everyText } from '../support/shownTexts';

/**
 * n8n's guidelines for what people read: no "error", "problem", "failure" or "mistake", but what
 * happened and what to do next. Item keys (`error`, `problem`) are names and no texts.
 */
const AVOIDED = /\b(?:errors?|problems?|failures?|mistakes?)\b/i;

/** Names that others have given, and who. */
const GIVEN_NAMES: Record<string, string> = {
	ERROR: "CLOVA OCR's inferResult of a page that it could not process",
	FAILURE: "CLOVA OCR's inferResult of a page on which it found nothing",
	'error.errorCode': "member of an answer of NAVER's API Gateway",
	"'Continue (using error output)'": "n8n's entry of 'On Error'",
	"'On Error'": "n8n's setting",
};

describe('the words that n8n avoids', () => {
	const withoutNames = (text: string) =>
		Object.keys(GIVEN_NAMES).reduce(
			(rest, name) =>
				name.startsWith("'") ? rest.replaceAll(name, '') : rest === name ? '' : rest,
			text,
		);

	it('stand in no text, but in names that are not ours', () => {
		const texts = everyText();
		expect(texts.length).toBeGreaterThan(1000);
		expect(texts.filter(({ text }) => AVOIDED.test(withoutNames(text)))).toEqual([]);
	});

	it('are excused for names that occur', () => {
		const texts = everyText().map(({ text }) => text);
		const unused = Object.keys(GIVEN_NAMES).filter(
			(name) => !texts.some((text) => (name.startsWith("'") ? text.includes(name) : text === name)),
		);
		expect(unused).toEqual([]);
	});

	it.each(['An Error here', 'problems', 'Failure.', "'On Error' is a mistake"])(
		'are found in "%s"',
		(text) => {
			expect(withoutNames(text)).toMatch(AVOIDED);
		},
	);
});

describe('what happened is followed by what to do', () => {
	// A sentence, or the part of one behind "or", ":" or ";", that tells the reader to do something.
	const VERBS = [
		...[
			'Add',
			'Ask',
			'Change',
			'Check',
			'Choose',
			'Convert',
			'Copy',
			'Enter',
			'Export',
			'Give',
			'Link',
		],
		...[
			'Look',
			'Lower',
			'Open',
			'Pass',
			'Pick',
			'Press',
			'Print',
			'Put',
			'Raise',
			'Report',
			'Run',
			'Save',
			'Scale',
		],
		...['Scan', 'Send', 'Set', 'Split', 'Switch', 'Take', 'Test', 'Unpack', 'Use', 'Wait', 'Write'],
	].join('|');
	const ADVICE = new RegExp(
		`(?:^|[.:;?] |\\b(?:or|please) |\\bIn the CLOVA OCR console )(?:${VERBS})\\b|\\bmust\\b`,
		'i',
	);

	it('in every form of every message', () => {
		const advices = everyAdvice();
		expect(advices.length).toBeGreaterThan(100);
		expect(advices.filter(({ text }) => !ADVICE.test(text))).toEqual([]);
	});

	it.each(['The call may have been billed.', '', 'It is broken, or too large.'])(
		'which "%s" does not say',
		(text) => {
			expect(text).not.toMatch(ADVICE);
		},
	);
});
