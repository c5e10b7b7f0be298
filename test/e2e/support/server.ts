import { fs, os, path, repositoryRoot } from '../../support/node';
import type { Installation } from './install';
import { freePort, startProcess, waitFor, type RunningProcess } from './processes';

export interface ServerOptions {
	installation: Installation;
	/** Settings on top of the silent ones. */
	env?: Record<string, string>;
	/** An existing user folder (a worker shares the main process's). */
	home: Home;
	/** Arguments of n8n's program, default `start`. */
	parameters?: string[];
}

/** A throw-away user folder of n8n with its files and logs beside it. */
export interface Home {
	folder: string;
	/** The only folder that the Read/Write Files node may touch. */
	files: string;
	/** Removes the folder; throws when a process tried to reach a host outside this machine. */
	close(): void;
}

export interface N8nServer extends RunningProcess {
	url: string;
	/** Milliseconds from the start of the process to the first real answer. */
	startedInMs: number;
}

/** Long enough for a start with migrations on two busy cores. */
const START_LIMIT_MS = 180_000;
/** Invented; the same for all processes that share a database. */
const ENCRYPTION_KEY = 'only-for-tests-on-this-machine';

/** Makes an empty home for one n8n below the system's temporary folder. */
export function makeHome(): Home {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clova-ocr-e2e-'));
	const files = path.join(folder, 'files');
	const outboundLog = path.join(folder, 'outbound.log');
	fs.mkdirSync(files);
	fs.mkdirSync(path.join(folder, '.n8n'));
	fs.writeFileSync(outboundLog, '');
	return {
		folder,
		files,
		close: () => {
			const outbound = fs.readFileSync(outboundLog, 'utf8');
			fs.rmSync(folder, { recursive: true, force: true });
			if (outbound) throw new Error(`n8n would have left this machine:\n${outbound}`);
		},
	};
}

/** Starts `n8n start` and resolves when it answers its API, not merely a readiness probe. */
export async function startServer(options: ServerOptions): Promise<N8nServer> {
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const start = Date.now();
	const program = await startN8n(options, port);
	const ready = waitFor('n8n to answer', START_LIMIT_MS, async () => {
		if (!program.isRunning()) throw new Error(`n8n ended at its start:\n${program.log()}`);
		// While it migrates, n8n answers every path with 200 and a sentence: look at the body.
		const body = await fetch(`${url}/rest/settings`)
			.then(async (answer) => await answer.text())
			.catch(() => '');
		return body.startsWith('{"data"') ? true : undefined;
	});
	await ready.catch(async (error: unknown) => {
		await program.stop();
		throw error;
	});
	return { ...program, url, startedInMs: Date.now() - start };
}

/** Starts any process of n8n (server, worker, command) with silent settings and the guard. */
export async function startN8n(options: ServerOptions, port = 0): Promise<RunningProcess> {
	const { installation, home } = options;
	const parameters = options.parameters ?? ['start'];
	return startProcess(installation.node, [installation.program, ...parameters], {
		cwd: home.folder,
		logFile: path.join(home.folder, `${parameters[0]}-${Date.now()}.log`),
		env: {
			PATH: `${path.dirname(installation.node)}:/usr/local/bin:/usr/bin:/bin`,
			HOME: home.folder,
			N8N_USER_FOLDER: home.folder,
			N8N_PORT: String(port || (await freePort())),
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			N8N_ENCRYPTION_KEY: ENCRYPTION_KEY,
			N8N_RESTRICT_FILE_ACCESS_TO: home.files,
			NODE_OPTIONS: `--require ${path.join(repositoryRoot, 'test/e2e/support/guard.cjs')}`,
			OUTBOUND_LOG: path.join(home.folder, 'outbound.log'),
			...silence,
			...installation.env,
			...options.env,
		},
	});
}

/** n8n's own switches for everything that would talk to the outside, plus a quick shutdown. */
const silence = {
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_SECURE_COOKIE: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
	GENERIC_TIMEZONE: 'Asia/Seoul',
};
