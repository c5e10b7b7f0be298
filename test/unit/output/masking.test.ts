import fc from 'fast-check';

import type { ItemSettings } from '../../../nodes/ClovaOcr/input/settings';
import { operations } from '../../../nodes/ClovaOcr/operations';
import type { Operation } from '../../../nodes/ClovaOcr/operations/types';
import { fileItems } from '../../../nodes/ClovaOcr/output/fileItems';
import { readAnswer } from '../../../nodes/ClovaOcr/readAnswer';
import type { Json } from '../../../nodes/ClovaOcr/shared/json';
import { isBarcode } from '../../../nodes/ClovaOcr/reading/masking/digits';
import { withLuhn } from '../../masking/numbers';
import { answer, answerNames, pagesOf, PLAIN } from '../../support/answers';
import { plantAt } from '../../support/plant';
import { itemSettings } from '../../support/settings';

/** Operations whose documents carry personal numbers by nature. */
const personal = operations.filter(
	({ resource }) => resource === 'document' || resource === 'idCard',
);

/** Every way in which an answer can leave the node. */
const outputs = personal.flatMap((operation) =>
	(operation.splitInto.length > 0 ? operation.splitInto.map(({ value }) => value) : ['']).flatMap(
		(splitInto) =>
			(['simplified', 'detailed', 'raw'] as const).flatMap((output) =>
				[true, false].flatMap((includeFieldDetails) =>
					(['standard', 'strict'] as const).map((mask) => ({
						operation,
						settings: settingsOf({ splitInto, output, includeFieldDetails, mask }),
					})),
				),
			),
	),
);

function settingsOf(choice: {
	splitInto: string;
	output: ItemSettings['output'];
	includeFieldDetails: boolean;
	mask: ItemSettings['mask'];
}): ItemSettings {
	const { splitInto, ...rest } = choice;
	const { includeFieldDetails } = rest;
	const reading = { ...PLAIN, splitInto, includeFieldDetails };
	return itemSettings({ ...rest, reading, confidenceThreshold: 0.5 });
}

/** Everything that an answer becomes, as text. */
function output(body: Json, operation: Operation, settings: ItemSettings): string {
	const file = {
		pages: pagesOf(body),
		given: false,
		failed: [],
		skipped: false,
		fromFile: new Set<number>(),
		pageCount: 1,
		requestIds: new Map<number, string>(),
		calls: new Map<number, number>(),
	};
	const answered = { ...file, ...readAnswer(file, operation, settings, 'file.png') };
	const { items } = fileItems(answered, 'file.png', operation, settings, 0);
	return JSON.stringify(items.map(({ item }) => item.json))
		.normalize('NFKC')
		.replace(/\\n|[\s\-–.]/g, '');
}

const number = fc.record({
	front: fc
		.tuple(
			fc.integer({ min: 0, max: 99 }),
			fc.integer({ min: 1, max: 12 }),
			fc.integer({ min: 1, max: 31 }),
		)
		.map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('')),
	back: fc.stringMatching(/^[1-8][1-9]{6}$/),
});

describe('no way of output goes around masking', () => {
	const names = answerNames().filter((name) => !name.startsWith('template'));

	it('has every combination to try', () => expect(outputs.length).toBeGreaterThan(100));

	it('wherever a resident or alien number is planted', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...names),
				fc.constantFrom(...outputs),
				fc.nat(5000),
				number,
				fc.constantFrom('-', ' - ', '', ' '),
				(name, { operation, settings }, at, { front, back }, joint) => {
					const clear = answer(name);
					fc.pre(!JSON.stringify(clear).replace(/\D/g, '').includes(back));
					// On receipts a valid article number is one.
					fc.pre(joint !== '' || !isBarcode(front + back));
					const places = operation.sensitive
						.filter(({ kind }) => kind === 'plain')
						.map(({ path }) => path);
					const planted = plantAt(clear, at, `성명 ${front}${joint}${back}`, places);
					expect(output(planted, operation, settings)).not.toContain(back);
				},
			),
			{ numRuns: 600 },
		);
	});

	it('wherever a card number is planted', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...names),
				fc.constantFrom(...outputs),
				fc.nat(5000),
				fc.stringMatching(/^(41|52|94)[1-9]{13}$/).map(withLuhn),
				fc.constantFrom('-', ' ', ''),
				(name, { operation, settings }, at, card, joint) => {
					const clear = answer(name);
					const middle = card.slice(6, 12);
					fc.pre(!JSON.stringify(clear).replace(/\D/g, '').includes(middle));
					const places = operation.sensitive
						.filter(({ kind }) => kind === 'plain')
						.map(({ path }) => path);
					const planted = plantAt(clear, at, (card.match(/.{4}/g) ?? []).join(joint), places);
					expect(output(planted, operation, settings)).not.toContain(middle);
				},
			),
			{ numRuns: 600 },
		);
	});

	it('and would show the number if masking were left out', () => {
		const operation = operations.find(({ value }) => value === 'readResidentRegistrationCard');
		if (operation === undefined) throw new Error('no such operation');
		const settings = settingsOf({
			splitInto: '',
			output: 'detailed',
			includeFieldDetails: true,
			mask: 'none',
		});
		expect(output(answer('id-resident-full'), operation, settings)).toMatch(/\d{13}/);
	});
});
