/** Why a picture cannot be redacted; every reason has its own advice to the user. */
export type Obstacle =
	| 'arithmetic'
	| 'damaged'
	| 'deepColor'
	| 'lossless'
	| 'notPlaced'
	| 'notScan'
	| 'pictureKind'
	| 'tooLarge'
	| 'turnedPng';

/** Thrown by the decoders; the room's door turns it into data. */
export class Unredactable extends Error {
	constructor(readonly obstacle: Obstacle) {
		super(obstacle);
	}
}

/** @throws Unredactable `damaged` where the condition does not hold */
export function insist(condition: boolean): asserts condition {
	if (!condition) throw new Unredactable('damaged');
}
