import type { Json } from '../../../nodes/ClovaOcr/shared/json';
import { fs, http, path, pipeline } from '../../support/node';

const AT_ONCE = 5;

/** A document by its name and the file that holds it. */
export interface RawDocument {
	name: string;
	file: string;
}

/**
 * What a program without n8n would do: five uploads at a time, each streamed from its file.
 * @returns the answers, in order; null where there is none
 */
export async function readRaw(
	url: string,
	secret: string,
	documents: RawDocument[],
): Promise<Array<Json>> {
	const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });
	const answers: Json[] = documents.map(() => null);
	let next = 0;
	const work = async () => {
		while (next < documents.length) {
			const index = next++;
			answers[index] = await upload(url, secret, documents[index], agent);
		}
	};
	try {
		await Promise.all(Array.from({ length: AT_ONCE }, work));
	} finally {
		agent.destroy();
	}
	return answers;
}

async function upload(
	url: string,
	secret: string,
	{ name, file }: RawDocument,
	agent: http.Agent,
): Promise<Json> {
	const images = [{ format: path.extname(name).slice(1), name }];
	const message = JSON.stringify({
		version: 'V2',
		requestId: 'bench',
		timestamp: Date.now(),
		images,
	});
	const part = (head: string) => `--raw-bench\r\nContent-Disposition: form-data; name=${head}\r\n`;
	const before = Buffer.from(
		`${part('"message"')}\r\n${message}\r\n${part(`"file"; filename="${name}"`)}Content-Type: image/png\r\n\r\n`,
	);
	const after = Buffer.from('\r\n--raw-bench--\r\n');
	const length = before.length + fs.statSync(file).size + after.length;
	return await new Promise((resolve, reject) => {
		const request = http.request(
			url,
			{
				method: 'POST',
				agent,
				headers: {
					'X-OCR-SECRET': secret,
					'Content-Type': 'multipart/form-data; boundary=raw-bench',
					'Content-Length': length,
				},
			},
			(response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString()) as Json));
			},
		);
		request.on('error', reject);
		request.write(before);
		pipeline(fs.createReadStream(file), request, { end: false }).then(
			() => request.end(after),
			reject,
		);
	});
}
