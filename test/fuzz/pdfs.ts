import { protectedPdfs } from '../fixtures/protectedPdfs';
import { numberedPdf, scanJpeg, scanPdf } from '../support/pdf/documents';
import { workThrough } from './files';
import { flipped } from './flips';
import type { Kind } from './kind';

let files: Promise<Array<{ bytes: Uint8Array; password: string }>> | undefined;

export const pdfs: Kind = {
	name: 'pdfs',
	what: 'PDFs of every make, damaged: opened, planned, cut, masked, laid over with text.',
	share: 1,
	async run(random) {
		const { bytes, password } = random.pick(await (files ??= makeFiles()));
		await workThrough(random, flipped(random, bytes), password);
	},
};

async function makeFiles() {
	const made = [
		await numberedPdf(3),
		await numberedPdf(12, { useObjectStreams: false }),
		await scanPdf([{ picture: scanJpeg(1, 60, 80) }, { picture: scanJpeg(2, 60, 80), rotate: 90 }]),
	];
	return [
		...made.map((bytes) => ({ bytes, password: '' })),
		...Object.values(protectedPdfs).map((bytes) => ({ bytes, password: 'secret' })),
	];
}
