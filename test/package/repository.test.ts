import { jsonParse } from 'n8n-workflow';

import { fs, path, repositoryRoot } from '../support/node';

interface Manifest {
	devDependencies: Record<string, string>;
	scripts: Record<string, string>;
}

interface Locked {
	version?: string;
	resolved?: string;
	license?: string;
}

function readText(...place: string[]): string {
	return fs.readFileSync(path.join(repositoryRoot, ...place), 'utf8');
}

describe('what is installed to work on it', () => {
	const manifest = jsonParse<Manifest>(readText('package.json'));
	const { packages } = jsonParse<{ packages: Record<string, Locked> }>(
		readText('package-lock.json'),
	);

	test('has exact versions', () => {
		for (const [name, version] of Object.entries(manifest.devDependencies)) {
			expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(-[\w.]+)?$/)]);
			expect([name, packages[`node_modules/${name}`].version]).toEqual([name, version]);
		}
	});

	test('names no registry', () => {
		const named = Object.values(packages).filter(({ resolved }) => resolved !== undefined);
		expect(named).toEqual([]);
	});

	test('has no licence that reaches into what is built', () => {
		const strict = Object.entries(packages)
			.filter(([, { license }]) => /\bA?GPL\b/.test(license ?? '') && !/\bOR\b/.test(license ?? ''))
			.map(([place, { license }]) => `${place}: ${license}`)
			.filter((entry) => !entry.includes('LGPL'));
		expect(strict).toEqual([]);
	});

	test('every script of package.json has its target', () => {
		const commands = Object.values(manifest.scripts).join(' && ').split(' && ');
		const files = commands.flatMap((command) => /^tsx (\S+)/.exec(command)?.[1] ?? []);
		const missing = files.filter((file) => !fs.existsSync(path.join(repositoryRoot, file)));
		expect(files).toContain('test/demo/start.ts');
		expect(missing).toEqual([]);
	});

	test("the linter's configuration is the official one", () => {
		const templates = 'node_modules/@n8n/node-cli/dist/template/templates/shared/default';
		expect(readText('eslint.config.mjs')).toBe(readText(templates, 'eslint.config.mjs'));
	});
});
