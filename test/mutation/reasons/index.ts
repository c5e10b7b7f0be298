import type { Mutant } from '../instrument';
import { CALLS } from './calls';
import { DOCUMENTS } from './documents';
import { LAYOUT } from './layout';
import { MASKING } from './masking';
import { PIPELINE } from './pipeline';
import type { Reasons } from './reason';

const REASONS: Reasons = { ...MASKING, ...CALLS, ...PIPELINE, ...LAYOUT, ...DOCUMENTS };

/** Why nobody could notice this mutant; null when a test should. */
export function reasonFor({
	file,
	operator,
	original,
	within,
}: Pick<Mutant, 'file' | 'operator' | 'original' | 'within'>): string | null {
	const text = original.replace(/\s+/g, ' ');
	const found = REASONS[file.replace('nodes/ClovaOcr/', '')]?.find(
		([kind, part, , line]) =>
			kind === operator && text === part && (line === undefined || within.includes(line)),
	);
	return found?.[2] ?? null;
}
