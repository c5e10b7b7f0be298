import { labelled } from '../answers/leafShape';
import { always, each, list, object, perhaps, sometimes, type Shape } from '../answers/shape';
import type { AnswerStyle } from '../answers/style';

const RECEIPT = object({
	storeInfo: sometimes(
		object({
			...each(['name', 'subName', 'bizNum', 'movieName'], sometimes(labelled.value)),
			...each(['addresses', 'tel'], sometimes(list(labelled.value))),
		}),
	),
	paymentInfo: sometimes(
		object({
			date: sometimes(labelled.date),
			time: sometimes(labelled.time),
			cardInfo: sometimes(object(each(['company', 'number'], sometimes(labelled.value)))),
			confirmNum: sometimes(labelled.value),
		}),
	),
	subResults: always(list(object({ items: always(list(receiptItem())) }))),
	totalPrice: sometimes(
		object({ price: sometimes(labelled.value), creditCardPrice: perhaps(labelled.value) }),
	),
	subTotal: sometimes(
		list(
			object({
				...each(['taxPrice', 'discountPrice'], sometimes(list(labelled.value))),
				subTotalPrice: perhaps(list(labelled.value)),
			}),
		),
	),
});

/** Receipts come with the label printed beside a value, and with a confidence. */
export const receiptAnswer: AnswerStyle = {
	formats: {
		'paymentInfo.confirmNum': 'none',
		'paymentInfo.date': 'date',
		'paymentInfo.time': 'time',
		'storeInfo.subName': 'none',
		'storeInfo.tel': 'digits',
		'subResults.items.code': 'none',
		'subResults.items.count': 'digits',
		'subResults.items.price.price': 'digits',
		'subResults.items.price.unitPrice': 'digits',
		'subTotal.discountPrice': 'digits',
		'subTotal.taxPrice': 'digits',
		'subTotal.subTotalPrice': 'digits',
		'totalPrice.creditCardPrice': 'digits',
		'totalPrice.price': 'digits',
	},
	labels: { keyText: ({ label }) => label, confidenceScore },
	unmasked: /\.(code|confirmNum|count|tel|time|\w*[pP]rice)$/,
	shape: RECEIPT,
};

/** Between 0.80 and 0.97 by the text, so that it stays. */
function confidenceScore(text: string): number {
	const sum = [...text].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
	return (80 + (sum % 18)) / 100;
}

function receiptItem(): Shape {
	const price = object(each(['price', 'unitPrice'], sometimes(labelled.value)));
	return object({
		...each(['name', 'code', 'count'], sometimes(labelled.value)),
		price: sometimes(price),
	});
}
