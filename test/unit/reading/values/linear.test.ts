import { checkMrz, NUMBER_CHECKS } from '../../../../nodes/ClovaOcr/reading/checks/numbers';
import { KINDS } from '../../../../nodes/ClovaOcr/reading/document/kinds';
import { readCurrency } from '../../../../nodes/ClovaOcr/reading/values/amount';
import { birthDateFromNumber } from '../../../../nodes/ClovaOcr/reading/values/calendar';
import { dateInText } from '../../../../nodes/ClovaOcr/reading/values/date';
import { parseMrz } from '../../../../nodes/ClovaOcr/reading/values/mrz';
import { readTimeBesideDate } from '../../../../nodes/ClovaOcr/reading/values/time';
import type { JsonObject } from '../../../../nodes/ClovaOcr/shared/json';
import { nodeProcess } from '../../../support/node';

const NOTHING: JsonObject = {};

/** Everything that reads text of a document, by name. */
const READERS: Array<[string, (text: string) => unknown]> = [
	...Object.entries(KINDS).map(([kind, { read }]): [string, (text: string) => unknown] => [
		kind,
		(text) => [read(text, NOTHING), read('', { value: text }), read('', partsOf(text))],
	]),
	...Object.entries(NUMBER_CHECKS),
	['currency', (text) => readCurrency([text], 'ko')],
	['birth date of a number', birthDateFromNumber],
	['date in text', dateInText],
	['time beside a date', (text) => readTimeBesideDate(text, NOTHING)],
	['passport zone', (text) => [parseMrz(text), checkMrz(text)]],
];

/** Shapes that a careless pattern reads again and again: runs that fit, and an end that does not. */
const SHAPES = [
	' ',
	'　',
	'\n',
	'\t ',
	'1',
	'1 ',
	' 1',
	'1.',
	'1,',
	'1,1',
	',111',
	'1-',
	'1/',
	'1:',
	'1 : ',
	'12:',
	'2024',
	'2024 ',
	'2024년 ',
	'2024.1.',
	'20241017',
	'月1',
	'JAN',
	'JAN ',
	'JANUARY/',
	'1 JAN',
	'A/',
	'A ',
	'가',
	'가 ',
	'가:',
	'(',
	')',
	'( ',
	'()',
	'(1',
	'1)',
	'+82',
	'+82 (',
	'82 -',
	'-',
	'- ',
	'*',
	'* ',
	'x',
	'x ',
	'x1',
	'※',
	'軽',
	'¥',
	'¥ ',
	'¥1,',
	'₩',
	'원',
	'원정',
	'1 원',
	'개',
	'T ',
	'T1',
	'T1 ',
	'<',
	'P<',
	'P<A',
	'P<AAA<<',
	'<1',
	'\u0301',
	'ﷺ',
	'令和',
	'R1.',
	'\u3000１',
];
const ENDS = ['!', '1'];
const WHOLE = 20_000;
/** The longest text that values are searched in. */
const SEARCHED = 2_000;
/** Milliseconds; a ligature of eighteen letters repeated takes half of it in the engine's own normalisation. */
const LIMIT = 100;

describe.each(READERS)('the reader of %s', (_, read) => {
	test.each([WHOLE, SEARCHED])('takes no time for %i characters of any shape', (length) => {
		const slow = SHAPES.flatMap((shape) =>
			ENDS.map((end) => shape.repeat(length).slice(0, length - end.length) + end),
		)
			.map((text) => ({
				text: text.slice(0, 8) + text.slice(-3),
				spent: spentOn(() => read(text)),
			}))
			.filter(({ spent }) => spent > LIMIT);
		expect(slow).toEqual([]);
	});
});

/** Milliseconds of this process's own time; the best of four where the first seems slow. */
function spentOn(work: () => unknown): number {
	const once = (): number => {
		const before = nodeProcess.cpuUsage();
		work();
		const { user, system } = nodeProcess.cpuUsage(before);
		return (user + system) / 1000;
	};
	const first = once();
	return first > LIMIT ? Math.min(first, once(), once(), once()) : first;
}

function partsOf(text: string): JsonObject {
	return { year: text, month: text, day: text, hour: text, minute: text, second: text };
}
