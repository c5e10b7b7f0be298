import { createInterface, nodeProcess } from '../support/node';
import { paceJob, warmUp } from './paceJob';

/**
 * One n8n process of the pace bench: says `ready`, reads its documents when told so, and says how
 * many came out right. Arguments: invoke URL, secret key, number of documents, Max Concurrency.
 */
async function main([url, secret, count, maxConcurrency]: string[]): Promise<void> {
	const service = { url: () => url, secret: () => secret };
	const run = paceJob(service, Number(count), Number(maxConcurrency));
	await warmUp(service);
	const input = createInterface({ input: nodeProcess.stdin });
	say('ready');
	await input.question('');
	input.close();
	say(String(await run()));
}

function say(line: string): void {
	nodeProcess.stdout.write(`${line}\n`);
}

main(nodeProcess.argv.slice(2)).catch((error: unknown) => {
	nodeProcess.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : ''}\n`);
	nodeProcess.exitCode = 1;
});
