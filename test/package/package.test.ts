import { jsonParse } from 'n8n-workflow';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';

import { fs, path, repositoryRoot } from '../support/node';
import { filesBelow, packPackage, runScript } from '../support/packed';
import type { Packed } from '../support/packed';

interface Manifest {
	version: string;
	dependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
	peerDependencies?: Record<string, string>;
}

let packed: Packed;

beforeAll(async () => {
	packed = await packPackage();
}, 60_000);

afterAll(() => packed?.remove());

function readJson<T>(...place: string[]): T {
	return jsonParse<T>(fs.readFileSync(path.join(...place), 'utf8'));
}

/** Files of a folder of the repository, as paths from its root. */
function sources(folder: string): string[] {
	return filesBelow(path.join(repositoryRoot, folder)).map((file) => `${folder}/${file}`);
}

describe('what is published', () => {
	const pdf = 'dist/nodes/ClovaOcr/pdf/';

	test('every file but scripts comes from a named place', () => {
		const schemas = sources('nodes').filter((file) => /\/__schema__\/.*\.json$/.test(file));
		expect(schemas.length).toBeGreaterThan(0);
		expect(packed.files.filter((file) => !file.endsWith('.js'))).toEqual(
			[
				'LICENSE',
				'README.md',
				'dist/THIRD_PARTY_NOTICES',
				'dist/icons/clovaOcr.dark.svg',
				'dist/icons/clovaOcr.svg',
				'dist/nodes/ClovaOcr/ClovaOcr.node.json',
				...schemas.map((file) => `dist/${file}`),
				'package.json',
			].sort(),
		);
	});

	test('every script is one of our sources, compiled', () => {
		const compiled = [...sources('nodes'), ...sources('credentials')]
			.filter((file) => file.endsWith('.ts'))
			.map((file) => `dist/${file.replace(/ts$/, 'js')}`);
		const scripts = packed.files.filter((file) => file.endsWith('.js'));
		const outsidePdf = (file: string) => !file.startsWith(pdf);
		expect(scripts.filter(outsidePdf)).toEqual(['index.js', ...compiled.filter(outsidePdf)].sort());
		expect(compiled).toEqual(expect.arrayContaining(scripts.filter((file) => !outsidePdf(file))));
		expect(scripts).toContain(`${pdf}pdf.js`);
	});

	test('is small', () => {
		expect(packed.bytes).toBeLessThan(1_500_000);
	});

	test('says whose code is bundled', () => {
		const notices = fs.readFileSync(
			path.join(packed.directory, 'dist/THIRD_PARTY_NOTICES'),
			'utf8',
		);
		for (const name of ['pdf-lib', 'pako', 'tslib']) expect(notices).toContain(`${name}\n===`);
	});

	test('depends on nothing but n8n', () => {
		const manifest = readJson<Manifest>(packed.directory, 'package.json');
		expect(manifest.dependencies ?? {}).toEqual({});
		expect(manifest.optionalDependencies ?? {}).toEqual({});
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	test('holds no path of the machine that built it', () => {
		for (const file of packed.files) {
			const text = fs.readFileSync(path.join(packed.directory, file), 'utf8');
			expect([file, text.includes(repositoryRoot)]).toEqual([file, false]);
		}
	});
});

describe('in n8n', () => {
	interface Known {
		nodes: INodeTypeDescription[];
		credentials: Array<{ name: string; iconUrl?: unknown; supportedNodes?: string[] }>;
		knownCredentials: Record<string, { className: string }>;
		scripts: number;
	}
	let known: Known;

	beforeAll(async () => {
		const environment = { NODE_ENV: 'production', NODE_PATH: packed.modules };
		const { code, output } = await runScript(
			'test/package/loadAsN8n.ts',
			[packed.directory],
			environment,
		);
		if (code !== 0) throw new Error(output);
		known = jsonParse<Known>(output);
	}, 60_000);

	function iconFile(url: string): string {
		return path.join(packed.directory, url.replace('icons/n8n-nodes-clova-ocr/', ''));
	}

	test('the node is loaded with its icons and its codex', () => {
		const { version } = readJson<Manifest>(packed.directory, 'package.json');
		expect(known.nodes).toHaveLength(1);
		const [node] = known.nodes;
		expect(node).toMatchObject({
			name: 'clovaOcr',
			displayName: 'CLOVA OCR',
			communityNodePackageVersion: version,
			iconUrl: {
				light: 'icons/n8n-nodes-clova-ocr/dist/icons/clovaOcr.svg',
				dark: 'icons/n8n-nodes-clova-ocr/dist/icons/clovaOcr.dark.svg',
			},
			usableAsTool: true,
		});
		expect(node.codex?.categories?.length).toBeGreaterThan(0);
		for (const url of Object.values(node.iconUrl ?? {})) {
			expect(fs.readFileSync(iconFile(url), 'utf8')).toContain('<svg');
		}
	});

	test('the credential is loaded with its icons and belongs to the node', () => {
		expect(known.credentials).toMatchObject([
			{ name: 'clovaOcrApi', supportedNodes: ['clovaOcr'], iconUrl: expect.anything() },
		]);
		expect(Object.keys(known.knownCredentials)).toEqual(['clovaOcrApi']);
	});

	test('all scripts load where only n8n-workflow can be found', () => {
		expect(known.scripts).toBe(packed.files.filter((file) => file.endsWith('.js')).length);
	});

	test('every operation has its output schema', () => {
		for (const [resource, operation] of operationsOf(known.nodes[0].properties)) {
			const file = `dist/nodes/ClovaOcr/__schema__/v1.0.0/${resource}/${operation}.json`;
			expect(readJson(packed.directory, file)).toMatchObject({ type: 'object' });
		}
	});
});

/** Pairs of resource and operation that the selectors offer. */
function operationsOf(properties: INodeProperties[]): Array<[string, string]> {
	return properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options = [] }) =>
			(displayOptions?.show?.resource ?? []).flatMap((resource) =>
				options.map((option): [string, string] => [
					String(resource),
					'value' in option ? String(option.value) : '',
				]),
			),
		);
}

describe("n8n's scan of community packages", () => {
	/** A copy of a directory's files with one of them changed. */
	function spoilt(from: string, files: string[], victim: string, text: string): string {
		const copy = fs.mkdtempSync(path.join(packed.directory, '..', 'spoilt-'));
		for (const file of files) {
			fs.cpSync(path.join(from, file), path.join(copy, file), { recursive: true });
		}
		fs.appendFileSync(path.join(copy, victim), text);
		return copy;
	}

	async function scan(leg: 'source' | 'tarball', directory: string) {
		const temporary = path.join(packed.directory, '..');
		return await runScript('scripts/scan.mjs', [leg, directory], { TMPDIR: temporary });
	}

	test('passes the sources', async () => {
		expect(await scan('source', repositoryRoot)).toEqual({ code: 0, output: '' });
	}, 60_000);

	test('passes the tarball', async () => {
		expect(await scan('tarball', packed.directory)).toEqual({ code: 0, output: '' });
	}, 60_000);

	test('would find a timer in the sources', async () => {
		const files = ['package.json', 'icons', 'nodes', 'credentials'];
		const victim = 'nodes/ClovaOcr/run.ts';
		const copy = spoilt(repositoryRoot, files, victim, '\nsetTimeout(() => undefined, 1);\n');
		const { code, output } = await scan('source', copy);
		expect(code).toBe(1);
		expect(output).toContain('no-restricted-globals');
	}, 60_000);

	test('would find a hidden import in the tarball', async () => {
		const victim = 'dist/nodes/ClovaOcr/run.js';
		const text = '\n// eslint-disable-next-line\nrequire("node:fs");\n';
		const copy = spoilt(packed.directory, packed.files, victim, text);
		const { code, output } = await scan('tarball', copy);
		expect(code).toBe(1);
		expect(output).toContain('no-restricted-imports');
	}, 60_000);
});
