import { demandFreshBuild } from './built';
import { filesBelow } from './files';
import { execFile, fs, nodeProcess, os, path, promisify, repositoryRoot } from './node';

const run = promisify(execFile);

/** The package as npm would publish it. */
export interface Packed {
	/** Where it is unpacked: beside n8n-workflow and nothing else, all that n8n promises a package. */
	directory: string;
	/** The temporary directory around it. */
	temporary: string;
	/** Size of the tarball in bytes. */
	bytes: number;
	/** Its files in order, with `/` between folders. */
	files: string[];
	remove(): void;
}

/** Packs the built package and unpacks it into a temporary directory. */
export async function packPackage(): Promise<Packed> {
	demandFreshBuild();
	const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'packed-'));
	const modules = path.join(temporary, 'node_modules');
	const directory = path.join(modules, 'n8n-nodes-clova-ocr');
	const npm = ['pack', '--ignore-scripts', '--silent', '--pack-destination', temporary];
	await run('npm', npm, { cwd: repositoryRoot });
	const tarball = fs.readdirSync(temporary).find((file) => file.endsWith('.tgz')) ?? '';
	fs.mkdirSync(directory, { recursive: true });
	await run('tar', ['-xzf', tarball, '-C', directory, '--strip-components=1'], { cwd: temporary });
	fs.symlinkSync(
		path.join(repositoryRoot, 'node_modules/n8n-workflow'),
		path.join(modules, 'n8n-workflow'),
	);
	return {
		directory,
		temporary,
		bytes: fs.statSync(path.join(temporary, tarball)).size,
		files: filesBelow(directory),
		remove: () => fs.rmSync(temporary, { recursive: true, force: true }),
	};
}

export interface Finished {
	code: number;
	output: string;
}

/** Runs a script of the repository with Node, `.ts` too, and gives its exit code and output. */
export async function runScript(
	script: string,
	parameters: string[],
	environment: Record<string, string> = {},
): Promise<Finished> {
	const loader = script.endsWith('.ts') ? ['--import', 'tsx'] : [];
	const command = [...loader, path.join(repositoryRoot, script), ...parameters];
	// Jest's NODE_ENV=test would change what n8n's loader and n8n's lint rules do.
	const env = { ...nodeProcess.env, NODE_ENV: 'production', ...environment };
	return await new Promise((resolve) => {
		execFile(
			nodeProcess.execPath,
			command,
			{ cwd: repositoryRoot, env, maxBuffer: 2 ** 26 },
			(error, out, err) =>
				resolve({ code: error ? Number(error.code ?? 1) : 0, output: out + err }),
		);
	});
}
