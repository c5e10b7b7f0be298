import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Operation } from '../operations/types';
import { finalProblem } from '../problem';
import { answerSource } from './answerSource';
import { chooseBinaryFiles } from './binaryFiles';
import type { Opened } from './document';
import { openDownload, openRemote, parseDocumentUrl } from './download';
import { binaryFileSource, type Sources } from './fileSource';
import { openSource, textSource } from './open';
import type { ItemSettings } from './settings';

/** The files of one item, by its parameter 'Input Type'. Opens nothing yet. */
export function listSources(
	context: IExecuteFunctions,
	item: INodeExecutionData,
	itemIndex: number,
	operation: Operation,
	settings: ItemSettings,
): Sources {
	if (settings.inputType === 'answer') return answerSource(context, item, itemIndex, operation);
	if (settings.inputType === 'url') {
		return urlSource(context, context.getNodeParameter('url', itemIndex, ''), operation, settings);
	}
	if (settings.inputType === 'base64') {
		return base64FileSource(
			context.getNodeParameter('base64', itemIndex, ''),
			context.getNodeParameter('fileName', itemIndex, ''),
		);
	}
	const chosen = chooseBinaryFiles(item, context.getNodeParameter('binaryPropertyName', itemIndex));
	if (!chosen.ok) return chosen;
	return {
		ok: true,
		files: chosen.files.map((file) => binaryFileSource(context, file, chosen.everyFile)),
	};
}

function urlSource(
	context: IExecuteFunctions,
	parameter: unknown,
	operation: Operation,
	settings: ItemSettings,
): Sources {
	const address = parseDocumentUrl(typeof parameter === 'string' ? parameter : '');
	if (address === null) {
		return {
			ok: false,
			problem: finalProblem(
				"The parameter 'URL' is not a web address",
				'It must begin with http:// or https:// and lead to the file itself.',
			),
		};
	}
	const patience = { timeout: settings.timeout, signal: context.getExecutionCancelSignal() };
	const neededHere =
		!operation.fetchesUrl ||
		settings.pages !== '' ||
		settings.pdfPassword !== '' ||
		operation.fileMaker !== undefined;
	const open = async () =>
		neededHere
			? await openDownload(context.helpers, address, patience)
			: await openRemote(context.helpers, address, patience);
	const { fileName } = address;
	return {
		ok: true,
		files: [{ fileName, binary: null, skipUnreadable: false, distant: true, open }],
	};
}

function base64FileSource(text: unknown, name: unknown): Sources {
	const fileName = typeof name === 'string' && name.trim() !== '' ? name.trim() : 'document';
	const source = textSource(typeof text === 'string' ? text : '');
	const open = async (): Promise<Opened> => {
		if (source !== null) return await openSource(source, fileName);
		return {
			ok: false,
			unreadableKind: false,
			problem: finalProblem(
				"The parameter 'Base64' holds something else than Base64 text",
				"Pass the file's Base64 text, with or without a data: prefix. To pass a file itself, set 'Input Type' to 'Binary File'.",
			),
		};
	};
	return {
		ok: true,
		files: [{ fileName, binary: null, skipUnreadable: false, distant: false, open }],
	};
}
