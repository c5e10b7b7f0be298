import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { SourceItem } from '../support/n8n';
import { fileItem, picture } from '../support/ocrRun';
import { textPdf } from '../support/tinyPictures';
import { startWeb } from './web';

/** One way for a document to get into the node. */
export interface Input {
	name: string;
	binaryMode: 'default' | 'filesystem';
	/** Parameters beside resource and operation. */
	parameters: INodeParameters;
	options: IDataObject;
	/** The item that carries this file. */
	item(name: string): SourceItem;
	/** Calls that one file takes when nothing goes wrong. */
	calls: number;
	/** Most pages that the service bills for one call. */
	pages: number;
}

export interface Inputs {
	list: Input[];
	close(): void;
}

const PDF_PAGES = 15;

/** Every way of input, with a web server for the files that are fetched. */
export async function startInputs(): Promise<Inputs> {
	const png = picture();
	const pdf = await textPdf(PDF_PAGES);
	const web = await startWeb((_, response) => {
		response.writeHead(200, { 'content-type': 'image/png' }).end(png);
	});
	const url = { inputType: 'url', url: '={{ $json.url }}' };
	const linked = (name: string): SourceItem => ({
		json: { url: `${web.url}/${encodeURIComponent(name)}.png` },
	});
	const one = {
		binaryMode: 'filesystem',
		parameters: {},
		options: {},
		calls: 1,
		pages: 1,
	} as const;
	return {
		list: [
			{ ...one, name: 'stored file', item: (name) => fileItem(`${name}.png`, png) },
			{
				...one,
				name: 'file in memory',
				binaryMode: 'default',
				item: (name) => fileItem(`${name}.png`, png),
			},
			{ ...one, name: 'URL that CLOVA fetches', parameters: url, item: linked },
			// A page range makes the node fetch the file itself.
			{
				...one,
				name: 'URL that the node downloads',
				parameters: url,
				options: { pages: '1-' },
				item: linked,
			},
			{
				...one,
				name: 'PDF in parts',
				calls: 2,
				pages: 10,
				item: (name) => ({
					json: {},
					binary: {
						data: { data: pdf, fileName: `${name}.pdf`, mimeType: 'application/pdf' },
					},
				}),
			},
		],
		close: () => web.close(),
	};
}
