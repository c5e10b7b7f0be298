import {
	insert,
	overlap,
	type PlacedWord,
} from '../../../../../nodes/ClovaOcr/reading/general/text/tips';
import { Word } from '../../../../../nodes/ClovaOcr/reading/general/text/words';

function wordAt(text: string, left: number, top = 0, bottom = 10): PlacedWord {
	return { word: new Word(text, text, null, null, {}), line: 0, left, right: left, top, bottom };
}

test.each([[[10, 20, 30, 40]], [[40, 30, 20, 10]], [[30, 10, 40, 20]], [[20, 40, 10, 30]]])(
	'words inserted in any order (%p) stand from left to right',
	(lefts) => {
		const row: PlacedWord[] = [];
		for (const left of lefts) insert(row, wordAt('', left));
		expect(row.map(({ left }) => left)).toEqual([10, 20, 30, 40]);
	},
);

test('a word is inserted behind those at the same place', () => {
	const row: PlacedWord[] = [];
	for (const [text, left] of [
		['a', 10],
		['d', 20],
		['b', 10],
		['c', 10],
	] as const)
		insert(row, wordAt(text, left));
	expect(row.map(({ word }) => word.text)).toEqual(['a', 'b', 'c', 'd']);
});

test.each<[string, [number, number], [number, number], number]>([
	['the same height', [0, 10], [0, 10], 1],
	['half of it', [0, 10], [5, 15], 0.5],
	['all of the smaller one', [0, 40], [20, 30], 1],
	['half of the smaller one', [0, 40], [-5, 5], 0.5],
	['nothing, being apart', [0, 10], [15, 25], -0.5],
])('words have in common %s', (_, [top, bottom], [otherTop, otherBottom], share) => {
	const [one, other] = [wordAt('', 0, top, bottom), wordAt('', 0, otherTop, otherBottom)];
	expect([overlap(one, other), overlap(other, one)]).toEqual([share, share]);
});
