import fc from 'fast-check';

import { operations } from '../../../../nodes/ClovaOcr/operations';
import { isObject, type Json, type JsonObject } from '../../../../nodes/ClovaOcr/shared/json';
import { maskImage as maskEntry } from '../../../../nodes/ClovaOcr/reading/masking/maskImage';
import { withLuhn } from '../../../masking/numbers';
import { answer, answerNames, outsideAnswers } from '../../../support/answers';

/** The entry after masking. */
function maskImage(...given: Parameters<typeof maskEntry>): JsonObject {
	return maskEntry(...given).raw;
}

const SENSITIVE = operations.flatMap(({ sensitive }) => sensitive);

/** Synthetic numbers with a date in front; none is anybody's. */
const personal = fc
	.record({
		year: fc.integer({ min: 0, max: 99 }),
		month: fc.integer({ min: 1, max: 12 }),
		day: fc.integer({ min: 1, max: 31 }),
		back: fc.stringMatching(/^[1-8][1-9]{6}$/),
	})
	.map(({ year, month, day, back }) => ({
		front: [year, month, day].map((part) => String(part).padStart(2, '0')).join(''),
		back,
	}));

const card = fc
	.tuple(fc.constantFrom('41', '52', '94', '62'), fc.stringMatching(/^[1-9]{13}$/))
	.map(([first, rest]) => withLuhn(first + rest));

const words = fc.constantFrom(
	'성명',
	'주소',
	'전화 02-000-1234',
	'Total',
	'합계',
	'（주）예시',
	'',
);

/** A number as it may be printed. */
const printed = fc.oneof(
	fc
		.tuple(personal, fc.constantFrom('-', ' - ', '–', '. ', ' ', '\n'))
		.map(([{ front, back }, joint]) => ({
			text: front + joint + back,
			secret: back,
		})),
	fc.tuple(personal).map(([{ front, back }]) => ({ text: wide(`${front}-${back}`), secret: back })),
	fc.tuple(card, fc.constantFrom('-', ' ', '')).map(([number, joint]) => ({
		text: number.match(/.{4}/g)?.join(joint) ?? number,
		secret: number.slice(6, 12),
	})),
);

const phrase = fc.tuple(words, printed, words).map(([before, { text, secret }, after]) => ({
	text: `${before} ${text} ${after}`.trim(),
	secret,
}));

function wide(text: string): string {
	return text.replace(/[0-9-]/g, (point) =>
		String.fromCodePoint((point.codePointAt(0) ?? 0) + 0xfee0),
	);
}

/** Everything that can be read in a value, keys included, with all blanks, dashes and forms of digits levelled. */
function readable(value: Json): string {
	const text = JSON.stringify(value, (key, member: Json) =>
		/^(vertices|boundingPolys?)$/.test(key) ? null : member,
	);
	return text.normalize('NFKC').replace(/\\n|[\s\-–.]/g, '');
}

/**
 * Numbers of places, so that a text can be put anywhere but into a box for one character: the digits in the
 * next boxes would go on with it.
 */
function putAt(value: Json, at: number, text: string): Json {
	const places: Array<(text: string) => void> = [];
	const isBox = (member: Json) => typeof member === 'string' && member.length === 1;
	const copy = JSON.parse(JSON.stringify(value)) as Json;
	const walk = (member: Json): void => {
		if (Array.isArray(member)) {
			member.forEach((inner, index) => {
				if (typeof inner === 'string') places.push((planted) => (member[index] = planted));
				else walk(inner);
			});
		} else if (isObject(member)) {
			places.push((planted) => (member.unknownMember = { text: planted }));
			places.push((planted) => (member[planted] = 'value'));
			for (const [key, inner] of Object.entries(member)) {
				if (key === 'vertices' || isBox(inner)) continue;
				if (typeof inner === 'string') places.push((planted) => (member[key] = planted));
				else walk(inner);
			}
		}
	};
	walk(copy);
	places[at % places.length]?.(text);
	return copy;
}

const images = answerNames().flatMap((name) => {
	const body = answer(name);
	const list = isObject(body) && Array.isArray(body.images) ? body.images : [];
	return list.filter(isObject).map((image) => ({ name, image: withoutLabels(image) }));
});

/** What a field is called can say that its number is of another kind; here no name does. */
function withoutLabels(image: JsonObject): JsonObject {
	const text = JSON.stringify(image, (_, value: Json) =>
		isObject(value) &&
		typeof value.name === 'string' &&
		(value.inferText ?? value.text) !== undefined
			? { ...value, name: '칸' }
			: value,
	);
	return JSON.parse(text) as JsonObject;
}

describe('maskImage', () => {
	it('has answers to work on', () => expect(images.length).toBeGreaterThan(20));

	it('lets no planted number through, wherever it stands in whichever answer', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...images),
				fc.nat(5000),
				phrase,
				fc.constantFrom('standard', 'strict'),
				({ image }, at, { text, secret }, level) => {
					const planted = putAt(image, at, text);
					// A place that is declared to hold another kind of number is left to that declaration.
					const masked = maskImage(
						planted as JsonObject,
						SENSITIVE.filter(({ kind }) => kind !== 'plain'),
						level,
					);
					// The digits around may by chance show the same as the hidden ones.
					fc.pre(!readable(image).includes(secret));
					fc.pre(readable(text).split(secret).length === 2);
					expect(readable(masked)).not.toContain(secret);
				},
			),
			{ numRuns: 1500 },
		);
	});

	it('finds numbers that recognition tore apart over the words of a page', () => {
		fc.assert(
			fc.property(
				personal,
				fc.array(fc.nat(13), { maxLength: 3 }),
				words,
				words,
				({ front, back }, cuts, before, after) => {
					const number = `${front}-${back}`;
					const borders = [0, ...[...new Set(cuts)].sort((a, b) => a - b), number.length];
					const pieces = borders
						.slice(1)
						.map((end, index) => number.slice(borders[index], end))
						.filter((piece) => piece !== '');
					const fields = [before, ...pieces, after].map((inferText) => ({ inferText }));
					const masked = maskImage({ fields }, [], 'standard');
					const text = (Array.isArray(masked.fields) ? masked.fields : [])
						.map((field) => (isObject(field) ? String(field.inferText) : ''))
						.join('');
					expect(text.normalize('NFKC')).not.toContain(back);
					expect(text.normalize('NFKC').replace(/[^0-9*]/g, '')).toContain(`${front}*******`);
				},
			),
			{ numRuns: 1000 },
		);
	});

	it('finds numbers over neighbouring cells of a row under their label, whatever the order of the cells', () => {
		const cell = (rowIndex: number, columnIndex: number, text: string) => ({
			rowIndex,
			columnIndex,
			cellTextLines: [{ cellWords: [{ inferText: text }] }],
		});
		const table = {
			cells: [
				cell(0, 0, '주민등록번호'),
				cell(1, 1, '7000023'),
				cell(1, 0, '680229'),
				cell(0, 1, '뒤'),
			],
		};
		const masked = JSON.stringify(maskImage({ tables: [table] }, [], 'standard'));
		expect(masked).toContain('680229');
		expect(masked).not.toContain('7000023');
	});

	it('leaves figures in neighbouring cells alone', () => {
		const cells = [
			['일자', '금액'],
			['240315', '1500000'],
			['2100', '3400'],
		].flatMap((row, rowIndex) =>
			row.map((text, columnIndex) => ({
				rowIndex,
				columnIndex,
				cellTextLines: [{ cellWords: [{ inferText: text }] }],
			})),
		);
		const image = { tables: [{ cells }] };
		expect(maskImage(image, [], 'standard')).toBe(image);
	});

	it('changes nothing where no number is, and boxes never', () => {
		for (const { image } of images) {
			const clean = JSON.parse(
				JSON.stringify(image).replace(/\d(?=[^"]*"\s*[,}\]:])/g, '7'),
			) as JsonObject;
			expect(maskImage(clean, [], 'none')).toBe(clean);
			const boxes = (value: Json) => JSON.stringify(value).match(/"vertices":\[[^\]]*\]/g);
			expect(boxes(maskImage(image, SENSITIVE, 'strict'))).toEqual(boxes(image));
		}
		const quiet = {
			fields: [{ inferText: '합계 12,000원' }, { inferText: '02-000-1234' }],
			a: { b: ['123-45-67891'] },
		};
		expect(maskImage(quiet, SENSITIVE, 'strict')).toEqual(quiet);
	});

	it('does not change the answer that it was given, and masks the same twice as once', () => {
		for (const { image } of images) {
			const before = JSON.stringify(image);
			for (const level of ['standard', 'strict'] as const) {
				const once = maskImage(image, SENSITIVE, level);
				expect(maskImage(once, SENSITIVE, level)).toEqual(once);
			}
			expect(JSON.stringify(image)).toBe(before);
		}
	});

	it('stars numbers that came as JSON numbers, and leaves an id of 32 digits alone', () => {
		const image = { uid: '12345678901234567890123456789012', other: 6802297000023, seen: 12 };
		expect(maskImage(image, [], 'standard')).toEqual({ ...image, other: '680229*******' });
	});

	it('stars numbers in lists that are no words, of any depth', () => {
		const number = '680229-7000023';
		const masked = '680229-*******';
		for (const name of ['fields', 'title', 'tables', 'other']) {
			expect(maskImage({ [name]: [number] }, [], 'standard')).toEqual({ [name]: [masked] });
			expect(maskImage({ [name]: [[number, true, null]] }, [], 'standard')).toEqual({
				[name]: [[masked, true, null]],
			});
		}
	});

	it('is the same under None, whatever else is to be hidden', () => {
		const image = { fields: [{ inferText: 'HONG' }] };
		expect(maskEntry(image, [], 'none', ['HONG']).raw).toBe(image);
	});

	it('counts a number in a word with members of its own once', () => {
		const word = { inferText: '680229-7000023', remark: 'beside the stamp' };
		expect(maskEntry({ fields: [word] }, [], 'standard').found).toEqual(['personal']);
	});

	it('takes a place by its whole name', () => {
		const num = { path: '**.num', kind: 'whole' } as const;
		expect(maskImage({ a: { num: 'AB12' }, b: { enum: 'AB12' } }, [num], 'standard')).toEqual({
			a: { num: '****' },
			b: { enum: 'AB12' },
		});
	});

	it('stars a title that has a text and no name', () => {
		const title = (inferText: string) => ({ title: [{ inferText }] });
		expect(maskImage(title('680229-7000023'), [], 'standard')).toEqual(title('680229-*******'));
	});

	it('stars a word of a cell that came as a JSON number', () => {
		const table = (inferText: Json) => ({
			tables: [{ cells: [{ cellTextLines: [{ cellWords: [{ inferText }] }] }] }],
		});
		expect(maskImage(table(6802297000023), [], 'standard')).toEqual(table('680229*******'));
	});

	it('stars numbers in names of members, in others below these as well', () => {
		const image = { '680229-7000023': { '680229-7000024': 'x' } };
		expect(maskImage(image, [], 'standard')).toEqual({
			'680229-*******': { '680229-*******': 'x' },
		});
	});

	it('leaves article numbers alone wherever a document has places for them', () => {
		const barcode = { path: 'item.code', kind: 'barcode' } as const;
		const card = { path: 'payment.card', kind: 'card' } as const;
		const image = { note: '8801043014809' };
		expect(maskImage(image, [barcode, card], 'standard')).toBe(image);
		expect(maskImage(image, [card], 'standard')).toEqual({ note: '880104*******' });
	});

	it('takes no two values for one number that have labels of their own', () => {
		const list = [
			{ name: '생년월일', value: '900101' },
			{ name: '금액', value: '-1234567' },
		];
		expect(maskImage({ list }, [], 'standard')).toEqual({ list });
		const values = list.map(({ value }) => value);
		expect(maskImage({ values }, [], 'standard')).toEqual({ values: ['900101', '-*******'] });
	});

	it('keeps what it changes nothing of, and tells of nothing there', () => {
		const image = { 'code 12345678': 'x', message: '680229-*******' };
		const { raw, found } = maskEntry(image, [], 'standard');
		expect(raw).toBe(image);
		expect(found).toEqual([]);
	});

	it('tells what kind of number it starred in a text', () => {
		const found = (message: string) => maskEntry({ message }, [], 'standard').found;
		expect(found('4000-0000-0000-0002')).toEqual(['card']);
		expect(found('680229-7000023')).toEqual(['personal']);
		expect(found('12')).toEqual([]);
	});

	it('keeps a member that is called __proto__ a member', () => {
		const image = JSON.parse('{"__proto__":{"text":"680229-7000023"}}') as JsonObject;
		expect(JSON.stringify(maskImage(image, [], 'standard'))).toBe(
			'{"__proto__":{"text":"680229-*******"}}',
		);
	});

	it('masks every outside answer without losing a member', () => {
		for (const { body } of [
			...outsideAnswers('clova-ocr/examples'),
			...outsideAnswers('captures'),
		]) {
			for (const image of isObject(body) && Array.isArray(body.images)
				? body.images.filter(isObject)
				: []) {
				const masked = maskImage(image, SENSITIVE, 'standard');
				expect(JSON.stringify(masked).length).toBe(JSON.stringify(image).length);
			}
		}
	});
});

it('stars a card number in an unknown member below one that holds another kind, on strict too', () => {
	const num = [{ text: '11-23-123456-00', unknownMember: { text: '4000-0000-0000-0002' } }];
	const image = { idCard: { result: { dl: { num } } } };
	for (const level of ['standard', 'strict'] as const) {
		const masked = JSON.stringify(maskImage(image, SENSITIVE, level));
		expect(masked).toMatch(/4000-00\*\*-\*\*\*\*-[0*]{3}[2*]/);
	}
});
