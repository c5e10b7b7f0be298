import { sampleReaders } from '../../simulator/documents';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator/types';
import { fs, path } from '../../support/node';
import { N8nApi } from './api';
import { current } from './install';
import { installAsCommunityPackage } from './pack';
import { freePort, startProcess, waitFor, type RunningProcess } from './processes';
import { makeHome, startN8n, startServer, type Home } from './server';
import { tarballUnderTest } from './session';

/** n8n as companies run it: redis, a main process that hands out work, and workers. */
export interface Cluster {
	home: Home;
	api: N8nApi;
	simulator: Simulator;
	workers: RunningProcess[];
	/** Where the main process listens. */
	url: string;
	close(): Promise<void>;
}

const START_LIMIT_MS = 180_000;
/** Invented text that every simulated call takes at least. */
const LATENCY_MS = 1000;

/** Starts redis, main and workers on one folder, and a simulator whose calls take a second. */
export async function startCluster(binaryMode: string, workerCount: number): Promise<Cluster> {
	const home = makeHome();
	await installAsCommunityPackage(tarballUnderTest(), home.folder);
	const simulator = await startSimulator({
		...sampleReaders(),
		recognizer: 'none',
		latency: () => LATENCY_MS,
	});
	const redisPort = await freePort();
	const redis = startRedis(home, redisPort);
	const env = {
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redisPort),
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		N8N_DEFAULT_BINARY_DATA_MODE: binaryMode,
		// A lost worker is noticed after seconds instead of a minute.
		QUEUE_WORKER_LOCK_DURATION: '6000',
		QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
		QUEUE_WORKER_STALLED_INTERVAL: '3000',
	};
	const main = await startServer({ installation: current, home, env });
	const api = new N8nApi(main.url);
	await api.setUpOwner();
	const workers: RunningProcess[] = [];
	for (let index = 0; index < workerCount; index += 1) workers.push(await startWorker(home, env));
	return {
		home,
		api,
		simulator,
		workers,
		url: main.url,
		close: async () => {
			await Promise.all(workers.map(async (worker) => await worker.stop()));
			await main.stop();
			await redis.stop();
			await simulator.close();
			home.close();
		},
	};
}

function startRedis(home: Home, port: number): RunningProcess {
	const settings = [
		'--port',
		String(port),
		'--bind',
		'127.0.0.1',
		'--save',
		'',
		'--appendonly',
		'no',
	];
	return startProcess('redis-server', settings, {
		cwd: home.folder,
		env: { PATH: '/usr/local/bin:/usr/bin:/bin' },
		logFile: path.join(home.folder, 'redis.log'),
	});
}

async function startWorker(home: Home, env: Record<string, string>): Promise<RunningProcess> {
	const healthPort = await freePort();
	const worker = await startN8n({
		installation: current,
		home,
		parameters: ['worker', '--concurrency=2'],
		env: {
			...env,
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: String(healthPort),
		},
	});
	await waitFor('a worker to be ready', START_LIMIT_MS, async () => {
		if (!worker.isRunning()) throw new Error(`The worker ended:\n${worker.log()}`);
		const url = `http://127.0.0.1:${healthPort}/healthz/readiness`;
		const answer = await fetch(url).catch(() => null);
		return answer?.ok ? true : undefined;
	});
	return worker;
}

/** Writes that many pictures into a folder of their own; returns the pattern that selects them. */
export function putPictures(home: Home, folder: string, count: number, bytes: Uint8Array): string {
	const target = path.join(home.files, folder);
	fs.mkdirSync(target);
	for (let number = 1; number <= count; number += 1) {
		fs.writeFileSync(path.join(target, `${folder}-${String(number).padStart(2, '0')}.png`), bytes);
	}
	return path.join(target, '*.png');
}
