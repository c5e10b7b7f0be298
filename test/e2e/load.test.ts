import { fs, nodeProcess, path } from '../support/node';
import { N8nApi } from './support/api';
import { current } from './support/install';
import { installAsCommunityPackage } from './support/pack';
import { makeHome, startServer, type Home } from './support/server';
import { tarballUnderTest } from './support/session';
import { CLOVA_OCR } from './support/workflow';

interface Start {
	milliseconds: number;
	/** Resident memory of n8n's main process after its start. */
	megabytes: number;
	/** Bytes of the list of node types, which the editor downloads. */
	typesBytes: number;
	/** Bytes of our node's and its tool's part in that list. */
	ownBytes: number;
}

/** Starts n8n on a migrated home and measures it. */
async function measure(home: Home): Promise<Start> {
	const server = await startServer({ installation: current, home });
	const status = fs.readFileSync(`/proc/${server.pid}/status`, 'utf8');
	const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
	const api = new N8nApi(server.url);
	await api.logIn();
	const types = await (await api.request('GET', '/types/nodes.json')).text();
	const list = JSON.parse(types) as Array<{ name: string }>;
	const own = list.filter(({ name }) => name.startsWith(CLOVA_OCR));
	await server.stop();
	return {
		milliseconds: server.startedInMs,
		megabytes: kilobytes / 1024,
		typesBytes: types.length,
		ownBytes: JSON.stringify(own).length,
	};
}

function middle(values: number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

test('the package is a light guest: what it adds to start, memory and the editor', async () => {
	const home = makeHome();
	const first = await startServer({ installation: current, home });
	await new N8nApi(first.url).setUpOwner();
	await first.stop();
	const packageFolder = await installAsCommunityPackage(tarballUnderTest(), home.folder);
	const aside = path.join(home.folder, 'aside');
	const without: Start[] = [];
	const with_: Start[] = [];
	// In turns, since other work on the machine slows down one after the other.
	for (let round = 0; round < 3; round += 1) {
		with_.push(await measure(home));
		fs.renameSync(packageFolder, aside);
		without.push(await measure(home));
		fs.renameSync(aside, packageFolder);
	}
	const added = (key: keyof Start) =>
		middle(with_.map((each) => each[key])) - middle(without.map((each) => each[key]));
	const own = with_[0]?.ownBytes ?? 0;
	nodeProcess.stderr.write(
		`load: start ${added('milliseconds').toFixed(0)} ms later, ` +
			`${added('megabytes').toFixed(0)} MB more, ` +
			`${(own / 1024).toFixed(0)} KB of ${((with_[0]?.typesBytes ?? 0) / 1048576).toFixed(1)} MB for the editor, ` +
			`tarball ${(fs.statSync(tarballUnderTest()).size / 1024).toFixed(0)} KB\n`,
	);
	expect(own).toBeGreaterThan(0);
	expect(own).toBeLessThan(200 * 1024);
	home.close();
});
