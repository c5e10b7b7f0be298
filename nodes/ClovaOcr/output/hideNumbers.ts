import { maskText } from '../reading/masking/maskText';

/**
 * An error or a hint without the numbers of persons and cards that a file's name may hold; errors and
 * hints end up in logs and mails, whatever 'Mask Numbers' says.
 */
export function hideNumbers(sentence: string): string {
	return maskText(sentence, 'standard');
}
