import { answerOf } from '../support/generalAnswer';
import type { Fault } from '../simulator';
import { GATEWAY_CODES, SERVICE_CODES } from '../simulator/wire/errors';
import { CODE_WORDS, STATUS_WORDS } from './codeWords';

/** A row of the matrix: what goes wrong with one call, and what comes of it. */
export interface MatrixRow {
	/** Part of the file's name, so that the fault meets that file alone. */
	id: string;
	name: string;
	fault: Fault;
	/** Whether it meets every try of the call, or the first only. */
	lasting: boolean;
	/** Whether it comes before the file's name is known, so that only the call's number tells it. */
	nameless?: boolean;
	/** What the user reads; null where the file is read after all. */
	text: RegExp | null;
	/** Requests of one call under `refused`; null where the time decides. */
	sent: number | null;
}

function row(name: string, fault: Fault, text: RegExp | null, more: Partial<MatrixRow> = {}) {
	return { name, fault, text, sent: 1, lasting: text !== null, ...more };
}

const TRANSPORT = [
	row('Reset before the upload', { kind: 'reset', when: 'head' }, /broke off/, { nameless: true }),
	row('Reset during the upload', { kind: 'reset', when: 'upload' }, /broke off/),
	row('Reset after the upload', { kind: 'reset' }, /broke off/),
	row('Upload not taken (half-open socket)', { kind: 'stall', when: 'upload' }, /stayed silent/),
	row('Stall before the head', { kind: 'stall' }, /stayed silent/),
	row('Stall in the head', { kind: 'stall', when: 'head' }, /stayed silent/),
	row('Stall in the body', { kind: 'stall', when: 'body' }, /stayed silent/),
	row('Drip in the head', { kind: 'drip', in: 'head', milliseconds: 100 }, /stayed silent/),
	row('Drip in the body', { kind: 'drip', in: 'body', milliseconds: 100 }, /ten times as long/),
	row('Head without end', { kind: 'endlessHead' }, /broke off/),
	row('Redirect', { kind: 'redirect' }, /redirect, which is never followed/),
];

const CONTENT = [
	row('Truncated answer', { kind: 'truncated' }, /broke off/),
	row('Cut JSON', { kind: 'brokenJson' }, /incomplete or garbled/),
	row('Empty answer', { kind: 'brokenJson', text: '' }, /without content/),
	row('JSON of another shape', { kind: 'json', body: { hello: 1 } }, /does not look like one/),
	row('Web page, HTTP 200', { kind: 'html', status: 200 }, /web page instead/),
	row('Web page, HTTP 502', { kind: 'html', status: 502 }, /HTTP 502/),
	row('gzip', { kind: 'gzip' }, null),
	row('gzip bomb (1 GB)', { kind: 'gzipBomb' }, /larger than 64 MB/),
	row('Answer of 100 MB', { kind: 'huge', bytes: 100e6 }, /larger than 64 MB/),
	row('EUC-KR, declared', { kind: 'encoding', encoding: 'euc-kr', declared: true }, null),
	row(
		'EUC-KR called UTF-8',
		{ kind: 'encoding', encoding: 'euc-kr', declared: false },
		/encoding that cannot be read/,
	),
	row('UTF-16, declared', { kind: 'encoding', encoding: 'utf-16le', declared: true }, null),
	row('UTF-16 called UTF-8', { kind: 'encoding', encoding: 'utf-16be', declared: false }, null),
];

const FAILURE = { uid: '1', name: 'x', inferResult: 'FAILURE', message: 'NO_TEXT: no text found' };

const IMAGES = [
	row(
		'Image ERROR',
		{ kind: 'page', page: 0, inferResult: 'ERROR', message: 'Recognition failure' },
		/could not process the picture/,
	),
	row('Image FAILURE', { kind: 'json', body: answerOf([FAILURE]) }, null, { lasting: true }),
	row('Answer without images', { kind: 'json', body: answerOf([]) }, null, { lasting: true }),
];

/** Refusals for the rate limit are tried again for as long as the user allows. */
const RATE_LIMITS = ['0025', 'gateway 429/410', 'gateway 429/420', 'bare 429'];

function rateLimits() {
	return RATE_LIMITS.flatMap((code) => {
		const fault = codeFault(code);
		const words = wordsOf(code);
		return [
			row(`${title(code)}, once`, fault, null, { sent: 2 }),
			row(`${title(code)}, for longer than Rate Limit Wait`, fault, words, { sent: null }),
		];
	});
}

function codeFault(code: string): Fault {
	const [kind, rest] = code.split(' ');
	if (kind === 'gateway') return { kind: 'gateway', code: rest };
	if (kind === 'bare') return { kind: 'bare', status: Number(rest) };
	return { kind: 'service', code };
}

function title(code: string): string {
	return code.replace(/^gateway/, 'Gateway').replace(/^bare (\d+)/, 'HTTP $1 without a body');
}

/** @throws Error where nobody has written down what the user has to read */
function wordsOf(code: string): RegExp {
	const [kind, rest = kind] = code.split(' ');
	const words = kind === 'bare' ? STATUS_WORDS[Number(rest)] : CODE_WORDS[rest];
	if (words === undefined) throw new Error(`codeWords.ts has no words for ${code}`);
	return words;
}

function codes() {
	const all = [
		...SERVICE_CODES,
		...GATEWAY_CODES.map((code) => `gateway ${code}`),
		...Object.keys(STATUS_WORDS).map((status) => `bare ${status}`),
	];
	return all
		.filter((code) => !RATE_LIMITS.includes(code))
		.map((code) => row(title(code), codeFault(code), wordsOf(code)));
}

/** All faults that one call can meet. */
export const rows: MatrixRow[] = [
	...TRANSPORT,
	...CONTENT,
	...IMAGES,
	...rateLimits(),
	...codes(),
].map((each, index) => ({ ...each, id: `f${String(index).padStart(2, '0')}x영수증` }));
