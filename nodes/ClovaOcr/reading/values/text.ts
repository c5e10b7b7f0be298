import type { JsonObject } from '../../shared/json';
import { candidates } from './printed';

/**
 * Reads free text such as a name or an address: NFC, trimmed, full-width digits as plain digits.
 * @returns null where nothing is printed
 */
export function readText(text: string | null, formatted: JsonObject = {}): string | null {
	return candidates(text, formatted)[0] ?? null;
}
