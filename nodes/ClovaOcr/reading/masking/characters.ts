/** A readable character, and where it stands in the texts it came from. */
export interface Character {
	/** One NFKC character: full-width digits, for example, read as digits. */
	value: string;
	fragment: number;
	/** Index among the fragment's code points. */
	index: number;
}

/** Texts taken apart into characters, so that some of them can be starred and all else stays as it was. */
export class Fragments {
	private readonly points: string[][];
	private readonly starred = new Set<string>();
	readonly characters: Character[] = [];

	/**
	 * @param passOver texts that can be no part of a number: they count as one obstacle, which saves
	 *   taking a page's words apart
	 */
	constructor(
		private readonly texts: string[],
		passOver: (text: string) => boolean = () => false,
	) {
		this.points = texts.map((text) => Array.from(text));
		this.points.forEach((points, fragment) => {
			if (fragment > 0) this.characters.push({ value: BOUNDARY, fragment: -1, index: -1 });
			if (passOver(texts[fragment])) {
				this.characters.push({ value: OBSTACLE, fragment: -1, index: -1 });
				return;
			}
			points.forEach((point, index) => {
				for (const value of readable(point)) this.characters.push({ value, fragment, index });
			});
		});
	}

	/** The characters as one text; a boundary between two fragments shows as `BOUNDARY`. */
	get text(): string {
		return this.characters.map(({ value }) => value).join('');
	}

	star({ fragment, index }: Character): void {
		if (fragment >= 0) this.starred.add(`${fragment}:${index}`);
	}

	/** The texts with their starred characters; the same strings where nothing was starred. */
	result(): string[] {
		if (this.starred.size === 0) return this.texts;
		return this.points.map((points, fragment) =>
			points
				.map((point, index) => (this.starred.has(`${fragment}:${index}`) ? '*' : point))
				.join(''),
		);
	}
}

/** Stands between two fragments: a private-use character, of neither of them, no obstacle to a number. */
export const BOUNDARY = '\ue000';

const OBSTACLE = '\ue001';

const DASHES = /[\u00ad\u2010-\u2015\u2212\u30fc\u3161\ufe58\ufe63\uff0d~]/;

// Exactly one character per character where possible, since positions in the text are counted.
function readable(point: string): string[] {
	const code = point.codePointAt(0) ?? 0;
	if (code < 0x80) return [point];
	if (DASHES.test(point)) return ['-'];
	return Array.from(point.normalize('NFKC'));
}
