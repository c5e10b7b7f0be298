import { asNumber, asObject, type Json } from '../../nodes/ClovaOcr/shared/json';
import { fs, nodeProcess, os, path, repositoryRoot, spawn } from '../support/node';
import { current, install, lastOfVersion1, lastOnNode20 } from './support/install';
import { packTarball } from './support/pack';

/**
 * `npm run test:e2e [-- names of test files]`: installs n8n if need be, packs the package and runs
 * the end-to-end tests against it. `--compat` runs those of the older servers instead; how
 * stalls end there takes long and is asked for by its name, `--compat compat/stalls`.
 * `--pictures` writes the documentation's pictures, too (`npm run pictures`). `--install` only installs
 * every n8n, so that it can be done beside something else.
 */
async function main(parameters: string[]): Promise<number> {
	if (parameters.includes('--install')) {
		for (const each of [current, lastOnNode20, lastOfVersion1]) await install(each);
		return 0;
	}
	const compat = parameters.includes('--compat');
	const pictures = parameters.includes('--pictures');
	const names = parameters.filter((each) => !each.startsWith('--'));
	for (const each of compat ? [lastOnNode20, lastOfVersion1] : [current]) await install(each);
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clova-ocr-pack-'));
	const resultFile = path.join(folder, 'result.json');
	const tarball = await packTarball(folder);
	const older = names.length > 0 ? [] : ['compat/older'];
	const apart = pictures ? 'e2e/compat/' : 'e2e/(compat|pictures)/';
	const selection = compat ? older : ['--testPathIgnorePatterns', apart];
	const environment = { E2E_TARBALL: tarball, ...(pictures ? { E2E_PICTURES: 'yes' } : {}) };
	await jest([...names, ...selection, '--json', '--outputFile', resultFile], environment);
	const ok = report(resultFile);
	fs.rmSync(folder, { recursive: true });
	return ok ? 0 : 1;
}

async function jest(parameters: string[], environment: Record<string, string>): Promise<void> {
	const program = path.join(repositoryRoot, 'node_modules', 'jest', 'bin', 'jest.js');
	const config = path.join(repositoryRoot, 'test', 'e2e', 'jest.config.js');
	const child = spawn(nodeProcess.execPath, [program, '-c', config, '--runInBand', ...parameters], {
		// With --json the report goes to the file and the readable one to stderr.
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...nodeProcess.env, ...environment },
	});
	await new Promise((resolve) => child.once('exit', resolve));
}

/** Prints the line that continuous integration sums; false when anything failed or nothing ran. */
function report(resultFile: string): boolean {
	const result = asObject(JSON.parse(fs.readFileSync(resultFile, 'utf8')) as Json);
	const passed = asNumber(result.numPassedTests) ?? 0;
	const failed = asNumber(result.numFailedTests) ?? 0;
	const broken = asNumber(result.numFailedTestSuites) ?? 0;
	nodeProcess.stdout.write(`Tests: ${passed} passed, ${Math.max(failed, broken)} failed\n`);
	return result.success === true && passed > 0;
}

main(nodeProcess.argv.slice(2)).then(
	(code) => {
		nodeProcess.exitCode = code;
	},
	(error: unknown) => {
		nodeProcess.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		nodeProcess.stdout.write('Tests: 0 passed, 1 failed\n');
		nodeProcess.exitCode = 1;
	},
);
