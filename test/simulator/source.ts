import type { ApiPath } from '../../nodes/ClovaOcr/clova/endpoint';
import { createHash } from '../support/node';
import { sniffFormat } from './pictures/format';
import type { FileFormat } from './types';
import { MAX_FILE_BYTES } from './wire/body';
import { BadBody } from './wire/errors';
import type { ReceivedFile } from './wire/spool';

const HEAD_BYTES = 65536;
const MOST_PAGES_GENERAL = 10;
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
const DOWNLOAD_TIMEOUT = 5000;

/** The picture of the JSON variant. @throws BadBody when it is not plain base64 */
export function fileFromBase64(data: string): ReceivedFile {
	if (data.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(data)) {
		throw new BadBody('images[0].data is not valid base64');
	}
	return receivedFile(Buffer.from(data, 'base64'));
}

/** Fetches a picture as the service does, but from this machine only. @returns null on failure */
export async function fileFromUrl(url: string): Promise<ReceivedFile | null> {
	const target = URL.canParse(url) ? new URL(url) : null;
	if (target === null || !LOOPBACK.includes(target.hostname)) return null;
	try {
		const response = await fetch(target, { signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT) });
		return response.ok ? receivedFile(Buffer.from(await response.arrayBuffer())) : null;
	} catch {
		return null;
	}
}

/** @throws BadBody when the size is off limits or the bytes are of another format than was said */
export function checkFile({ size, head }: ReceivedFile, format: FileFormat): void {
	if (size < 1 || size > MAX_FILE_BYTES) {
		throw new BadBody(`images[0].data size must be between 1 and ${MAX_FILE_BYTES}`);
	}
	if (sniffFormat(head) !== format) {
		throw new BadBody(`images[0].format ${format} does not match the data`);
	}
}

/** @throws BadBody when the API takes fewer pages */
export function checkPageCount(api: ApiPath, pages: number): void {
	if (api.startsWith('/document/') && pages > 1) {
		throw new BadBody('Special models do not support multiple PDF or Tiff.', '');
	}
	const most = api === '/general' ? MOST_PAGES_GENERAL : 1;
	if (pages > most) throw new BadBody(`images[0] must not have more than ${most} pages`);
}

function receivedFile(bytes: Buffer): ReceivedFile {
	return {
		fileName: null,
		contentType: null,
		size: bytes.length,
		sha256: createHash('sha256').update(bytes).digest('hex'),
		head: Buffer.from(bytes.subarray(0, HEAD_BYTES)),
		bytes,
	};
}
