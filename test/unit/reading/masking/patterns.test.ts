import { searchWords } from '../../../../nodes/ClovaOcr/reading/masking/search';
import type { SearchedWord } from '../../../../nodes/ClovaOcr/reading/masking/found';

function wordsOf(...texts: string[]): SearchedWord[] {
	return texts.map((text) => ({ text, corners: [], endsLine: null, cell: null }));
}

/** The words with every hidden character as a star. */
function hidden(texts: string[], patterns: string[]): string[] {
	const points = texts.map((text) => text.split(''));
	for (const { spans } of searchWords(wordsOf(...texts), { level: 'none', patterns })) {
		for (const { word, from, to } of spans) points[word].fill('*', from, to);
	}
	return points.map((units) => units.join(''));
}

describe('texts that the user wants hidden', () => {
	it.each([
		[['홍길동'], ['성명', '홍길동님'], ['성명', '***님']],
		[['acme corp'], ['ACME', 'Corp.'], ['****', '****.']],
		[['A-##'], ['A-12', 'A-1', 'Ａ－３４'], ['****', 'A-1', '****']],
		[['###-####'], ['02', '123-4567,'], ['02', '********,']],
		[['1.5'], ['1.5', '1x5'], ['***', '1x5']],
		[['(a)'], ['x(a)'], ['x***']],
		[['𠮷野'], ['x𠮷野家'], ['x***家']],
		[['㈱'], ['㈱예시'], ['*예시']],
		[
			['', '  '],
			['nothing', 'to', 'hide'],
			['nothing', 'to', 'hide'],
		],
		[['-'], ['a-b'], ['a*b']],
		[['예 시'], ['예', '  시'], ['*', '***']],
		[['예 시'], ['예\t시'], ['***']],
		[['예시'], ['예', '시'], ['예', '시']],
		[['각각'], ['각각'.normalize('NFD'), '가'], ['******', '가']],
		[['각각'.normalize('NFD')], ['각각'], ['**']],
		[['가'], ['각', '각'.normalize('NFD')], ['각', '각'.normalize('NFD')]],
		[['café'], ['CAFÉ'.normalize('NFD'), 'cafe'], ['*****', 'cafe']],
		[['ΟΔΟΣ'], ['οδος'], ['****']],
	])('%j in %j', (patterns, texts, masked) => {
		expect(hidden(texts, patterns)).toEqual(masked);
	});

	it('finds nothing for an empty one', () => {
		expect(searchWords(wordsOf('a b'), { level: 'none', patterns: ['', ' '] })).toEqual([]);
	});

	it('gives one number for each place where the text stands', () => {
		const found = searchWords(wordsOf('acme', 'corp', 'acme', 'corp'), {
			level: 'none',
			patterns: ['acme corp'],
		});
		expect(found.map(({ spans }) => spans.map(({ word }) => word))).toEqual([
			[0, 1],
			[2, 3],
		]);
	});
});
