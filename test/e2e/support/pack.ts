import { fs, path, repositoryRoot } from '../../support/node';
import { runToEnd } from './processes';

interface Manifest {
	name: string;
	version: string;
	[key: string]: unknown;
}

/** Builds the package and packs it as for npm; returns the tarball's path below `folder`. */
export async function packTarball(folder: string): Promise<string> {
	const logFile = path.join(folder, 'pack.log');
	const cwd = repositoryRoot;
	fs.mkdirSync(folder, { recursive: true });
	await runToEnd('npm', ['run', 'build'], { cwd, logFile });
	await runToEnd('npm', ['pack', '--pack-destination', folder], { cwd, logFile });
	const tarball = fs.readdirSync(folder).find((name) => name.endsWith('.tgz'));
	if (!tarball) throw new Error('npm pack left no tarball');
	return path.join(folder, tarball);
}

/**
 * Puts the package where n8n's own installer puts a community package, with the changes that the
 * installer makes to package.json. Returns the package's folder.
 */
export async function installAsCommunityPackage(
	tarball: string,
	userFolder: string,
): Promise<string> {
	const unpacked = fs.mkdtempSync(path.join(userFolder, 'unpack-'));
	const logFile = path.join(userFolder, 'unpack.log');
	const strip = ['--strip-components=1', '-C', unpacked];
	await runToEnd('tar', ['xzf', tarball, ...strip], { cwd: userFolder, logFile });
	const manifestFile = path.join(unpacked, 'package.json');
	const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8')) as Manifest;
	for (const key of ['devDependencies', 'peerDependencies', 'optionalDependencies']) {
		delete manifest[key];
	}
	fs.writeFileSync(manifestFile, JSON.stringify(manifest, null, '\t'));
	const modules = path.join(userFolder, '.n8n', 'nodes', 'node_modules');
	fs.mkdirSync(modules, { recursive: true });
	const target = path.join(modules, manifest.name);
	fs.renameSync(unpacked, target);
	return target;
}
