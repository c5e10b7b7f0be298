import type { ApiPath } from '../../nodes/ClovaOcr/clova/endpoint';
import { sample, samples } from '../samples';
import { startSimulator } from '../simulator';
import { sampleReaders } from '../simulator/documents';
import type { Simulator } from '../simulator/types';
import { simulatedPaths } from '../support/apis';
import { fs, nodeProcess, os, path } from '../support/node';
import { N8nApi, owner, type CredentialRecord } from './support/api';
import { exampleFolders, exampleNames, readExample } from './support/examples';
import { current, install } from './support/install';
import { installAsCommunityPackage, packTarball } from './support/pack';
import { makeHome, startServer, type Home } from './support/server';

/**
 * `npm run n8n`: the real editor to try the node by hand, with a simulated CLOVA OCR, a credential
 * for every kind of domain, the example workflows, and the sample documents on disk.
 */
async function main(): Promise<void> {
	say('Installing n8n (a few minutes the first time) …');
	await install(current);
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clova-ocr-pack-'));
	const home = makeHome();
	await installAsCommunityPackage(await packTarball(folder), home.folder);
	const simulator = await startSimulator(sampleReaders());
	for (const { fileName, picture } of samples) {
		fs.writeFileSync(path.join(home.files, fileName), await picture());
	}
	const server = await startServer({ installation: current, home });
	const api = new N8nApi(server.url);
	await api.setUpOwner();
	const credentials = await createCredentials(api, simulator);
	const examples = await importExamples(api, home, credentials);
	say(`\nn8n     ${server.url}`);
	say(`Log in  ${owner.email}  ${owner.password}`);
	say(`Files   ${home.files}  (for the node "Read/Write Files from Disk")`);
	say(`\nExamples: ${examples.join(', ') || 'none'}\nCtrl+C ends it.`);
	await ended(server.ended);
	await server.stop();
	await simulator.close();
	home.close();
	fs.rmSync(folder, { recursive: true });
}

type Credentials = Map<ApiPath, CredentialRecord>;

async function createCredentials(api: N8nApi, simulator: Simulator): Promise<Credentials> {
	const credentials: Credentials = new Map();
	for (const kind of simulatedPaths) {
		const data = { invokeUrl: simulator.url(kind), secretKey: simulator.secret(kind) };
		const name = `CLOVA OCR ${kind} (simulated)`;
		credentials.set(kind, await api.createCredential(name, 'clovaOcrApi', data));
	}
	return credentials;
}

/** Puts every example into n8n, with files to read; returns the workflows' names. */
async function importExamples(
	api: N8nApi,
	home: Home,
	credentials: Credentials,
): Promise<string[]> {
	for (const folder of exampleFolders) fs.mkdirSync(path.join(home.files, folder));
	const copy = (from: string, to: string) =>
		fs.copyFileSync(path.join(home.files, sample(from).fileName), path.join(home.files, to));
	copy('scan', 'scans/scan.pdf');
	copy('receipt', 'photos/receipt.jpg');
	const names: string[] = [];
	for (const name of exampleNames()) {
		const workflow = await readExample(name, home.files, async (kind) => {
			const record = credentials.get(kind);
			if (!record) throw new Error(`No credential for ${kind}`);
			return record;
		});
		await api.createWorkflow(workflow);
		names.push(String(workflow.name));
	}
	return names;
}

/** Waits until a person ends the program, or n8n ends by itself. */
async function ended(serverEnded: Promise<number>): Promise<void> {
	const asked = new Promise<void>((resolve) => {
		nodeProcess.once('SIGINT', () => resolve());
		nodeProcess.once('SIGTERM', () => resolve());
	});
	await Promise.race([asked, serverEnded]);
}

function say(line: string): void {
	nodeProcess.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
	say(error instanceof Error ? error.message : String(error));
	nodeProcess.exitCode = 1;
});
