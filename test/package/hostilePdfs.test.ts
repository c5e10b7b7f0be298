import { execFile, nodeProcess, path, promisify, repositoryRoot } from '../support/node';
import type { Cost } from '../support/pdf/hostileJob';

jest.setTimeout(120_000);

const MOST = { ms: 2000, stallMs: 100, grownMb: 300 };
let costs: Cost[] = [];

/** The bundle, in a process of its own: there alone can be seen what it takes. */
async function run(names: string[]): Promise<Cost[]> {
	const bundle = path.join(repositoryRoot, 'dist/nodes/ClovaOcr/pdf/pdf.js');
	const job = [
		'--expose-gc',
		'--import',
		'tsx',
		'test/support/pdf/hostileJob.ts',
		bundle,
		...names,
	];
	const { stdout } = await promisify(execFile)(nodeProcess.execPath, job, { cwd: repositoryRoot });
	return stdout
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as Cost);
}

function dear({ ms, stallMs, grownMb }: Cost): boolean {
	return ms > MOST.ms || stallMs > MOST.stallMs || grownMb > MOST.grownMb;
}

beforeAll(async () => (costs = await run([])));

test('there are more than forty of them, all small', () => {
	expect(costs.length).toBeGreaterThan(40);
	expect(costs.filter(({ size }) => size > 2_500_000)).toEqual([]);
});

test('each is refused for what it is, or read', () => {
	expect(costs.filter(({ kind, wanted }) => kind !== (wanted ?? kind))).toEqual([]);
	expect(costs.filter(({ kind }) => kind.startsWith('thrown'))).toEqual([]);
});

test('none takes more than two seconds, 300 MB or a tenth of a second at a time', async () => {
	let left = costs.filter(dear);
	// Other work on the machine only ever adds: what was cheap once is cheap.
	for (let round = 0; round < 3 && left.length > 0; round++) {
		left = (await run(left.map(({ name }) => name))).filter(dear);
	}
	expect(left).toEqual([]);
});
