import { bare, labelled } from '../answers/leafShape';
import { always, each, list, object, sometimes } from '../answers/shape';
import type { AnswerStyle } from '../answers/style';

const value = sometimes(bare.value);
const GOODS = object({
	...each(['name', 'count'], value),
	money: sometimes(object({ price: value })),
});
const PARCEL = object({ ...each(['label', 'weight'], value), goods: always(list(GOODS)) });

/** How a model might answer that is not known: amounts in digits, dates and times in parts. */
export const deliveryNoteAnswer: AnswerStyle = {
	formats: {
		'head.time.issue date': 'date',
		'head.time.departure': 'time',
		'sums.total': 'digits',
		'parcels.goods.money.price': 'digits',
	},
	labels: null,
	unmasked: null,
	shape: object({
		head: sometimes(
			object({
				'ref-no': value,
				time: sometimes(
					object({ 'issue date': sometimes(bare.date), departure: sometimes(labelled.time) }),
				),
			}),
		),
		sender: sometimes(
			object({ ...each(['company', '담당자'], value), contact: sometimes(object({ tel: value })) }),
		),
		remark: value,
		sums: sometimes(object({ total: value })),
		parcels: sometimes(list(PARCEL)),
	}),
};
