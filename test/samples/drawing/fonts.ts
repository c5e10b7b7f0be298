import { GlobalFonts } from '@napi-rs/canvas';

import { path } from '../../support/node';

/** The hands in which the samples are printed: a clear one, a typewriter and a book face. */
export type FontName = 'mono' | 'sans' | 'serif';

export type Weight = 400 | 700;

const PACKAGES: Record<FontName, string> = {
	mono: 'nanum-gothic-coding',
	sans: 'noto-sans-kr',
	serif: 'nanum-myeongjo',
};
const JAPANESE = 'Sample Japanese';

let registered = false;

/**
 * A canvas font setting. Kana and Hanja come from a Japanese face that every family falls back to,
 * because the canvas looks for a missing letter only in the next family of the list.
 * @param size in pixels
 */
export function fontSetting(name: FontName, size: number, weight: Weight): string {
	registerAll();
	return `${weight} ${size}px "Sample ${name}", "${JAPANESE}"`;
}

function registerAll(): void {
	if (registered) return;
	registered = true;
	for (const [name, npmPackage] of Object.entries(PACKAGES)) {
		for (const weight of [400, 700]) {
			register(npmPackage, `${npmPackage}-korean-${weight}`, `Sample ${name}`);
		}
	}
	for (const weight of [400, 700]) {
		register('noto-sans-jp', `noto-sans-jp-japanese-${weight}`, JAPANESE);
	}
}

function register(npmPackage: string, file: string, family: string): void {
	const folder = path.dirname(require.resolve(`@fontsource/${npmPackage}/package.json`));
	const font = path.join(folder, 'files', `${file}-normal.woff2`);
	if (GlobalFonts.registerFromPath(font, family) === null) throw new Error(`No font in ${file}`);
}
