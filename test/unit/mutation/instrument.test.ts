import { instrument } from '../../mutation/instrument';

/** What is made of a piece of code: the kind of each change, the text before and after. */
function changes(code: string): string[] {
	return instrument('a.ts', code, 1).mutants.map(
		({ operator, original, replacement }) => `${operator}: ${original} → ${replacement}`,
	);
}

describe('what mutation testing changes', () => {
	it.each<[string, string[]]>([
		['f(a < b);', ['boundary: a < b → (a) <= (b)', 'negation: a < b → (a) >= (b)']],
		['f(a === b);', ['negation: a === b → (a) !== (b)']],
		['f(a && b);', ['logic: a && b → (a) || (b)']],
		['f(a ?? b);', ['default: a ?? b → a']],
		['f(a - b);', ['arithmetic: a - b → (a) + (b)']],
		['f(!a);', ['not: !a → a']],
		['f(-1);', ['sign: -1 → +1']],
		['f(2);', ['number: 2 → 3']],
		['f(true);', ['boolean: true → false']],
		['f(a?.b.c);', ['chain: a?.b.c → a.b.c']],
		['f(a?.[b]);', ['chain: a?.[b] → a[b]']],
		['f(a.some(b));', ['method: a.some(b) → a.every(b)']],
		['f(Math.max(a, b));', ['method: Math.max(a, b) → Math.min(a, b)']],
	])('%s', (code, expected) => {
		const removed = `removed: ${code} → `;
		expect(changes(code).filter((change) => change !== removed)).toEqual(expected);
		expect(changes(code)).toContain(removed);
	});

	it('conditions hold always and never, and then need not be turned round', () => {
		expect(changes('if (a === b) throw c;')).toEqual([
			'always: a === b → true',
			'never: a === b → false',
		]);
		expect(changes('while (a) throw c;')).toEqual(['never: a → false']);
	});

	it('results are emptied by the type of the function', () => {
		const changed = (type: string) => changes(`function g()${type} { return x.y; }`);
		expect(changed('')).toEqual(['return undefined: x.y → undefined']);
		expect(changed(': string')).toEqual(["return '': x.y → ''"]);
		expect(changed(': Row[]')).toEqual(['return []: x.y → []']);
		expect(changed(': Promise<Row | null>')).toEqual(['return null: x.y → null']);
		expect(changed(': boolean')).toEqual(['return true: x.y → true', 'return false: x.y → false']);
	});

	it.each([
		"type A = 1 | true; interface B { c?: 2 }",
		"const TABLE = [1, -2, { on: true }];",
		"const { 0: first } = match;",
		"const LIMIT = 60_000;",
		"const text = 'a' + b;",
	])('%s stays as it is', (code) => expect(instrument('a.ts', code, 1)).toEqual({ code, mutants: [] }));

	it('stands in the code side by side, and asks which one is on', () => {
		const { code, mutants } = instrument('a.ts', 'if (a) f(b > c);\nelse g();', 7);
		expect(code).toBe(
			'if ((__mutant(7) ? true : __mutant(8) ? false : a)) { if (!__mutant(11)) f((__mutant(9) ? (b) >= (c) : __mutant(10) ? (b) <= (c) : b > c)); }\nelse { if (!__mutant(12)) g(); }',
		);
		expect(mutants.map(({ number, id }) => `${number} ${id}`)).toContain('9 a.ts:1:10:boundary');
	});

	it('a chain stays in one piece, and so does a call with what it is called on', () => {
		expect(instrument('a.ts', 'x = a?.b(c ?? d).e;', 1).code).toBe(
			'x = (__mutant(2) ? a.b(c ?? d).e : a?.b((__mutant(1) ? c : c ?? d)).e);',
		);
	});
});
