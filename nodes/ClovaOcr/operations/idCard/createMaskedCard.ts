import { finalProblem } from '../../problem';
import { hiddenLeaves, passportZone } from '../../reading/document/hiddenLeaves';
import type { HiddenPlaces } from '../../reading/masking/hiddenWords';
import { verticesOf } from '../../shared/geometry';
import { asList, asObject, asText, type JsonObject } from '../../shared/json';
import { maskedFile, type PageHiding } from '../maskedFile';
import type { Operation, PageRead } from '../types';
import { detectType } from './idCards';

/** Any of the four Korean cards with the numbers blacked out, and its values. */
export const createMaskedCard: Operation = {
	...detectType,
	value: 'createMaskedCard',
	name: 'Create Masked Copy',
	action: 'Create masked copy of ID card',
	description:
		'Read an ID card and black out its number in the pixels of the picture (JPEG, PNG or PDF)',
	masks: 'always',
	fileMaker: maskedFile(hideOnCard),
};

/** Which value of a card must have been found, for it is printed on every one. */
const ESSENTIAL: Record<string, string> = {
	alienRegistrationCard: 'registrationNumber',
	driversLicense: 'personalNumber',
	residentRegistrationCard: 'personalNumber',
};

/** Passports issued from this day on print no resident number, nor does their machine readable zone. */
const PASSPORTS_WITHOUT_NUMBER = '2020-12-21';

function hideOnCard({ clear, masked, ...page }: PageRead): PageHiding {
	if (clear.image?.inferResult !== 'SUCCESS' || !masked.image) {
		return refused('no ID card was found');
	}
	const { raw } = clear.image;
	const places = hiddenLeaves(raw, masked.image.raw, detectType.sensitive);
	const values = page.values();
	const kind = asText(values.documentType) ?? 'unknown';
	if (kind === 'passport') return hideOnPassport(raw, places, values);
	const essential = ESSENTIAL[kind];
	if (essential === undefined) return refused('the kind of card was not recognized');
	if (asText(values[essential]) === null) return refused('the number on the card was not found');
	return { ok: true, places };
}

/**
 * The machine readable zone of older passports repeats the back half of the resident number, and the
 * answer does not say where it stands: it is covered whole.
 */
function hideOnPassport(raw: JsonObject, places: HiddenPlaces, values: JsonObject): PageHiding {
	const issued = asText(values.issueDate);
	const number = asText(values.personalNumber);
	if (number === null) {
		if (issued !== null && issued >= PASSPORTS_WITHOUT_NUMBER) return { ok: true, places };
		return refused('the resident number of the passport was not found');
	}
	const [outline] = asList(asObject(asObject(raw.idCard).result).rois).map(verticesOf);
	const zone = passportZone(outline ?? [], places.read);
	if (zone === null) return refused('the machine readable zone of the passport was not found');
	return { ok: true, places: { ...places, hidden: [...places.hidden, zone] } };
}

function refused(what: string): PageHiding {
	return {
		ok: false,
		problem: finalProblem(
			`${what}, so no masked copy was made`,
			'Take the picture again: the whole card, sharp, upright and without glare. Only pictures whose number was found can be masked.',
		),
	};
}
