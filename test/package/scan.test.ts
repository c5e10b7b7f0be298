import { fs, path, repositoryRoot } from '../support/node';
import { packPackage, runScript } from '../support/packed';
import type { Packed } from '../support/packed';

jest.setTimeout(120_000);

let packed: Packed;

beforeAll(async () => {
	packed = await packPackage();
});

afterAll(() => packed?.remove());

describe("n8n's scan of community packages", () => {
	/** A copy of a directory's files with one of them changed. */
	function spoilt(from: string, files: string[], victim: string, text: string): string {
		const copy = fs.mkdtempSync(path.join(packed.temporary, 'spoilt-'));
		for (const file of files) {
			fs.cpSync(path.join(from, file), path.join(copy, file), { recursive: true });
		}
		fs.appendFileSync(path.join(copy, victim), text);
		return copy;
	}

	async function scan(leg: 'source' | 'tarball', directory: string) {
		const environment = { TMPDIR: packed.temporary };
		return await runScript('scripts/scan.mjs', [leg, directory], environment);
	}

	const passed = { code: 0, output: expect.not.stringContaining('violations') };

	test('passes the sources', async () => {
		expect(await scan('source', repositoryRoot)).toEqual(passed);
	});

	test('passes the tarball', async () => {
		expect(await scan('tarball', packed.directory)).toEqual(passed);
	});

	test('would find a timer in the sources', async () => {
		const files = ['package.json', 'icons', 'nodes', 'credentials'];
		const victim = 'nodes/ClovaOcr/run.ts';
		const copy = spoilt(repositoryRoot, files, victim, '\nsetTimeout(() => undefined, 1);\n');
		const { code, output } = await scan('source', copy);
		expect(code).toBe(1);
		expect(output).toContain('no-restricted-globals');
	});

	test('would find a hidden import in the tarball', async () => {
		const victim = 'dist/nodes/ClovaOcr/run.js';
		const text = '\n// eslint-disable-next-line\nrequire("node:fs");\n';
		const copy = spoilt(packed.directory, packed.files, victim, text);
		const { code, output } = await scan('tarball', copy);
		expect(code).toBe(1);
		expect(output).toContain('no-restricted-imports');
	});
});
