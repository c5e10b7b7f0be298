import { FOR_SPEED, FOR_TYPES, EITHER, BOUND, FURTHER, BEHIND, type Reasons } from './reason';

/** What lives in the layout of pages. */
export const LAYOUT: Reasons = {
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
};
