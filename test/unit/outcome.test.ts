import { emptyOutcome, failedOutcome, goOnWithout } from '../../nodes/ClovaOcr/outcome';
import { finalProblem } from '../../nodes/ClovaOcr/problem';

const problem = finalProblem('It was not made', 'Look at the disk.');

test('an outcome begins with nothing, and nothing is billed', () => {
	expect(emptyOutcome(2, 'a.png')).toEqual({
		itemIndex: 2,
		items: [],
		failures: [],
		hints: [],
		passedOver: null,
		fileName: 'a.png',
		answered: false,
	});
});

test('a failure is of its item and file', () => {
	const failure = { problem, itemIndex: 2, fileName: 'a.png', pages: [1] };
	expect(failedOutcome(failure)).toEqual({ ...emptyOutcome(2, 'a.png'), failures: [failure] });
});

test.each([
	['of rows, which say nothing of review', { amount: 1 }, { amount: 1 }],
	['with facts that are no object', { ocr: 'text' }, { ocr: 'text' }],
	['without facts', { ocr: null }, { ocr: null }],
	['that is fine', { needsReview: false }, { needsReview: true }],
	['with details', { ocr: { needsReview: false } }, { ocr: { needsReview: true } }],
	['with a value of that name', { needsReview: 'maybe' }, { needsReview: 'maybe' }],
])('under Stop an item %s goes on, flagged where it says so', (_, json, expected) => {
	const outcome = { ...emptyOutcome(0, 'a.png'), items: [{ item: { json }, needsReview: false }] };
	goOnWithout(outcome, problem, true);
	expect(outcome.items).toEqual([{ item: { json: expected }, needsReview: true }]);
	expect(outcome.hints).toEqual(["'a.png': It was not made. Look at the disk."]);
	expect(outcome.failures).toEqual([]);
});
