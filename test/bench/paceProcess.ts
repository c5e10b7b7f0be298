import { createInterface, nodeProcess } from '../support/node';
import { fileItem, jsonOf, parametersFor, picture, runOcr } from '../support/ocrRun';

/**
 * One n8n process of the pace bench: says `ready`, reads its documents when told so, and says how
 * many came out right. Arguments: invoke URL, secret key, number of documents, Max Concurrency.
 */
async function main([url, secret, count, maxConcurrency]: string[]): Promise<void> {
	const service = { url: () => url, secret: () => secret };
	const parameters = parametersFor('extractText', {
		options: { maxConcurrency: Number(maxConcurrency) },
	});
	const items = Array.from({ length: Number(count) }, (_, n) => fileItem(`${n}.png`, picture(n)));
	await runOcr(service, parameters, [fileItem('warm-up.png')]);
	const input = createInterface({ input: nodeProcess.stdin });
	say('ready');
	await input.question('');
	input.close();
	const result = await runOcr(service, parameters, items, { onError: 'continueRegularOutput' });
	say(String(jsonOf(result).filter(({ text }, n) => text === `${n}.png`).length));
}

function say(line: string): void {
	nodeProcess.stdout.write(`${line}\n`);
}

main(nodeProcess.argv.slice(2)).catch((error: unknown) => {
	nodeProcess.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : ''}\n`);
	nodeProcess.exitCode = 1;
});
