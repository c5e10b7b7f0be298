import { bare, poly } from '../answers/leafShape';
import { always, boolean, each, list, object, oneOf, perhaps, sometimes } from '../answers/shape';
import type { AnswerStyle } from '../answers/style';

const VALUES = list(bare.value);
const DATES = list(bare.date);

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

/** How the four Korean cards are answered, each with its values in a group of its own. */
export const idCardAnswer: AnswerStyle = {
	formats: {
		'ac.issueDate': 'date',
		'dl.issueDate': 'date',
		'dl.renewEndDate': 'date',
		'dl.renewStartDate': 'date',
		'ic.issueDate': 'date',
		'pp.birthDate': 'date',
		'pp.expireDate': 'date',
		'pp.issueDate': 'date',
	},
	labels: null,
	unmasked: null,
	shape: ID_CARD,
};
