import { fs, path } from '../../support/node';
import { asObject } from '../../../nodes/ClovaOcr/shared/json';
import { sample } from '../../samples';
import { startSimulator } from '../../simulator';
import { sampleReaders } from '../../simulator/documents';
import { current } from '../support/install';
import { installAsCommunityPackage } from '../support/pack';
import { makeHome, startN8n, type Home } from '../support/server';
import { tarballUnderTest } from '../support/session';
import { chain, clovaOcr, manualTrigger, readFiles } from '../support/workflow';

/** Runs one command of n8n and returns its exit code with all that it printed. */
async function command(home: Home, ...parameters: string[]): Promise<[number, string]> {
	const program = await startN8n({ installation: current, home, parameters });
	return [await program.ended, program.log()];
}

test('a workflow runs from the command line, and a failing one ends with an error code', async () => {
	const home = makeHome();
	const simulator = await startSimulator(sampleReaders());
	await installAsCommunityPackage(tarballUnderTest(), home.folder);
	const receipt = sample('receipt');
	const good = path.join(home.files, receipt.fileName);
	const bad = path.join(home.files, 'broken.jpg');
	fs.writeFileSync(good, await receipt.picture());
	fs.writeFileSync(bad, 'not a picture');

	const credential = { id: 'receipts', name: 'Receipts', type: 'clovaOcrApi' };
	const data = {
		invokeUrl: simulator.url('/document/receipt'),
		secretKey: simulator.secret('/document/receipt'),
	};
	const ocr = clovaOcr('document', 'readReceipt', credential);
	const workflow = (id: string, file: string) => ({
		id,
		active: false,
		...chain(id, [manualTrigger(), readFiles(file), ocr]),
	});
	const credentials = path.join(home.folder, 'credentials.json');
	const workflows = path.join(home.folder, 'workflows.json');
	fs.writeFileSync(credentials, JSON.stringify([{ ...credential, data }]));
	fs.writeFileSync(workflows, JSON.stringify([workflow('good', good), workflow('bad', bad)]));

	expect((await command(home, 'import:credentials', `--input=${credentials}`))[0]).toBe(0);
	expect((await command(home, 'import:workflow', `--input=${workflows}`))[0]).toBe(0);
	const [goodCode, goodOutput] = await command(home, 'execute', '--id=good', '--rawOutput');
	const [badCode] = await command(home, 'execute', '--id=bad', '--rawOutput');
	expect(goodCode).toBe(0);
	expect(goodOutput).toContain(JSON.stringify(asObject(receipt.expected[0]).storeName));
	expect(badCode).toBe(1);
	await simulator.close();
	home.close();
});
