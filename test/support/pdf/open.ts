import { openPdf, type OpenPdf } from '../../../nodes/ClovaOcr/pdf/pdf';

/** The opened PDF; fails the test where it cannot be opened. */
export async function opened(bytes: Uint8Array): Promise<OpenPdf> {
	const result = await openPdf(bytes);
	if (result.kind !== 'ok') throw new Error(`The PDF is ${result.kind}`);
	return result.pdf;
}

/** Every number from 1 to the last. */
export function upTo(last: number): number[] {
	return Array.from({ length: last }, (_, index) => index + 1);
}
