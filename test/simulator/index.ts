import { applyControl } from './control';
import { defaultDomains, Domains } from './domains';
import { Faults } from './faults';
import { Pace } from './pace';
import { Renderer } from './pictures/renderer';
import { cached } from './recognition/cache';
import { sayName } from './recognition/quick';
import { RealRecognition } from './recognition/real';
import { createServer } from './server';
import type { Service } from './service';
import { Statistics } from './statistics';
import type { http } from '../support/node';
import type { Simulator, SimulatorOptions } from './types';

export { defaultDomains } from './domains';
export type { Fault, FaultMatch, FaultRule } from './faults';
export { readTextLayer } from './recognition/quick';
export type * from './types';

/**
 * Starts a service on loopback that keeps CLOVA OCR's contract: domains, checks, errors, limits,
 * recognition. Threads for pictures and recognition start when first needed; `close` ends all.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const log: string[] = [];
	const real = new RealRecognition();
	const service = createService(options, real, (line) => {
		log.push(line);
		options.onLog?.(line);
	});
	const server = createServer(service);
	const port = await listen(server, options.port ?? 0);
	return {
		port,
		url: (wanted) => {
			const { id, key, kind } = service.domains.get(wanted);
			return `http://127.0.0.1:${port}/custom/v1/${id}/${key}${kind}`;
		},
		secret: (wanted) => service.domains.get(wanted).secret,
		stats: service.stats,
		log,
		control: (command) => applyControl(service, command),
		close: async () => {
			service.pace.close();
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			await Promise.all([closed, service.renderer.close(), real.close()]);
		},
	};
}

function createService(
	options: SimulatorOptions,
	real: RealRecognition,
	log: (line: string) => void,
): Service {
	const { recognizer = real.recognize } = options;
	const stats = new Statistics();
	return {
		domains: new Domains((options.domains ?? defaultDomains()).map((domain) => ({ ...domain }))),
		faults: new Faults(),
		pace: new Pace(options.latency),
		readers: {
			recognize:
				recognizer === 'none' ? sayName : cached(recognizer, () => (stats.recognized += 1)),
			documents: options.documents ?? (async () => null),
		},
		renderer: new Renderer(),
		stats,
		keepsPictures: recognizer !== 'none',
		log,
	};
}

async function listen(server: http.Server, port: number): Promise<number> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('No port');
	return address.port;
}
