import { filesBelow } from './files';
import { createRequire, fs, path, repositoryRoot } from './node';

/**
 * A module of the build, as n8n runs it. Figures are taken from it: tsx names every function of the
 * sources anew each time it is made, which up to doubled what masking seemed to cost.
 * @param file below `dist/nodes/ClovaOcr`, such as `reading/masking/maskImage`
 */
export function built<Module>(file: string): Module {
	demandFreshBuild();
	const load = createRequire(path.join(repositoryRoot, 'package.json'));
	return load(path.join(repositoryRoot, 'dist/nodes/ClovaOcr', `${file}.js`)) as Module;
}

/** Throws where the build is missing or older than the sources: what yesterday's build does proves nothing. */
export function demandFreshBuild(): void {
	const changed = (folder: string) =>
		filesBelow(path.join(repositoryRoot, folder)).map(
			(file) => fs.statSync(path.join(repositoryRoot, folder, file)).mtimeMs,
		);
	const manifest = path.join(repositoryRoot, 'dist/THIRD_PARTY_NOTICES');
	const builtAt = fs.existsSync(manifest) ? fs.statSync(manifest).mtimeMs : 0;
	const sources = ['nodes', 'credentials', 'icons'].flatMap(changed);
	if (builtAt < Math.max(...sources)) {
		throw new Error('dist is missing or older than the sources: run "npm run build" first');
	}
}
