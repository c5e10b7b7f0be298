import { nodeProcess, repositoryRoot, spawn, startTimer, stopTimer } from '../support/node';
import type { InventedWord } from './words';

/** What the PDF part is to do with a file. */
export interface Order {
	file: string;
	/** Where the copies with text and the part cut out of the file go. */
	layered: string;
	part: string;
}

/** What it made of it; pages are numbered from 1. */
export type Report =
	| {
			kind: 'made';
			pageCount: number;
			/** The pages that got text and were cut out. */
			pages: number[];
			/** The words that were laid over each of them. */
			words: InventedWord[][];
	  }
	| { kind: 'refused'; why: string }
	| { kind: 'crashed'; why: string };

type Child = ReturnType<typeof spawn>;

/**
 * The PDF part in a process of its own, so that a file on which it crashes or never ends is one file.
 * It serves one order at a time.
 */
export class Ours {
	private child: Child | null = null;
	private readonly limitMs: number;

	/** @param limitMs what one file may take */
	constructor(limitMs: number) {
		this.limitMs = limitMs;
	}

	async run(order: Order): Promise<Report> {
		const child = (this.child ??= this.start());
		return await new Promise((resolve) => {
			let told = '';
			const end = (report: Report, stop: boolean) => {
				stopTimer(timer);
				child.stdout?.removeAllListeners('data');
				child.removeAllListeners('exit');
				if (stop) this.stop();
				resolve(report);
			};
			const timer = startTimer(() => {
				end({ kind: 'crashed', why: `not done after ${this.limitMs / 1000} s` }, true);
			}, this.limitMs);
			child.stdout?.on('data', (text: Buffer) => {
				told += text.toString();
				if (told.endsWith('\n')) end(JSON.parse(told) as Report, false);
			});
			child.on('exit', (code) => end({ kind: 'crashed', why: `ended with ${code}` }, true));
			child.stdin?.write(`${JSON.stringify(order)}\n`);
		});
	}

	stop(): void {
		this.child?.kill('SIGKILL');
		this.child = null;
	}

	private start(): Child {
		const args = ['--import', 'tsx', 'test/corpus/job.ts'];
		return spawn(nodeProcess.execPath, args, {
			cwd: repositoryRoot,
			stdio: ['pipe', 'pipe', 'ignore'],
		});
	}
}
