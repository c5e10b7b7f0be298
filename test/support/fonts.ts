import { GlobalFonts } from '@napi-rs/canvas';
import { fs, path } from './node';

/** The family under which the main font (Hangul, Latin, digits) is registered. */
const MAIN_FAMILY = 'Sample Sans';

let families: string | undefined;

/**
 * Registers Noto Sans KR (OFL, from npm) with the canvas, once per process.
 *
 * The npm package cuts the font into pieces; only Hangul and Latin come in one file, while Hanja,
 * Kana and signs such as the won sign are spread over numbered files. The canvas falls back along
 * a list of families (never within one), so every piece gets a family of its own.
 * @returns the value for CSS `font-family`, e.g. `"Sample Sans","Sample Sans 0",…`
 */
export function registerFonts(): string {
	families ??= registerPieces()
		.map((family) => `"${family}"`)
		.join(',');
	return families;
}

/**
 * A complete canvas font setting in the sample font.
 * @param size in pixels
 * @param weight `bold` is drawn by thickening the one registered weight
 */
export function sampleFont(size: number, weight: 'normal' | 'bold' = 'normal'): string {
	return `${weight} ${size}px ${registerFonts()}`;
}

function registerPieces(): string[] {
	const folder = path.dirname(require.resolve('@fontsource/noto-sans-kr/package.json'));
	const css = fs.readFileSync(path.join(folder, '400.css'), 'utf8');
	const pieces = [...css.matchAll(/url\(\.\/(files\/\S+?-(\d+)-400-normal\.woff2)\)/g)];
	register(path.join(folder, 'files/noto-sans-kr-korean-400-normal.woff2'), MAIN_FAMILY);
	return [
		MAIN_FAMILY,
		...pieces.map(([, file, number]) =>
			register(path.join(folder, file), `${MAIN_FAMILY} ${number}`),
		),
	];
}

function register(file: string, family: string): string {
	if (GlobalFonts.registerFromPath(file, family) === null) throw new Error(`No font in ${file}`);
	return family;
}
