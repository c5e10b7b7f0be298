import { fs, net, nodeProcess, path, sleep, spawn, type AddressInfo } from '../../support/node';

export interface ProcessOptions {
	cwd?: string;
	/** The whole environment: nothing is inherited, so a developer's settings cannot leak in. */
	env: Record<string, string>;
	/** File that collects what the process prints. */
	logFile: string;
}

export interface RunningProcess {
	pid: number;
	/** All that was printed so far. */
	log(): string;
	/** True until the process has ended. */
	isRunning(): boolean;
	/** Resolves with the exit code when the process has ended (-1 after a signal). */
	ended: Promise<number>;
	/** Ends the process (TERM, after 20 seconds KILL) and resolves when it is gone. */
	stop(): Promise<void>;
	/** Ends the process without a chance to clean up, as a crash would. */
	kill(): Promise<void>;
}

const STOP_LIMIT_MS = 20_000;

/** Starts a program; its end is always awaited by `stop` or `kill`, its output goes to a file. */
export function startProcess(
	command: string,
	parameters: string[],
	options: ProcessOptions,
): RunningProcess {
	const output = fs.openSync(options.logFile, 'a');
	const child = spawn(command, parameters, {
		cwd: options.cwd,
		env: options.env,
		stdio: ['ignore', output, output],
	});
	fs.closeSync(output);
	let running = true;
	const ended = new Promise<number>((resolve) => {
		child.once('error', (error) => {
			fs.appendFileSync(options.logFile, `${error.message}\n`);
			running = false;
			resolve(-1);
		});
		child.once('exit', (code) => {
			running = false;
			resolve(code ?? -1);
		});
	});
	const kill = async () => {
		child.kill('SIGKILL');
		await ended;
	};
	return {
		pid: child.pid ?? -1,
		log: () => fs.readFileSync(options.logFile, 'utf8'),
		isRunning: () => running,
		ended,
		kill,
		stop: async () => {
			child.kill('SIGTERM');
			const late = sleep(STOP_LIMIT_MS, 'late', { ref: false });
			if ((await Promise.race([ended, late])) === 'late') await kill();
		},
	};
}

/**
 * Runs a program to its end with the environment of this process plus `env`.
 * Throws with the last lines of the output when it fails.
 */
export async function runToEnd(
	command: string,
	parameters: string[],
	options: { cwd: string; logFile: string; env?: Record<string, string> },
): Promise<string> {
	fs.mkdirSync(path.dirname(options.logFile), { recursive: true });
	const env = { ...inheritedEnvironment(), ...options.env };
	const program = startProcess(command, parameters, { ...options, env });
	const code = await program.ended;
	if (code === 0) return program.log();
	const end = program.log().split('\n').slice(-30).join('\n');
	throw new Error(`${command} ${parameters.join(' ')} ended with ${code}:\n${end}`);
}

function inheritedEnvironment(): Record<string, string> {
	const entries = Object.entries(nodeProcess.env);
	return Object.fromEntries(entries.flatMap(([key, value]) => (value ? [[key, value]] : [])));
}

/** A TCP port of the loopback address that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
	const server = net.createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address() as AddressInfo;
	await new Promise<void>((resolve) => server.close(() => resolve()));
	return address.port;
}

/** Asks every 250 ms until the answer is not undefined; throws with `what` after `limitMs`. */
export async function waitFor<Answer>(
	what: string,
	limitMs: number,
	ask: () => Promise<Answer | undefined> | Answer | undefined,
): Promise<Answer> {
	const end = Date.now() + limitMs;
	while (Date.now() < end) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		await sleep(250);
	}
	throw new Error(`Waited ${limitMs / 1000} s in vain for ${what}`);
}
