import { createInterface, nodeProcess, Writable } from '../../test/support/node';

/** Questions on the terminal. Answers may also come from a pipe, one a line. */
export class Terminal {
	private silent = false;
	private readonly output = new Writable({
		write: (chunk: Buffer, _encoding, done) => {
			if (!this.silent) nodeProcess.stdout.write(chunk);
			done();
		},
	});
	private readonly reader = createInterface({
		input: nodeProcess.stdin,
		output: this.output,
		terminal: nodeProcess.stdin.isTTY,
	});
	private readonly lines = this.reader[Symbol.asyncIterator]();

	/**
	 * The answer, without blanks around it.
	 * @throws Error when the input has ended
	 */
	async ask(question: string): Promise<string> {
		this.reader.setPrompt(question);
		this.reader.prompt();
		return await this.line();
	}

	/** As `ask`, but what is typed does not show. */
	async askSecret(question: string): Promise<string> {
		nodeProcess.stdout.write(question);
		this.silent = true;
		try {
			return await this.line();
		} finally {
			this.silent = false;
			nodeProcess.stdout.write('\n');
		}
	}

	close(): void {
		this.reader.close();
	}

	private async line(): Promise<string> {
		const { done, value } = await this.lines.next();
		if (done) throw new Error('The input ended before everything was answered.');
		return value.trim();
	}
}
