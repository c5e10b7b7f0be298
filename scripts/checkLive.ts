import { resolveEndpoint, type ApiPath } from '../nodes/ClovaOcr/clova/endpoint';
import { namesByPath } from '../nodes/ClovaOcr/operations';
import { apiPaths } from '../test/support/apis';
import { nodeProcess } from '../test/support/node';
import { samplesFor } from './live/calls';
import { checkDomain } from './live/check';
import { reportOf } from './live/report';
import { Terminal } from './live/terminal';

const INTRODUCTION = `This sends sample documents to your CLOVA OCR domain and looks at the shape of the answers.
The calls are billed like any others. The URL and the secret key are neither stored nor shown;
the report holds member names only and is meant to be pasted into an issue.
`;

/** Asks for a domain, sends it the samples, prints what is other than expected. */
async function main(): Promise<void> {
	const terminal = new Terminal();
	try {
		say(INTRODUCTION);
		const invokeUrl = await terminal.ask('APIGW Invoke URL: ');
		const path =
			pathOf(invokeUrl) ?? pathOf(await terminal.ask(`Which API (${apiPaths.join(', ')}): `));
		if (path === null) throw new Error('The URL names no API of CLOVA OCR.');
		const endpoint = resolveEndpoint(invokeUrl, path, namesByPath);
		if (!endpoint.ok) throw new Error(endpoint.problem.message);
		const secret = await terminal.askSecret('Secret Key (not shown): ');
		const count = samplesFor(path).length;
		await terminal.ask(`Press Enter to send ${count} sample${count === 1 ? '' : 's'}. `);
		const outcomes = await checkDomain({ url: endpoint.url, secret }, path, (id) =>
			say(`  reading ${id} …`),
		);
		say(`\n${reportOf(path, outcomes)}`);
	} finally {
		terminal.close();
	}
}

function pathOf(text: string): ApiPath | null {
	const end = text.trim().replace(/\/+$/, '');
	return apiPaths.find((path) => end.endsWith(path)) ?? null;
}

function say(line: string): void {
	nodeProcess.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
	nodeProcess.stderr.write(`${error instanceof Error ? error.message : 'The check failed.'}\n`);
	nodeProcess.exitCode = 1;
});
