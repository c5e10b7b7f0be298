import { startSimulator } from '../../simulator';
import { nodeProcess } from '../../support/node';

/** The simulated service in a process of its own, which reads nothing and only counts what it gets. */
async function main(): Promise<void> {
	const simulator = await startSimulator({ recognizer: 'none' });
	const { port } = simulator;
	const [url, secret] = [simulator.url('/general'), simulator.secret('/general')];
	nodeProcess.stdout.write(`${JSON.stringify({ port, url, secret })}\n`);
}

void main();
