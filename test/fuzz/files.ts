import type * as Streamed from '../../nodes/ClovaOcr/clova/streamedFile';
import type * as Bytes from '../../nodes/ClovaOcr/input/bytes';
import type { Document } from '../../nodes/ClovaOcr/input/document';
import type * as Open from '../../nodes/ClovaOcr/input/open';
import type * as OpenedFile from '../../nodes/ClovaOcr/input/openedFile';
import type { Part } from '../../nodes/ClovaOcr/input/parts';
import type * as PlanModule from '../../nodes/ClovaOcr/input/plan';
import type { ItemSettings } from '../../nodes/ClovaOcr/input/settings';
import type * as Operations from '../../nodes/ClovaOcr/operations/index';
import type { DocumentRead, FileMaker, Operation } from '../../nodes/ClovaOcr/operations/types';
import { asObject } from '../../nodes/ClovaOcr/shared/json';
import type { Random } from '../masking/random';
import { built } from '../support/built';
import { generalImage, wordsOfLines } from '../support/generalAnswer';
import { itemSettings } from '../support/settings';
import { insist, insistClean } from './kind';

const { bytesSource } = built<typeof Streamed>('clova/streamedFile');
const { readAll } = built<typeof Bytes>('input/bytes');
const { openSource } = built<typeof Open>('input/open');
const { keptPages, openAndPlan } = built<typeof PlanModule>('input/plan');
const { sourceDocument } = built<typeof OpenedFile>('input/openedFile');
const { operations } = built<typeof Operations>('operations/index');

const READERS = operations.filter(({ value }) =>
	['createMaskedCopy', 'createSearchablePdf', 'extractText', 'readReceipt'].includes(value),
);

/**
 * Everything that a run does with a file beside sending it: opens it, divides it into calls, makes these,
 * and makes the file that an operation gives back. What cannot be done has to be said in words of ours.
 */
export async function workThrough(random: Random, bytes: Uint8Array, password = ''): Promise<void> {
	const operation = random.pick(READERS);
	const settings = anySettings(random, password);
	const open = async () => await openSource(bytesSource(bytes), 'file');
	const source = { fileName: 'file', binary: null, skipUnreadable: false, distant: false, open };
	const opened = await openAndPlan(source, operation, settings);
	insist(opened.state !== 'passedOver', 'passed over, though named');
	if (opened.state === 'refused') {
		insist(!opened.problem.message.includes('storage'), 'an exception while it was opened');
		return insistClean(opened.problem, '');
	}
	const { plan, document } = opened;
	insistClean(plan.hints, '');
	insistClean(plan.ownText, JSON.stringify(plan.ownText));
	for (const part of plan.parts.slice(0, 2)) await insistSendable(part);
	insist(document !== null && !('url' in document), 'not a file');
	const { fileMaker } = operation;
	if (fileMaker === undefined) return;
	const numbers = [
		...plan.parts.flatMap(({ pages }) => pages ?? [1]),
		...plan.ownText.map(({ page }) => page),
	];
	const read = { pages: pagesRead(numbers, operation), keep: keptPages(plan, settings) };
	await insistMade(fileMaker, document, read, settings);
}

function anySettings(random: Random, pdfPassword: string): ItemSettings {
	return itemSettings({
		pdfPassword,
		pages: random.pick(['', '', '1', '1-', '2-3', '1-2']),
		existingText: random.pick(['add', 'keep', 'skip'] as const),
		highlight: random.chance(0.5),
		rotatePages: random.chance(0.5),
		hideNumbers: random.chance(0.5),
		mask: 'standard',
	});
}

/** What a call carries has to be a file that opens. */
async function insistSendable(part: Part): Promise<void> {
	const picture = await part.picture();
	insist(picture.kind === 'upload', 'not an upload');
	const sent = await readAll(picture.source);
	insist(sent.byteLength === picture.source.size, 'another size than announced');
	const opened = await openSource(bytesSource(sent), 'part');
	insist(opened.ok && opened.kind === 'local', 'a part that nobody can open');
	insist(opened.document.format === picture.format, 'a part of another format');
}

function pagesRead(numbers: number[], operation: Operation): DocumentRead['pages'] {
	return numbers
		.sort((a, b) => a - b)
		.map((page) => {
			const raw = asObject(generalImage(wordsOfLines(['성명 홍길동', '880101-1234567'])));
			const image = { inferResult: 'SUCCESS' as const, message: null, raw };
			const clear = { page, image, width: 800, height: 600 };
			const values = () => operation.read([clear], itemSettings().reading)[0]?.values ?? {};
			return { clear, masked: clear, severalPages: numbers.length > 1, values };
		});
}

async function insistMade(
	maker: FileMaker,
	document: Document,
	read: DocumentRead,
	settings: ItemSettings,
): Promise<void> {
	const made = await maker.make(sourceDocument(document, settings), read, settings);
	if (!made.ok) return insistClean(made.problem, '');
	insistClean(made.hints, '');
	const opened = await openSource(bytesSource(made.bytes), 'made');
	insist(opened.ok, 'a made file that nobody can open');
}
