import { createSearchablePdf, extractPages, openPdf } from '../../nodes/ClovaOcr/pdf/pdf';
import { fsp } from '../support/node';
import { numberedPdf } from '../support/pdf/documents';
import { upTo } from '../support/pdf/open';
import { runTool, Workplace } from '../support/pdf/tools';

jest.setTimeout(120_000);
const place = new Workplace();
afterAll(async () => await place.remove());

/** Every way of encrypting that qpdf knows, by the handler's revision. */
const WAYS: Record<string, string[]> = {
	'RC4 40 (revision 2)': ['40', '--'],
	'RC4 128 (revision 3)': ['128', '--use-aes=n', '--'],
	'RC4 128 (revision 4)': ['128', '--use-aes=n', '--force-V4', '--'],
	'AES 128 (revision 4)': ['128', '--use-aes=y', '--'],
	'AES 128, metadata in the clear': ['128', '--use-aes=y', '--cleartext-metadata', '--'],
	'AES 256 (revision 5)': ['256', '--force-R5', '--'],
	'AES 256 (revision 6)': ['256', '--'],
	'AES 256 (revision 6), metadata in the clear': ['256', '--cleartext-metadata', '--'],
};

async function encrypted(way: string, user: string, owner: string, packed: boolean) {
	const clear = await place.file('clear.pdf', await numberedPdf(3, { useObjectStreams: false }));
	const file = await place.file('encrypted.pdf');
	const streams = packed ? '--object-streams=generate' : '--object-streams=disable';
	const keys = ['--encrypt', user, owner, ...WAYS[way]];
	await runTool('qpdf', ['--allow-weak-crypto', streams, ...keys, clear, file]);
	return await fsp.readFile(file);
}

/** What qpdf finds at fault (nothing) and poppler reads on each page. */
async function seen(bytes: Uint8Array): Promise<string[]> {
	const file = await place.file('made.pdf', bytes);
	await runTool('qpdf', ['--check', file]);
	const encryption = await runTool('qpdf', ['--show-encryption', file]);
	expect(encryption.stdout).toContain('not encrypted');
	const { stdout } = await runTool('pdftotext', [file, '-']);
	return stdout.trim().split(/\s*\f\s*|\n+/);
}

const NUMBERED = ['page 1', 'page 2', 'page 3'];

describe.each(Object.keys(WAYS))('a file encrypted with %s', (way) => {
	it.each([true, false])('opens when anybody may read it (object streams: %p)', async (packed) => {
		const result = await openPdf(await encrypted(way, '', 'owner', packed));
		if (result.kind !== 'ok') throw new Error(`The file is ${result.kind}`);
		expect(result).toMatchObject({ pageCount: 3, pdf: { needsRewriting: true } });
		expect(await seen(await extractPages(result.pdf, upTo(3)))).toEqual(NUMBERED);
		const words = { corners: [], text: '', confidence: null };
		const page = { page: 1, width: 10, height: 10, lines: [[words]].slice(1) };
		const { bytes } = await createSearchablePdf(result.pdf, [page], {
			keep: null,
			highlight: false,
		});
		expect(await seen(bytes)).toEqual(NUMBERED);
	});

	it('opens with the password of its user or of its owner, and with no other', async () => {
		const file = await encrypted(way, 'Ünser', 'Besitzer', true);
		for (const password of ['Ünser', 'Besitzer']) {
			const result = await openPdf(file, password);
			if (result.kind !== 'ok') throw new Error(`With '${password}' the file is ${result.kind}`);
			expect(await seen(await extractPages(result.pdf, [2]))).toEqual(['page 2']);
		}
		for (const password of ['', 'unser', 'Besitzer ']) {
			expect(await openPdf(file, password)).toEqual({ kind: 'encrypted' });
		}
	});
});

it('the strings of a decrypted file are what they were', async () => {
	const clear = await numberedPdf(2, { useObjectStreams: false });
	for (const way of Object.keys(WAYS)) {
		const result = await openPdf(await encrypted(way, '', 'owner', false));
		if (result.kind !== 'ok') throw new Error(`The file is ${result.kind}`);
		const options = { keep: null, highlight: false };
		const { bytes } = await createSearchablePdf(result.pdf, [], options);
		const [before, after] = await Promise.all(
			[clear, bytes].map(async (pdf, index) => {
				const { stdout } = await runTool('pdfinfo', [await place.file(`${index}.pdf`, pdf)]);
				return stdout.split('\n').filter((line) => /^(Title|Creator|Producer)/.test(line));
			}),
		);
		expect(after).toEqual(before);
	}
});
