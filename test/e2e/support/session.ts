import type { ApiPath } from '../../../nodes/ClovaOcr/clova/endpoint';
import { startSimulator } from '../../simulator';
import { sampleReaders } from '../../simulator/documents';
import type { Simulator, SimulatorOptions } from '../../simulator/types';
import { fs, nodeProcess, path } from '../../support/node';
import { N8nApi, type CredentialRecord } from './api';
import { current, type Installation } from './install';
import { installAsCommunityPackage } from './pack';
import { makeHome, startServer, type Home, type N8nServer } from './server';

export interface SessionOptions {
	installation?: Installation;
	env?: Record<string, string>;
	/** Changes to a simulator that reads the samples. */
	simulator?: SimulatorOptions;
	/** Changes the unpacked package before n8n sees it. */
	tamper?: (packageFolder: string) => void;
}

/** A running n8n with the packed node in it, a simulated CLOVA OCR and an owner who is logged in. */
export interface Session {
	home: Home;
	server: N8nServer;
	api: N8nApi;
	simulator: Simulator;
	packageFolder: string;
	/** A stored credential for the simulated domain of that kind. */
	credential(kind: ApiPath): Promise<CredentialRecord>;
	/** Writes a file where the Read/Write Files node may read it; returns its path. */
	putFile(name: string, bytes: Uint8Array): string;
	/** Stops everything and removes the files; throws when n8n tried to reach the outside. */
	close(): Promise<void>;
}

/** The tarball under test, packed by `npm run test:e2e`. */
export function tarballUnderTest(): string {
	const tarball = nodeProcess.env.E2E_TARBALL;
	if (!tarball) throw new Error('Start the end-to-end tests with: npm run test:e2e');
	return tarball;
}

/** Starts simulator and n8n with the package, each on ports of its own. */
export async function openSession(options: SessionOptions = {}): Promise<Session> {
	const home = makeHome();
	const packageFolder = await installAsCommunityPackage(tarballUnderTest(), home.folder);
	options.tamper?.(packageFolder);
	const simulator = await startSimulator({ ...sampleReaders(), ...options.simulator });
	const installation = options.installation ?? current;
	const server = await startServer({ installation, home, env: options.env });
	const api = new N8nApi(server.url);
	await api.setUpOwner().catch(async (error: unknown) => {
		await server.stop();
		throw error;
	});
	const credentials = new Map<ApiPath, Promise<CredentialRecord>>();
	return {
		home,
		server,
		api,
		simulator,
		packageFolder,
		credential: async (kind) => {
			const known = credentials.get(kind) ?? createCredential(api, simulator, kind);
			credentials.set(kind, known);
			return await known;
		},
		putFile: (name, bytes) => {
			const file = path.join(home.files, name);
			fs.writeFileSync(file, bytes);
			return file;
		},
		close: async () => {
			await server.stop();
			await simulator.close();
			home.close();
		},
	};
}

/** Opens a session for one piece of work and closes it however that ends. */
export async function withSession<Result>(
	options: SessionOptions,
	work: (session: Session) => Promise<Result>,
): Promise<Result> {
	const session = await openSession(options);
	try {
		return await work(session);
	} finally {
		await session.close();
	}
}

async function createCredential(
	api: N8nApi,
	simulator: Simulator,
	kind: ApiPath,
): Promise<CredentialRecord> {
	return await api.createCredential(`CLOVA OCR ${kind}`, 'clovaOcrApi', {
		invokeUrl: simulator.url(kind),
		secretKey: simulator.secret(kind),
	});
}
