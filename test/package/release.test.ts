import { asList, asObject, asText, type Json } from '../../nodes/ClovaOcr/shared/json';
import { execFile, fs, nodeProcess, os, path, repositoryRoot } from '../support/node';

const read = (...place: string[]) => fs.readFileSync(path.join(repositoryRoot, ...place), 'utf8');
const manifest = asObject(JSON.parse(read('package.json')) as Json);
const version = asText(manifest.version) ?? '';
const homepage = asText(manifest.homepage) ?? '';

interface Ran {
	code: number;
	output: string;
	/** Lines that the stub of npm wrote: its arguments, release mode and provenance. */
	npm: string[];
}

/** Runs n8n's tool with an npm that only writes down how it is called. */
async function n8nNode(command: string, environment: Record<string, string>): Promise<Ran> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'release-'));
	const log = path.join(folder, 'calls');
	const stub = `#!/bin/sh\necho "$* $RELEASE_MODE $NPM_CONFIG_PROVENANCE" >> '${log}'\n`;
	fs.writeFileSync(path.join(folder, 'npm'), stub, { mode: 0o755 });
	const { PATH = '', HOME = '' } = nodeProcess.env;
	const env = { PATH: `${folder}:${PATH}`, HOME, npm_config_user_agent: 'npm/11', ...environment };
	const program = path.join(repositoryRoot, 'node_modules/@n8n/node-cli/bin/n8n-node.mjs');
	const cwd = repositoryRoot;
	return await new Promise((resolve) => {
		execFile(nodeProcess.execPath, [program, command], { cwd, env }, (error, out, err) => {
			const lines = fs.existsSync(log) ? fs.readFileSync(log, 'utf8').trim().split('\n') : [];
			fs.rmSync(folder, { recursive: true });
			resolve({ code: error ? Number(error.code ?? 1) : 0, output: out + err, npm: lines });
		});
	});
}

describe('the version', () => {
	it('is the same in package.json and the lockfile', () => {
		const lock = asObject(JSON.parse(read('package-lock.json')) as Json);
		const root = asObject(asObject(lock.packages)['']);
		expect([lock.version, root.version]).toEqual([version, version]);
		expect(root.engines).toEqual(manifest.engines);
	});

	it('has a section with a date in the changelog, below the unreleased changes', () => {
		const headings = [...read('CHANGELOG.md').matchAll(/^## (.+)$/gm)].map(([, text]) => text);
		expect(headings[0]).toBe('[Unreleased]');
		expect(headings[1]).toMatch(
			new RegExp(`^\\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d{2}-\\d{2}$`),
		);
		const links = [...read('CHANGELOG.md').matchAll(/^\[([^\]]+)\]: (\S+)$/gm)];
		const targets = new Map(links.map(([, name, target]) => [name, target]));
		expect(targets.get(version)).toBe(`${homepage}/releases/tag/${version}`);
		expect(targets.get('Unreleased')).toBe(`${homepage}/compare/${version}...HEAD`);
	});

	it('is a tag that starts the workflow', () => {
		expect(version).toMatch(/^\d+\.\d+\.\d+$/);
		expect(read('.github/workflows/publish.yml')).toContain("tags: ['*.*.*']");
		expect(read('.npmrc')).toMatch(/^tag-version-prefix=$/m);
	});
});

describe('publishing', () => {
	const workflow = read('.github/workflows/publish.yml');
	const steps = [...workflow.matchAll(/^\s+(?:- )?run: (.+)$/gm)].map(([, command]) => command);

	it('may mint the identity for provenance, and nothing else', () => {
		const [, block] = /^permissions:\n((?: {2}.+\n)+)/m.exec(workflow) ?? [];
		expect(block).toBe('  contents: read\n  id-token: write\n');
		expect(workflow).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN/);
	});

	it('compares tag and version, installs as locked and tests before it releases', () => {
		expect(steps[0]).toContain('$GITHUB_REF_NAME');
		expect(steps.slice(1)).toEqual(['npm ci', 'npm test', 'npm run release']);
		expect(asObject(manifest.scripts).release).toBe('n8n-node release');
	});

	it('lints, builds and publishes with provenance in the workflow', async () => {
		const { code, npm } = await n8nNode('release', { GITHUB_ACTIONS: 'true' });
		expect(npm.map((line) => line.trim())).toEqual(['run lint', 'run build', 'publish true true']);
		expect(code).toBe(0);
	});

	it('is turned away by prerelease anywhere else', async () => {
		expect(asObject(manifest.scripts).prepublishOnly).toBe('n8n-node prerelease');
		const refused = await n8nNode('prerelease', {});
		expect(refused.code).toBe(1);
		expect(refused.output).toContain('npm run release');
		expect((await n8nNode('prerelease', { RELEASE_MODE: 'true' })).code).toBe(0);
	});

	it('carries the keyword that n8n looks for', () => {
		expect(asList(manifest.keywords)).toContain('n8n-community-node-package');
	});

	it('demands provenance even where scripts are switched off', () => {
		expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
		expect(manifest.publishConfig).toEqual({ access: 'public', provenance: true });
	});
});

describe('the home of the package', () => {
	it('is one repository', () => {
		expect(asObject(manifest.repository).url).toBe(`git+${homepage}.git`);
		expect(asObject(manifest.bugs).url).toBe(`${homepage}/issues`);
	});

	it.each([
		'credentials/ClovaOcrApi.credentials.ts',
		'nodes/ClovaOcr/ClovaOcr.node.json',
		'CHANGELOG.md',
		'.github/ISSUE_TEMPLATE/bug.yml',
		'.github/ISSUE_TEMPLATE/config.yml',
	])('is named as in package.json by %s', (file) => {
		const named = read(file).match(/https:\/\/github\.com\/[\w.-]+\/n8n-nodes-[\w-]+/g) ?? [];
		expect(named.length).toBeGreaterThan(0);
		expect(named.filter((url) => url !== homepage)).toEqual([]);
	});
});

describe('the oldest Node.js', () => {
	it('is the same for engines, nvm and continuous integration', () => {
		const [, oldest] = /^>=(\d+)/.exec(asText(asObject(manifest.engines).node) ?? '') ?? [];
		expect(read('.nvmrc').trim()).toBe(oldest);
		expect(read('.github/workflows/ci.yml')).toContain(`node:${oldest}-bookworm`);
	});

	it('runs everything that is installed', () => {
		const lock = asObject(JSON.parse(read('package-lock.json')) as Json);
		const packages = asObject(lock.packages);
		const names = Object.keys(asObject(manifest.devDependencies));
		const tooNew = names.filter((name) => {
			const { engines } = asObject(packages[`node_modules/${name}`]);
			const node = asText(asObject(engines).node) ?? '*';
			return /^>=? ?(2[1-9]|[3-9]\d)/.test(node);
		});
		expect(tooNew).toEqual([]);
	});
});
