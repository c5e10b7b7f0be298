import type { ApiPath } from '../../nodes/ClovaOcr/clova/endpoint';
import { bare, labelled, poly } from '../../test/samples/answers/leafShape';
import {
	always,
	boolean,
	each,
	list,
	object,
	oneOf,
	perhaps,
	sometimes,
	text,
	type Member,
	type Shape,
} from '../../test/samples/answers/shape';

/** The member of `images[]` that holds what a Document or ID card API read. */
export function documentWrapper(path: ApiPath): Record<string, Member> {
	const known = DOCUMENTS[path];
	if (known === undefined) return {};
	const [name, result] = known;
	const meta = object({ estimatedLanguage: always(text) });
	return { [name]: always(object({ meta: always(meta), result: always(result) })) };
}

const VALUES = list(bare.value);
const DATES = list(bare.date);

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

function receiptItem(): Shape {
	const price = object(each(['price', 'unitPrice'], sometimes(labelled.value)));
	return object({
		...each(['name', 'code', 'count'], sometimes(labelled.value)),
		price: sometimes(price),
	});
}

const CERTIFICATE = object({
	...each(
		'registerNumber corpName companyName repName corpRegisterNum bisAddress headAddress bisType bisItem bisArea taxType issuanceReason documentType'.split(
			' ',
		),
		sometimes(list(labelled.value)),
	),
	...each(['openDate', 'issuanceDate'], sometimes(list(labelled.date))),
	...each(['coRepName', 'socialNumber', 'coRepSocialNum'], perhaps(list(labelled.value))),
	birth: perhaps(list(labelled.date)),
});

const BUSINESS_CARD = object(
	each(
		'name nameFurigana company department position address tel mobile fax email homepage'.split(
			' ',
		),
		sometimes(VALUES),
	),
);

const CREDIT_CARD = object(each(['number', 'validThru', 'name'], sometimes(bare.value)));

const ID_CARD = object({
	isConfident: sometimes(boolean),
	rois: sometimes(list(poly)),
	idtype: always(oneOf('ID Card', "Driver's License", 'Passport', 'Alien Registration Card')),
	ic: sometimes(
		object({
			...each(['name', 'personalNum', 'address', 'authority'], sometimes(VALUES)),
			issueDate: sometimes(DATES),
		}),
	),
	dl: sometimes(
		object({
			...each(
				'type num name personalNum address condition code organDonation authority'.split(' '),
				sometimes(VALUES),
			),
			...each(['renewStartDate', 'renewEndDate', 'issueDate'], sometimes(DATES)),
		}),
	),
	pp: sometimes(
		object({
			...each(
				['num', 'surName', 'givenName', 'fullNameKor', 'sex', 'nationality', 'personalNum'],
				sometimes(VALUES),
			),
			...each(['birthDate', 'issueDate', 'expireDate'], sometimes(DATES)),
			...each(['type', 'issueCountry', 'authority'], perhaps(VALUES)),
		}),
	),
	ac: sometimes(
		object({
			...each(
				['alienRegNum', 'name', 'sex', 'nationality', 'visaType', 'authority', 'authorityEng'],
				sometimes(VALUES),
			),
			...each(['alienRegNumEtc', 'serialNum'], perhaps(VALUES)),
			issueDate: sometimes(DATES),
		}),
	),
});

/** No answer of this API is known; its members are guessed from those of the Korean passport. */
const FOREIGN_PASSPORT = object({
	...each(
		'type issueCountry num surName givenName nationality sex personalNum authority mrz'.split(' '),
		perhaps(VALUES),
	),
	...each(['birthDate', 'issueDate', 'expireDate'], perhaps(DATES)),
});

const DOCUMENTS: Partial<Record<ApiPath, [wrapper: string, result: Shape]>> = {
	'/document/biz-license': ['bizLicense', CERTIFICATE],
	'/document/credit-card': ['creditCard', CREDIT_CARD],
	'/document/id-card': ['idCard', ID_CARD],
	'/document/name-card': ['nameCard', BUSINESS_CARD],
	'/document/passport': ['passport', FOREIGN_PASSPORT],
	'/document/receipt': ['receipt', RECEIPT],
};
