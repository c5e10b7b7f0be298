import { createRequire, fs, nodeProcess, os, path, randomUUID, repositoryRoot } from './node';

/**
 * A throw-away home for n8n. n8n-core reads these variables while it is being imported, so this
 * module has to be imported before it.
 */
export const n8nHome = fs.mkdtempSync(path.join(os.tmpdir(), 'n8n-harness-'));

const settings: Record<string, string> = {
	N8N_USER_FOLDER: n8nHome,
	N8N_ENCRYPTION_KEY: randomUUID(),
	N8N_LOG_LEVEL: 'silent',
	N8N_DIAGNOSTICS_ENABLED: 'false',
};
for (const [name, value] of Object.entries(settings)) nodeProcess.env[name] ??= value;
nodeProcess.env.N8N_USER_FOLDER = n8nHome;

function removeHome(): void {
	fs.rmSync(n8nHome, { recursive: true, force: true });
}

// Under Jest the exit event of the sandboxed process object never fires; its own hook does.
if (typeof afterAll === 'function') afterAll(removeHome);
else nodeProcess.once('exit', removeHome);

type Class<T> = abstract new (...parameters: never[]) => T;

/** The four log levels of n8n's logger that nodes can reach. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type CoreLogger = Record<LogLevel, (message: string, metadata?: object) => void>;

/**
 * The packages n8n-core was installed with. Several versions of them stand in node_modules, and
 * another version's container would hand out other singletons than the engine uses.
 */
const coreRequire = createRequire(
	createRequire(path.join(repositoryRoot, 'package.json')).resolve('n8n-core'),
);
export const { Container } = coreRequire('@n8n/di') as {
	Container: { get<T>(type: Class<T>): T };
};
export const { Logger } = coreRequire('@n8n/backend-common') as { Logger: Class<CoreLogger> };
