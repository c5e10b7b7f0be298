import type { JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { readReceipt } from '../../nodes/ClovaOcr/operations/document/readReceipt';
import { ordinary } from './decoyForms';
import { misreadForm, usual } from './forms';
import { barcode, card16 } from './numbers';
import { cardPrint, type Printed } from './print';
import type { Random } from './random';
import type { Group, MadeDocument, Truth } from './truth';

/** A receipt's answer: article numbers as codes and inside names, a card, perhaps a person's number. */
export function receiptDocument(random: Random): MadeDocument {
	const truths: Truth[] = [];
	const leaf = (
		printed: Printed,
		path: Truth['spots'][number]['path'],
		group?: Group,
		form = '',
	): JsonObject => {
		const { text, hide } = printed;
		if (group !== undefined)
			truths.push({
				group,
				form: `receipt: ${form}`,
				spots: [{ path: [...path, 'text'], text, hide }],
			});
		return { text, boundingPolys: [] };
	};
	const base = ['receipt', 'result'];
	const items = Array.from({ length: random.int(2, 8) }, (_, index) => {
		const at = [...base, 'subResults', 0, 'items', index];
		const code = barcode(random);
		const item = random.pick(['새우깡', '우유 1L', 'Coffee', 'お茶', '생수 2L x6']);
		const name = random.pick([
			`${code} ${item}`,
			`${item} ${code}`,
			`${item}(${code})`,
			`${String(index + 1).padStart(3, '0')} ${code}`,
		]);
		return {
			name: leaf({ text: name, hide: [] }, [...at, 'name'], 'ordinary', 'barcode in name'),
			code: leaf({ text: code, hide: [] }, [...at, 'code'], 'ordinary', 'barcode'),
			price: { price: leaf({ text: '1,200', hide: [] }, [...at, 'price', 'price']) },
		};
	});
	const made = random.chance(0.5) ? usual(random) : misreadForm(random);
	const text = made.lines.map((line) => line.map((word) => word.text).join(' ')).join('\n');
	const hide: number[] = [];
	let from = 0;
	for (const word of made.lines.flat()) {
		hide.push(...word.hide.map((index) => index + from));
		from += word.text.length + 1;
	}
	const label = made.label === 'person' ? '주민번호 ' : '카드 ';
	const number = { text: label + text, hide: hide.map((index) => index + label.length) };
	const group =
		made.form.includes('solid') || text.length === 0 ? undefined : ('usual form' as const);
	const [decoyForm, decoyText] = ordinary(random);
	const result = {
		storeInfo: {
			name: leaf(
				number,
				[...base, 'storeInfo', 'name'],
				group === undefined || !/\d{6}/.test(text)
					? 'one misread character'
					: isUsual(made.form)
						? group
						: 'one misread character',
				made.form,
			),
			subName: leaf(
				{ text: decoyText, hide: [] },
				[...base, 'storeInfo', 'subName'],
				'ordinary',
				decoyForm,
			),
		},
		paymentInfo: {
			cardInfo: {
				number: leaf(
					cardPrint(card16(random), [4, 4, 4, 4], '-'),
					[...base, 'paymentInfo', 'cardInfo', 'number'],
					'usual form',
					'card in its place',
				),
			},
		},
		subResults: [{ items }],
	};
	const image = {
		uid: '0'.repeat(32),
		name: 'made',
		inferResult: 'SUCCESS',
		message: 'SUCCESS',
		receipt: { result },
	};
	return { image, truths, sensitive: readReceipt.sensitive };
}

function isUsual(form: string): boolean {
	return !/^(person|card), /.test(form);
}
