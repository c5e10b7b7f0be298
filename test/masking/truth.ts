import type { JsonObject } from '../../nodes/ClovaOcr/shared/json';
import type { SensitivePath } from '../../nodes/ClovaOcr/reading/masking/found';
import type { Ink } from './paper';

/** What the issue of a number is: how it is printed, or which harmless number it is. */
export type Group =
	| 'usual form'
	| 'one misread character'
	| 'any separator'
	| 'digit by digit'
	| 'two columns'
	| 'odd card groups'
	| 'ordinary'
	| 'look-alike with other label'
	| '15 or 16 digits, no Luhn'
	| 'exact shape without label';

export const NUMBERS: Group[] = [
	'usual form',
	'one misread character',
	'any separator',
	'digit by digit',
	'two columns',
	'odd card groups',
];

export const DECOYS: Group[] = [
	'ordinary',
	'look-alike with other label',
	'15 or 16 digits, no Luhn',
];

/** A number or decoy that an entry put on paper. */
export interface Planted {
	group: Group;
	form: string;
	inks: Ink[];
}

/** A text of the finished answer: members on the way to it, and the code units that have to be starred. */
export interface Spot {
	path: Array<number | string>;
	text: string;
	hide: number[];
}

export interface Truth {
	group: Group;
	form: string;
	spots: Spot[];
}

export interface MadeDocument {
	image: JsonObject;
	/** Places that the operation declares; empty on General and Template. */
	sensitive: SensitivePath[];
	truths: Truth[];
}
