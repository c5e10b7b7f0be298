import { createInterface, nodeProcess, path, repositoryRoot, spawn } from '../../support/node';

/** A script of the bench that runs in a process of its own and speaks in lines. */
export interface Started {
	/** The next line that it prints. @throws Error where it ends without */
	line(): Promise<string>;
	/** Lets it go on. */
	go(): void;
	stop(): void;
}

export function start(script: string, ...parameters: string[]): Started {
	const file = path.join(repositoryRoot, 'test/bench/rivals', script);
	const command = ['--expose-gc', '--import', 'tsx', file, ...parameters];
	// As in n8n's own process; under "test" its loader would take other ways.
	const env = { ...nodeProcess.env, NODE_ENV: 'production' };
	const child = spawn(nodeProcess.execPath, command, {
		cwd: repositoryRoot,
		env,
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	return {
		line: async () => {
			const { value, done } = await lines.next();
			if (done === true) throw new Error(`${script} ended before it had said anything`);
			return String(value);
		},
		go: () => child.stdin.end('go\n'),
		stop: () => void child.kill(),
	};
}
