import { PDFRawStream, type PDFContext, type PDFRef } from 'pdf-lib';

import { deflate } from './flate';

/**
 * Puts deflated data into a document. pdf-lib's own deflating runs on the event loop and takes ten
 * times as long.
 */
export class DeflatedStreams {
	private readonly context: PDFContext;
	private running: Promise<void> = Promise.resolve();

	constructor(context: PDFContext) {
		this.context = context;
	}

	/**
	 * The reference of a stream whose data is deflated meanwhile. Waits for the one before, so that
	 * no more than two are under way.
	 * @param data is copied
	 * @param members further members of the stream's dictionary
	 */
	async add(data: Uint8Array, members: Record<string, number> = {}): Promise<PDFRef> {
		const ref = this.context.nextRef();
		const dict = this.context.obj({ ...members, Filter: 'FlateDecode' });
		const deflated = deflate(data);
		await this.running;
		this.running = deflated.then((bytes) => {
			this.context.assign(ref, PDFRawStream.of(dict, bytes));
		});
		return ref;
	}

	/** Waits until every stream is in the document. */
	async finish(): Promise<void> {
		await this.running;
	}
}
