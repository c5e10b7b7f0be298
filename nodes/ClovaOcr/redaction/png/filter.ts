import { insist } from '../unredactable';

/**
 * Undoes a row's filter in place (PNG specification, 9.2).
 * @param step bytes of a pixel, at least 1
 */
export function unfilter(line: Uint8Array, above: Uint8Array, filter: number, step: number): void {
	insist(filter <= 4);
	const { length } = line;
	if (filter === 1) for (let at = step; at < length; at++) line[at] += line[at - step];
	else if (filter === 2) for (let at = 0; at < length; at++) line[at] += above[at];
	else if (filter === 3) {
		for (let at = 0; at < length; at++) {
			const left = at >= step ? line[at - step] : 0;
			line[at] += (left + above[at]) >> 1;
		}
	} else if (filter === 4) {
		for (let at = 0; at < step && at < length; at++) line[at] += above[at];
		for (let at = step; at < length; at++) {
			line[at] += paeth(line[at - step], above[at], above[at - step]);
		}
	}
}

function paeth(left: number, up: number, corner: number): number {
	const toLeft = Math.abs(up - corner);
	const toUp = Math.abs(left - corner);
	const toCorner = Math.abs(left + up - 2 * corner);
	if (toLeft <= toUp && toLeft <= toCorner) return left;
	return toUp <= toCorner ? up : corner;
}
