import { API_PATHS } from '../../nodes/ClovaOcr/clova/endpoint';
import { asObject, type Json } from '../../nodes/ClovaOcr/reading/json';
import { samples } from '../samples';
import { startSimulator } from '../simulator';
import { sampleReaders } from '../simulator/documents';
import { fs, nodeProcess, os, path, repositoryRoot } from '../support/node';
import { N8nApi, owner } from './support/api';
import { current, install } from './support/install';
import { installAsCommunityPackage, packTarball } from './support/pack';
import { makeHome, startServer } from './support/server';

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
	for (const kind of API_PATHS) {
		await api.createCredential(`CLOVA OCR ${kind} (simulated)`, 'clovaOcrApi', {
			invokeUrl: simulator.url(kind),
			secretKey: simulator.secret(kind),
		});
	}
	const examples = await importExamples(api);
	say(`\nn8n     ${server.url}`);
	say(`Log in  ${owner.email}  ${owner.password}`);
	say(`Files   ${home.files}  (for the node "Read/Write Files from Disk")`);
	say(`\nExamples: ${examples.join(', ') || 'none'}\nCtrl+C ends it.`);
	await ended(server.ended);
	await server.stop();
	await simulator.close();
	home.remove();
	fs.rmSync(folder, { recursive: true });
}

/** Puts every workflow of the folder `examples` into n8n; returns their names. */
async function importExamples(api: N8nApi): Promise<string[]> {
	const folder = path.join(repositoryRoot, 'examples');
	const files = fs.readdirSync(folder).filter((name) => name.endsWith('.json'));
	return await Promise.all(
		files.map(async (file) => {
			const text = fs.readFileSync(path.join(folder, file), 'utf8');
			const workflow = asObject(JSON.parse(text) as Json);
			await api.createWorkflow(workflow);
			return String(workflow.name);
		}),
	);
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
