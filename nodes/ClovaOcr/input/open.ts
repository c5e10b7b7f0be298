import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { finalProblem } from '../problem';
import { pixelSizeOf } from './pixelSize';
import { base64Source, type ByteSource } from '../clova/streamedFile';
import { readHead } from './bytes';
import type { Opened } from './document';
import { sniffFormat, type Sniffed } from './format';

/** Largest upload that CLOVA takes; a larger PDF is split, a larger picture refused. */
export const UPLOAD_LIMIT = 50 * 1024 * 1024;

// Enough for the kind and, nearly always, for the size of a picture: a file is opened once for both.
const HEAD_LENGTH = 64 * 1024;

/** A stored file streams from n8n's binary store, one in memory is decoded slice by slice. */
export async function binarySource(
	helpers: IExecuteFunctions['helpers'],
	data: IBinaryData,
): Promise<ByteSource> {
	const { id } = data;
	// Code nodes may hand over base64 in lines of 76; sizes and slices would be wrong with the blanks.
	if (id === undefined) return base64Source(data.data.replace(/\s+/g, ''));
	const size = data.bytes ?? (await helpers.getBinaryMetadata(id)).fileSize;
	return { size, open: async () => await helpers.getBinaryStream(id) };
}

/** A source over the text of the 'Base64' parameter: a data URL's prefix and blanks are dropped. */
export function textSource(text: string): ByteSource | null {
	const bare = text.replace(/^\s*data:[^,]*,/, '').replace(/\s+/g, '');
	const standard = bare.replace(/-/g, '+').replace(/_/g, '/');
	return /^[A-Za-z0-9+/]*={0,2}$/.test(standard) ? base64Source(standard) : null;
}

/**
 * Looks at a file's first bytes and size, and refuses what CLOVA would bill or reject for nothing.
 * @param fileName as the user knows it; named in every refusal
 */
export async function openSource(source: ByteSource, fileName: string): Promise<Opened> {
	const head = source.size === 0 ? new Uint8Array() : await readHead(source, HEAD_LENGTH);
	const sniffed = sniffFormat(head);
	if (!sniffed.readable) {
		return unreadable(fileName, sniffed);
	}
	if (source.size > UPLOAD_LIMIT && sniffed.format !== 'pdf') {
		return {
			ok: false,
			unreadableKind: false,
			problem: finalProblem(
				`'${fileName}' is larger than 50 MB, the most that CLOVA OCR takes`,
				'Scale the picture down first: A4 at 150 dpi is enough for CLOVA OCR.',
			),
		};
	}
	const pixels = await pixelSizeOf(source, sniffed.format, head);
	return {
		ok: true,
		kind: 'local',
		document: { fileName, format: sniffed.format, source, pixels },
	};
}

/** The refusal of a kind of file that CLOVA cannot read; under `*` it only means that the file is passed over. */
export function unreadable(
	fileName: string,
	{ kind, advice }: Extract<Sniffed, { readable: false }>,
): Opened {
	const problem = finalProblem(`CLOVA OCR cannot read '${fileName}': it is ${kind}`, advice);
	return { ok: false, unreadableKind: true, problem };
}
