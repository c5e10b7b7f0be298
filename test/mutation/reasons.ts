import type { Mutant } from './instrument';

/** Why no test can notice some mutants of a file: by operator and text, so that lines may move. */
type Reasons = Record<string, Array<[operator: string, original: string, reason: string]>>;

const REASONS: Reasons = {};

/** Why nobody could notice this mutant; null when a test should. */
export function reasonFor({ file, operator, original }: Pick<Mutant, 'file' | 'operator' | 'original'>): string | null {
	const inside = file.replace('nodes/ClovaOcr/', '');
	const text = original.replace(/\s+/g, ' ');
	const found = REASONS[inside]?.find(([kind, part]) => kind === operator && text === part);
	return found?.[2] ?? null;
}
