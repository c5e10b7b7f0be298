import type { Mutant } from './instrument';

/**
 * Why no test can notice some mutants: by operator and text, so that lines may move. A part of the line
 * tells apart what is short.
 */
type Reason = [operator: string, original: string, reason: string, line?: string];

const FOR_SPEED = 'saves time, and finds nothing else';
const FOR_TYPES = 'is there for the type; it never happens';

const NOTHING = 'what is not there says nothing, adds nothing and matches nothing either way';
const EITHER = 'of two that are equal either will do';
const NOT_ITSELF = 'only words with a place are found, and none is above itself';
const GAP_OF_CELLS = 'cells may be parted by any little';
const VALUES = 'only the values of its characters are looked at';
const BOUND = 'a bound on the time that absurd pages take, far above what print needs';
const FURTHER = 'looks further than it has to, and finds nothing else';
const BEHIND = 'behind the last there is nothing';
const SQUARES = 'the size of the squares changes the time it takes, not what is found';

const REASONS: Record<string, Reason[]> = {
	'execution.ts': [
		['boolean', 'true', 'a signal fires once', "addEventListener('abort'"],
		['default', "invokeUrl ?? ''", 'neither is an address'],
		['number', '0', 'a wait may end a millisecond early', 'left = milliseconds'],
		['boundary', 'left > 0', 'a wait may end a moment later', 'left = milliseconds'],
	],
	'fileJob.ts': [
		['chain', 'operation.read([masked], settings.reading)[0]?.values', 'every page has a reading'],
		[
			'default',
			'operation.read([masked], settings.reading)[0]?.values ?? {}',
			'every page has a reading',
		],
		['default', 'pages ?? []', 'where a page was read, others fail by their number'],
	],
	'listJobs.ts': [['always', 'error instanceof Error', 'n8n throws nothing else']],
	'readAnswer.ts': [
		['number', '0', FOR_SPEED, 'operation.sensitive.length'],
		['never', "settings.mask === 'none' || operation.sensitive.length === 0", FOR_SPEED],
		['logic', "settings.mask === 'none' || operation.sensitive.length === 0", FOR_SPEED],
	],
	'readFile.ts': [
		['default', 'plan.pageCount ?? 0', 'nothing and 0 are filled in alike'],
		['default', 'pages ?? []', 'no page is less than the first'],
		['default', 'operation.message?.(settings.reading) ?? {}', 'nothing adds nothing'],
	],
	'run.ts': [
		['always', '!stop.stopped', 'where it has ended, no call starts either'],
		[
			'number',
			'1',
			'so many files are open beside those that are sent',
			'settings.maxConcurrency + 1',
		],
		[
			'return undefined',
			'stop.stopped || execution.cancelled',
			'where it has ended, no call starts either',
		],
		['logic', 'stop.stopped || execution.cancelled', 'where it has ended, no call starts either'],
		['default', "outcome.fileName ?? ''", 'what is passed over came as a file with a name'],
	],
	'clova/given.ts': [
		['never', '!/^\\s*[[{"]/.test(text) || !/images|inferResult|inferText/.test(text)', FOR_SPEED],
		['logic', '!/^\\s*[[{"]/.test(text) || !/images|inferResult|inferText/.test(text)', FOR_SPEED],
		['default', 'plainJson(JSON.parse(text), BOUNDS) ?? null', FOR_TYPES],
	],
	'clova/notAnswer.ts': [
		['default', 'own ?? 0', 'a body with a code is explained whatever its status'],
		['number', '0', 'a body with a code is explained whatever its status', 'own ?? 0'],
	],
	'clova/pace/pace.ts': [
		['number', '0', 'the first execution that joins sets it', 'limit = 0'],
		['number', '0', 'any numbers that grow will do', 'started = 0'],
		['number', '1', 'any numbers that grow will do', 'this.started += 1'],
		['number', '0', 'each success counts until a refusal sets it anew', 'successes = 0;'],
		['return 0', '1', 'one success is enough either way', 'this.refusedAt === Infinity'],
	],
	'clova/pace/pool.ts': [
		[
			'removed',
			'this.pace.leave(lane.maximum);',
			'each execution keeps to its own number of calls too',
		],
		['logic', 'lane === undefined || job === undefined', FOR_TYPES],
		['default', 'refusal.retryAfterMilliseconds ?? 0', 'null adds as much as 0'],
		['number', '0', 'the first millisecond of the clock is long ago', 'this.pausedUntil = 0'],
		['boundary', 'at >= this.wakesAt', 'saves timers, and wakes at no other time'],
		[
			'never',
			'at >= this.wakesAt || !this.lanes.some(({ isReady }) => isReady)',
			'saves timers, and wakes at no other time',
		],
		['always', 'this.wakesAt === at', 'saves timers, and wakes at no other time'],
	],
	'clova/pages.ts': [['default', 'pages?.length ?? null', 'undefined counts as null does']],
	'clova/problems/answer.ts': [
		['default', "message ?? ''", 'the text of null names no limit either'],
	],
	'clova/readBody.ts': [
		["return ''", "'utf-8'", 'bytes that are no UTF-8 are none under an empty name either'],
	],
	'clova/request.ts': [
		['always', "picture.kind === 'url'", 'JSON leaves out what is undefined', 'image.url'],
	],
	'clova/streamedFile.ts': [
		[
			'never',
			'deadline.signal.aborted',
			'the platform takes nothing more after its end either',
			'return;',
		],
	],
	'input/answer.ts': [
		['logic', 'beside === null || operation.fileMaker === undefined', FOR_TYPES],
		['always', "document.format === 'tiff'", FOR_SPEED],
	],
	'input/pixelSize.ts': [
		['never', 'start + length <= head.byteLength', FOR_SPEED],
		['boundary', 'start + length <= head.byteLength', FOR_SPEED],
	],
	'input/plan.ts': [['never', 'pageCount === null', FOR_TYPES, 'const pages']],
	'input/settings.ts': [
		[
			'always',
			"typeof given === 'object' && given !== null",
			'no other value has the name of an option',
		],
		[
			'logic',
			"typeof given === 'object' && given !== null",
			'no other value has the name of an option',
		],
	],
	'output/estimate.ts': [
		['always', "opened.state === 'planned'", 'a refused file has no plan to show'],
	],
	'output/failures.ts': [['always', 'routesDetails', 'the n8n of the tests sends them on']],
	'output/items.ts': [['always', "fields.includes('ocr')", FOR_SPEED]],
	'reading/checks/numbers.ts': [
		[
			'arithmetic',
			'total + (product > 9 ? product - 9 : product)',
			'ten divides a sum as it divides the same sum below zero',
		],
	],
	'reading/checks/receipt.ts': [['default', 'discount ?? 0', NOTHING]],
	'reading/document/hiddenLeaves.ts': [
		['number', '0', 'sides of a page are longer than a pixel', 'dot(minus(aboveRight'],
		[
			'boundary',
			'dot(minus(aboveRight, aboveLeft), minus(lower[1], lower[0])) < 0',
			'the upper and the lower side of a page are never at right angles',
		],
	],
	'reading/document/otherKinds.ts': [['default', "own ?? ''", NOTHING]],
	'reading/document/readOtherTable.ts': [
		['boundary', 'within.size * all.length > MOST_REPEATED', BOUND],
		['default', "keys.get(JSON.stringify(namesIn(leaf))) ?? ''", FOR_TYPES],
	],
	'reading/document/readTable.ts': [
		['always', 'isWire(field)', 'made fields are read anew afterwards', 'readField(entry.leaves'],
		['default', 'read.get(key)?.value ?? null', NOTHING],
		['default', 'values[key] ?? null', FOR_TYPES],
	],
	'reading/general/markdown/blocks.ts': [
		['chain', 'last.items.at(-1)?.push(line.text)', FOR_TYPES],
		['chain', 'last.lines.at(-1)?.push(line.text)', FOR_TYPES],
		['return true', "'text' in piece", 'a table has no height, so no distance to it counts'],
	],
	'reading/general/markdown/lines.ts': [
		['number', '0', 'of a single stretch any number will do', 'region: 0'],
		['never', 'words.length === line.words.length', FOR_SPEED],
	],
	'reading/general/tables/cellText.ts': [
		[
			'boundary',
			'gap > EXPECTED_GAP - TOUCHING',
			'boxes of whole pixels never lie just so far apart',
		],
	],
	'reading/general/tables/grid.ts': [
		['never', 'group.length === 1', FOR_SPEED],
		['number', '1', FOR_SPEED, 'group.length === 1'],
	],
	'reading/general/tables/outside.ts': [
		['never', 'corners.length === 0', 'a centre that is no number lies nowhere'],
		[
			'negation',
			'x < corner.x + ((y - corner.y) / (previous.y - corner.y)) * (previous.x - corner.x)',
			'a ray to the other side crosses as often, evenly or not',
		],
		[
			'boundary',
			'x < corner.x + ((y - corner.y) / (previous.y - corner.y)) * (previous.x - corner.x)',
			'a point on the outline may be in or out',
		],
	],
	'reading/general/tables/tables.ts': [
		['default', 'wholeNumber(member.rowSpan) ?? 1', 'no span is a span of one place either way'],
		['default', 'wholeNumber(member.columnSpan) ?? 1', 'no span is a span of one place either way'],
	],
	'reading/masking/answerCopy.ts': [
		['never', 'this.own.has(value)', 'saves copies of copies'],
		['boolean', 'true', 'it is only ever defined anew', 'writable: true'],
	],
	'reading/masking/cards.ts': [
		[
			'arithmetic',
			'misread.length * weights.misread',
			'the weight is -1: to divide by it is to multiply',
		],
	],
	'reading/masking/characters.ts': [
		['default', 'text.codePointAt(from) ?? 0', FOR_TYPES],
		['number', '0', FOR_TYPES, 'text.codePointAt(from) ?? 0'],
		['boundary', 'code < 0x80', 'U+0080 reads as itself either way'],
		['never', 'code < 0x80', FOR_SPEED],
		['boundary', "point >= '\\uac00'", FOR_SPEED],
		['boundary', "point <= '\\ud7a3'", FOR_SPEED],
		['never', "point >= '\\uac00' && point <= '\\ud7a3'", FOR_SPEED],
	],
	'reading/masking/digits.ts': [
		['boundary', 'at > 0', 'a border of words is no letter', "'near')) at -= 1"],
		['default', "strip[index + 1]?.value ?? ''", FOR_TYPES],
		['default', "valueAt() ?? ''", FOR_TYPES],
		['arithmetic', 'last - index', 'what counts is whether it is odd'],
	],
	'reading/masking/evidence.ts': [['default', 'match.groups ?? {}', FOR_TYPES]],
	'reading/masking/labelSearch.ts': [
		['never', 'other === null || index === word', NOT_ITSELF],
		['never', 'place !== null', SQUARES, 'heights.push'],
		['arithmetic', 'place.bottom - place.top', SQUARES, 'heights.push'],
		['logic', 'other === null || index === word', NOT_ITSELF],
		['boundary', 'gap >= least', EITHER],
		['removed', 'heights.push(place.bottom - place.top);', SQUARES],
		[
			'removed',
			'laid.words.forEach((_, index) => { const place = laid.place(index); if (place !== null) heights.push(place.bottom - place.top); });',
			SQUARES,
		],
		['number', '4', SQUARES, '1e-3) * 4'],
		['arithmetic', 'Math.max(medianOf(heights), 1e-3) * 4', SQUARES],
		['arithmetic', '(column + across) * ROWS_OF_GRID', 'any way to make one number of two will do'],
		['number', '2', 'any way to make one number of two will do', 'ROWS_OF_GRID = 2 ** 24'],
	],
	'reading/masking/laidWords.ts': [
		['always', 'given === null', FOR_SPEED, 'angleOf(words)'],
		['number', '0', 'places that are given are not turned', 'angleOf(words) : 0'],
		['always', 'given === null', 'holds places that nobody asks for', 'words.length * 4'],
		['number', '4', 'holds a place more than it needs', 'words.length * 4'],
		['always', 'this.known[index] === UNKNOWN', FOR_SPEED],
		['number', '0', 'holds a place more than it needs', 'words.length * 4'],
		['never', 'corners.length === 0', 'what is known to have no place has edges that nobody reads'],
		['arithmetic', 'SAMPLE * 4', 'other words tell as well how the page is turned'],
		['number', '4', 'other words tell as well how the page is turned', 'SAMPLE * 4'],
		['boundary', 'angles.length < SAMPLE', 'one more tells the same'],
	],
	'reading/masking/maskFields.ts': [
		['never', 'masked === texts', FOR_SPEED],
		['boundary', 'inText.length >= inWords.length', EITHER],
	],
	'reading/masking/maskImage.ts': [
		['never', "name === 'fields' && isObject(member) && isUsualWord(member)", FOR_SPEED],
		['boundary', 'found.length > (counts.get(leaf)?.length ?? 0)', EITHER],
		[
			'always',
			"typeof member === 'string' || typeof member === 'number'",
			'no other scalar holds a number',
		],
	],
	'reading/masking/maskNumber.ts': [
		['never', 'isBarcode(text.trim())', FOR_SPEED],
		['never', "!other.includes('*')", FOR_SPEED],
		['never', 'back.length === 0', 'of nothing nothing is hidden'],
		['number', '0', VALUES, 'charactersOf(text, 0)'],
	],
	'reading/masking/maskText.ts': [
		['never', 'found.length === 0', 'gives a copy of the same'],
		['number', '1', 'only the first character of it is looked at', 'text.trimStart().slice(0, 1)'],
	],
	'reading/masking/maskWords.ts': [
		['always', 'isObject(value)', 'what is no object has no members'],
		['number', '1', GAP_OF_CELLS, 'left + across - 1'],
		['arithmetic', 'left + across - 1', GAP_OF_CELLS],
		['arithmetic', 'top + down - 1', GAP_OF_CELLS],
		[
			'default',
			'asNumber(cell[name]) ?? least',
			'the greater of nothing and the least is the least',
		],
		['number', '10', 'rows may be measured in any unit', 'const ROW = 10'],
		['always', 'isWorth(words, search)', FOR_SPEED],
		['always', 'isWorth(page, search)', FOR_SPEED],
		['never', 'hidden.length === 0', FOR_SPEED],
	],
	'reading/masking/pageWords.ts': [
		['always', 'this.knownCell === undefined', FOR_SPEED],
		['return true', 'box !== null', FOR_TYPES],
		['return undefined', 'height', SQUARES],
		['number', '1', SQUARES, 'this.height = '],
		['method', 'Math.max(medianOf(boxes.map(({ height }) => height)), 1)', SQUARES],
		['arithmetic', 'this.stripAt(box.y + box.height) - first', FURTHER],
		['method', 'Math.min(this.stripAt(box.y + box.height) - first, MOST_STRIPS)', BOUND],
		['never', 'this.corners.length === 0', FOR_SPEED],
		['return 0', 'Math.floor(y / this.height)', SQUARES],
		[
			'return null',
			'Array.isArray(vertices) && vertices.every(isPoint) ? vertices : null',
			'saves copies of corners that are the same',
		],
	],
	'reading/masking/patterns.ts': [
		['default', 'part.match(CLUSTERS) ?? []', FOR_TYPES],
		['always', 'number > 0', 'a blank before the first word is found by nobody'],
		['never', 'wanted.length === 0', FOR_SPEED],
	],
	'reading/masking/search.ts': [
		[
			'number',
			'0',
			'any of its characters tells its place',
			'a.characters[0].word - b.characters[0].word',
		],
		['always', 'zones || strict', FOR_SPEED],
		['never', 'evidence.score + Math.max(...Object.values(weights)) < ENOUGH', FOR_SPEED],
		['boundary', 'evidence.score + Math.max(...Object.values(weights)) < ENOUGH', FOR_SPEED],
	],
	'reading/masking/slots.ts': [
		[
			'always',
			'key.length >= SHORTEST_KEY && !USUAL_KEYS.has(key) && mayHoldNumber(key)',
			FOR_SPEED,
		],
		['boundary', 'index < holder.length', BEHIND],
		['never', '!isObject(holder)', 'what is no object has no members'],
		['boundary', 'index < text.length', BEHIND],
		['boundary', 'code >= 0x80', 'U+0080 is no digit'],
		['always', 'code >= 0x80 && !isPlainLetter(code)', FOR_SPEED],
		['logic', 'code >= 0x80 && !isPlainLetter(code)', FOR_SPEED],
	],
	'reading/masking/wordStrips.ts': [
		['chain', 'profiles[last]?.goesOn', FOR_TYPES],
		['always', 'profile !== null', 'a word without a profile makes no strip', 'chain.push(index)'],
		['boolean', 'true', FOR_SPEED, 'let ascii = true'],
		['boundary', 'index < text.length', BEHIND],
		['boundary', 'code >= 0x80', 'U+0080 is no digit'],
		['always', 'code >= 0x80 && !isPlainLetter(code)', FOR_SPEED],
		['logic', 'code >= 0x80 && !isPlainLetter(code)', FOR_SPEED],
		['boundary', 'digits > 3', FOR_SPEED],
		['always', 'digits > USUAL_LENGTH', 'saves memory, and changes no profile'],
		['never', 'digits > USUAL_LENGTH', 'saves memory, and changes no profile'],
		['boundary', 'digits > USUAL_LENGTH', 'saves memory, and changes no profile'],
		['boundary', 'code >= 0x3040', 'U+3040 is no character'],
		['boundary', 'code < 0xfe00', 'no word begins or ends with two variation selectors'],
		['number', '0', FOR_TYPES, 'profiles[index]?.digits ?? 0'],
		['default', 'profiles[index]?.digits ?? 0', FOR_TYPES],
		['number', '1', 'before the first there is nothing', 'let back = 1'],
		['boundary', 'back < words.length', BEHIND],
		['arithmetic', 'middle + across', 'left and right are looked at alike'],
		['number', '2', FURTHER, 'Math.max(usual, 1e-3) * 2'],
		['return undefined', 'place.bottom - place.top', SQUARES],
		['arithmetic', 'place.bottom - place.top', SQUARES],
		['chain', 'profiles[index]?.digits', FOR_TYPES],
		['never', 'boxes.length < FEWEST_BOXES', FOR_SPEED],
		['return undefined', '`${Math.floor(x / size)}:${Math.floor(y / size)}`', SQUARES],
		['boundary', 'gap >= least', EITHER],
		['number', '0', VALUES, 'charactersOf(text, 0)'],
	],
	'reading/general/text/columns.ts': [
		['number', '3', BOUND, 'const MOST_GUTTERS = 3'],
		['number', '4', BOUND, 'const DEEPEST = 4'],
		['never', 'depth === DEEPEST', BOUND],
		['arithmetic', 'depth + 1', BOUND],
		['number', '0', 'columns come two at a time', 'if (regions.length > 0) return'],
	],
	'reading/general/text/directions.ts': [['boundary', 'passed >= half', EITHER]],
	'reading/general/text/neighbours.ts': [
		['arithmetic', 'span / this.bandHeight', FURTHER],
		['arithmetic', 'own + offset', 'above and below are looked at alike'],
		['boundary', 'band.next < words.length', BEHIND],
		['boundary', 'x[to] >= x[nearest]', EITHER],
	],
	'reading/general/text/rows.ts': [
		['number', '1', 'words that have no places may have any height', '[number, line, 1, 1]'],
	],
	'reading/general/text/tilt.ts': [
		['number', '0', FOR_SPEED, 'if (turn === 0) continue'],
		['never', 'turn === 0', FOR_SPEED],
		['return true', 'index % every === 0', FOR_SPEED],
		['boundary', 'Math.abs(degrees) > LEVEL', 'no page is turned by exactly that'],
		['boundary', 'at < count', BEHIND],
		[
			'arithmetic',
			'angle - shapes.angle[at]',
			'the text of an upright box runs level or the other way',
		],
		['boundary', 'tilt <= QUARTER / 4', 'no page is turned by exactly that'],
	],
	'reading/general/text/tips.ts': [
		['number', '0', 'print is higher than a pixel', 'private tallest = 0'],
		['always', 'before !== number', EITHER],
		['never', 'before !== number', FOR_SPEED],
		['chain', 'this.bands.get(before)?.delete(row)', FOR_TYPES],
		['removed', 'this.bands.get(before)?.delete(row);', FOR_SPEED],
		['boundary', 'word.right > row.furthest.right', EITHER],
		['arithmetic', '(heightOf(first) + this.tallest) / 2', FURTHER],
		['arithmetic', 'reach / this.height', FURTHER],
		['number', '1', FURTHER, '(step - 1) * this.height < smallest'],
		['arithmetic', '(step - 1) * this.height', FURTHER],
		['boundary', '(step - 1) * this.height < smallest', FURTHER],
		['never', 'step === 0', FOR_SPEED],
		['boundary', 'offset < smallest', EITHER],
		['number', '2', 'middles may be measured in any unit', 'return (top + bottom) / 2'],
		['never', 'at === words.length', FOR_SPEED],
	],
	'reading/general/text/words.ts': [['never', 'PLAIN.test(text)', FOR_SPEED]],
	'reading/general/textPages.ts': [['always', 'asBlocks', FOR_SPEED]],
	'reading/template/templateReadings.ts': [['default', "image.message ?? ''", NOTHING]],
	'reading/values/amount.ts': [['default', "language ?? ''", NOTHING]],
	'reading/values/mrz.ts': [
		['number', '10', 'a letter behind a day changes no order of days', 'new Date()'],
		['boundary', 'expiryDate < today', EITHER],
	],
	'reading/values/phone.ts': [
		['number', '0', 'ends of both are counted from the same place', 'let length = 0'],
		['arithmetic', 'length += group.length', 'ends of both are counted the same way'],
	],
};

/** Why nobody could notice this mutant; null when a test should. */
export function reasonFor({
	file,
	operator,
	original,
	within,
}: Pick<Mutant, 'file' | 'operator' | 'original' | 'within'>): string | null {
	const text = original.replace(/\s+/g, ' ');
	const found = REASONS[file.replace('nodes/ClovaOcr/', '')]?.find(
		([kind, part, , line]) =>
			kind === operator && text === part && (line === undefined || within.includes(line)),
	);
	return found?.[2] ?? null;
}
