import { nodeProcess } from '../support/node';
import { sampleReaders } from './documents';
import { defaultDomains, startSimulator } from './index';

const USUAL_PORT = 8787;

/** Starts a simulator to play with: one domain of every kind on a port that stays the same. */
async function main(): Promise<void> {
	const port = Number(nodeProcess.argv[2] ?? USUAL_PORT);
	const simulator = await startSimulator({ ...sampleReaders(), port, onLog: say });
	say(`CLOVA OCR simulator on http://127.0.0.1:${simulator.port}\n`);
	for (const { kind } of defaultDomains()) {
		say(`${kind}\n  invoke URL  ${simulator.url(kind)}\n  secret key  ${simulator.secret(kind)}`);
	}
	say('\nStatistics: GET /control. Faults: POST /control. Ctrl+C ends it.\n');
	const stop = () => void simulator.close();
	nodeProcess.once('SIGINT', stop);
	nodeProcess.once('SIGTERM', stop);
}

function say(line: string): void {
	nodeProcess.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
	say(error instanceof Error ? error.message : String(error));
	nodeProcess.exitCode = 1;
});
