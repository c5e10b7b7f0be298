import { nodeProcess, path, repositoryRoot, spawn, startTimer, stopTimer } from '../support/node';
import type { Reply, Request } from './messages';

/** A process that has said nothing for so long is caught in a loop that asks no place. */
const SILENCE_MS = 150_000;

/** A worker process, started when it is first asked, and anew after it has come to nothing. */
export class Worker {
	private child: ReturnType<typeof spawn> | null = null;

	/** @param given files that the worker reads at its start */
	constructor(private readonly given: string[]) {}

	/** @returns null when the process ended or had to be ended */
	async ask(request: Request): Promise<Reply | null> {
		const child = (this.child ??= this.start());
		return await new Promise((resolve) => {
			const end = (reply: Reply | null) => {
				stopTimer(timer);
				child.off('message', hear);
				child.off('exit', lost);
				if (reply === null) this.stop();
				resolve(reply);
			};
			const hear = (reply: Reply | { kind: 'ready' }) => {
				if (reply.kind !== 'ready') end(reply);
			};
			const lost = () => end(null);
			const timer = startTimer(lost, SILENCE_MS);
			child.on('message', hear);
			child.once('exit', lost);
			child.send(request);
		});
	}

	/** Ends the process; the next question starts another one. */
	stop(): void {
		this.child?.kill('SIGKILL');
		this.child = null;
	}

	private start() {
		const file = path.join(repositoryRoot, 'test/mutation/worker.ts');
		return spawn(
			nodeProcess.execPath,
			['--max-old-space-size=2000', '--require', 'tsx/cjs', file, ...this.given],
			{ cwd: repositoryRoot, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
		);
	}
}

/** Works on a list with one task for each worker at a time, in the list's order. */
export async function share<T>(
	workers: readonly Worker[],
	list: readonly T[],
	task: (worker: Worker, entry: T) => Promise<void>,
): Promise<void> {
	let next = 0;
	await Promise.all(
		workers.map(async (worker) => {
			while (next < list.length) await task(worker, list[next++]);
		}),
	);
}
