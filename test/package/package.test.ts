import { jsonParse } from 'n8n-workflow';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { PDFDocument } from 'pdf-lib';

import { startSimulator } from '../simulator';
import type { Simulator } from '../simulator';
import { packageFromDirectory, runWorkflow, testCredential } from '../support/n8n';
import type { TestedPackage } from '../support/n8n';
import { fs, path, repositoryRoot } from '../support/node';
import { filesBelow } from '../support/files';
import { packPackage, runScript } from '../support/packed';
import type { Packed } from '../support/packed';
import { ocrWorkflow } from '../support/workflowJson';

interface Manifest {
	version: string;
	dependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
	peerDependencies?: Record<string, string>;
}

jest.setTimeout(120_000);

let packed: Packed;

beforeAll(async () => {
	packed = await packPackage();
});

afterAll(() => packed?.remove());

function readJson<T>(...place: string[]): T {
	return jsonParse<T>(fs.readFileSync(path.join(...place), 'utf8'));
}

/** Files of a folder of the repository, as paths from its root. */
function sources(folder: string): string[] {
	return filesBelow(path.join(repositoryRoot, folder)).map((file) => `${folder}/${file}`);
}

describe('what is published', () => {
	/** Folders of which each is bundled into one file. */
	const bundles = ['pdf', 'redaction'].map((name) => `dist/nodes/ClovaOcr/${name}/`);

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
		const outside = (file: string) => !bundles.some((folder) => file.startsWith(folder));
		expect(scripts.filter(outside)).toEqual(['index.js', ...compiled.filter(outside)].sort());
		expect(compiled).toEqual(expect.arrayContaining(scripts.filter((file) => !outside(file))));
		for (const folder of bundles) expect(scripts).toContain(`${folder}${path.basename(folder)}.js`);
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
		const { code, output } = await runScript('test/package/loadAsN8n.ts', [packed.directory]);
		if (code !== 0) throw new Error(output);
		known = jsonParse<Known>(output);
	});

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

describe('in the engine', () => {
	let simulator: Simulator;
	let tested: TestedPackage;

	beforeAll(async () => {
		simulator = await startSimulator({ recognizer: 'none' });
		tested = await packageFromDirectory(packed.directory);
	});

	afterAll(async () => await simulator.close());

	const kind = '/general';
	const fields = () => ({ invokeUrl: simulator.url(kind), secretKey: simulator.secret(kind) });

	test('the packed node reads a PDF too long for one call, with the bundled PDF code', async () => {
		const pdf = await PDFDocument.create();
		for (let page = 0; page < 12; page++) pdf.addPage([200, 200]);
		const data = Buffer.from(await pdf.save());
		const result = await runWorkflow(ocrWorkflow({ output: 'detailed' }), {
			tested,
			credentials: { Credential: fields() },
			items: [{ binary: { data: { data, fileName: 'twelve.pdf' } } }],
		});
		expect(result.error).toBeUndefined();
		const pages = result.items('Accepted').map(({ json }) => json.ocr);
		expect(pages).toMatchObject(
			[...Array(12).keys()].map((page) => ({
				page: page + 1,
				pageCount: 12,
				calls: page % 10 === 0 ? 1 : 0,
			})),
		);
	});

	test('the packed credential is accepted', async () => {
		const verdict = await testCredential('clovaOcrApi', fields(), tested);
		expect(verdict).toEqual({ status: 'OK', message: 'Connection successful!' });
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
