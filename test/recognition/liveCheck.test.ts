import type { ApiPath } from '../../nodes/ClovaOcr/clova/endpoint';
import {
	asList,
	asObject,
	isObject,
	type Json,
	type JsonObject,
} from '../../nodes/ClovaOcr/shared/json';
import { checkDomain } from '../../scripts/live/check';
import { reportOf } from '../../scripts/live/report';
import { documentSamples } from '../samples';
import {
	defaultDomains,
	startSimulator,
	type DocumentReader,
	type Fault,
	type SimulatorOptions,
} from '../simulator';
import { sampleDocuments, sampleReaders, variantNames } from '../simulator/documents';
import { apiPaths, pathOf } from '../support/apis';
import { nodeProcess, path as paths, spawn } from '../support/node';

jest.setTimeout(60_000);

const DOCUMENT_PATHS = apiPaths.filter((path) => path.startsWith('/document/'));

describe('the live check', () => {
	it.each(DOCUMENT_PATHS)('finds nothing in answers of %s that are as known', async (path) => {
		const report = await checked(path, sampleReaders());
		expect(report).toContain('SUCCESS');
		expect(report).toContain('No deviations.');
	});

	it.each(variantNames().map((name, number) => [name, number] as const))(
		'finds nothing in a receipt %s',
		async (_, number) => {
			expect(await checked('/document/receipt', sampleReaders(number))).toContain('No deviations.');
		},
	);

	it('finds nothing in answers of /general', async () => {
		const corners = [0, 1, 2, 3].map((at) => ({ x: 10 * at, y: 5 }));
		const cell = { row: 0, column: 0, rowSpan: 1, columnSpan: 1, corners };
		const report = await checked('/general', {
			recognizer: async () => ({
				words: [{ text: '글', confidence: 0.9, corners, lineBreak: true }],
				tables: [{ corners, cells: [cell] }],
			}),
		});
		expect(report).toContain('table: SUCCESS');
		expect(report).toContain('No deviations.');
	});

	it('finds nothing in answers of /infer', async () => {
		const report = await checked('/infer', sampleReaders());
		expect(report).toContain('form: SUCCESS');
		expect(report).toContain('No deviations.');
	});

	it('finds nothing in the answer of a domain without tables', async () => {
		const [domain] = defaultDomains().filter(({ kind }) => kind === '/general');
		const report = await checked('/general', {
			recognizer: async () => ({ words: [] }),
			domains: [{ ...domain, tables: false }],
		});
		expect(report).toContain('table: HTTP 400, code 0028');
		expect(report).toContain('letter: FAILURE');
		expect(report).toContain('No deviations.');
	});

	it('reports exactly the three deviations that were planted', async () => {
		const report = await checked('/document/receipt', { documents: planted });
		const findings = report.split('\n').filter((line) => line.startsWith('- `answer.'));
		const known = findings.filter((line) => !/creditCardPrice|subTotalPrice/.test(line));
		expect(report).toContain('3 deviations.');
		expect(known).toEqual([
			expect.stringMatching(
				/^- `answer\.images\[\]\.receipt\.result\.storeInfo\.openingHours`: object \(.*receipt-long/,
			),
			expect.stringMatching(
				/^- `answer\.images\[\]\.receipt\.result\.paymentInfo\.date\.boundingPolys`: list \(/,
			),
			expect.stringMatching(
				/^- `answer\.images\[\]\.receipt\.result\.subTotal`: object instead of list \(/,
			),
		]);
	});

	it('says what was a guess so far: what came, and what did not', async () => {
		const report = await checked('/document/id-card', sampleReaders());
		expect(report).toContain('`answer.images[].idCard.result.ac.serialNum`: list');
		expect(report).toContain('`answer.images[].idCard.result.ac.alienRegNumEtc`: did not come');
	});

	it('says what the node would have a person look at', async () => {
		const documents: DocumentReader = async (query) => {
			const document = await sampleDocuments()(query);
			return document === null ? null : { paper: Object.values(document)[0] ?? null };
		};
		const report = await checked('/document/receipt', { documents });
		expect(report).toMatch(/^- receipt.*: SUCCESS, nothingRead$/m);
	});

	it.each<[Fault, string]>([
		[{ kind: 'encoding', encoding: 'euc-kr', declared: true }, 'not UTF-8'],
		[{ kind: 'encoding', encoding: 'euc-kr', declared: false }, 'not UTF-8'],
		[{ kind: 'doubledPages' }, 'pagesMissing'],
		[{ kind: 'unindexedPages' }, 'pagesMissing'],
	])('tells %j', async (fault, doubt) => {
		const corners = [0, 1, 2, 3].map((at) => ({ x: 10 * at, y: 5 }));
		const word = { text: '글', confidence: 0.9, corners, lineBreak: true };
		const simulator = await startSimulator({ recognizer: async () => ({ words: [word] }) });
		simulator.control({ faults: [{ fault, times: 'always' }] });
		const access = { url: simulator.url('/general'), secret: simulator.secret('/general') };
		const outcomes = await checkDomain(access, '/general');
		await simulator.close();
		const several = outcomes.filter(({ sample }) => sample === 'report');
		expect(several.map(({ doubts }) => doubts)).toEqual([expect.arrayContaining([doubt])]);
	});

	it('tells a refusal by its code', async () => {
		const simulator = await startSimulator(sampleReaders());
		const access = { url: simulator.url('/document/receipt'), secret: 'wrong' };
		const outcomes = await checkDomain(access, '/document/receipt');
		await simulator.close();
		expect(outcomes.map(({ result }) => result)).toEqual(Array(4).fill('HTTP 401, code 0002'));
		expect(reportOf('/document/receipt', outcomes)).toContain('No deviations.');
	});

	it.each(DOCUMENT_PATHS)(
		'never shows a value of %s, even where a value serves as a name',
		async (path) => {
			const documents: DocumentReader = async (query) => {
				const document = await sampleDocuments()(query);
				if (document === null) return null;
				const [[member, content]] = Object.entries(document);
				return { [member]: withNamesFromValues(asObject(content)) };
			};
			const report = await checked(path, { documents });
			const printed = documentSamples
				.filter(({ resource, operation }) => pathOf(resource, operation) === path)
				.flatMap((each) => [...each.draw().marks.values()].map(({ text }) => text))
				.filter((text) => text.length > 2);
			expect(report).toContain('(name not shown)');
			expect(printed.filter((text) => report.includes(text))).toEqual([]);
		},
	);
});

describe('the command', () => {
	it('asks for URL and secret, and shows neither', async () => {
		const simulator = await startSimulator(sampleReaders());
		const [url, secret] = [
			simulator.url('/document/credit-card'),
			simulator.secret('/document/credit-card'),
		];
		const output = await run([url, secret, '']);
		await simulator.close();
		expect(output).toContain('credit-card: SUCCESS');
		expect(output).toContain('No deviations.');
		expect(output).not.toContain(secret);
		expect(output).not.toContain(url);
		expect(output).not.toMatch(/9409|HONG|09\/31/);
	});
});

async function checked(path: ApiPath, options: SimulatorOptions): Promise<string> {
	const simulator = await startSimulator(options);
	try {
		const access = { url: simulator.url(path), secret: simulator.secret(path) };
		return reportOf(path, await checkDomain(access, path));
	} finally {
		await simulator.close();
	}
}

/** A member nobody knows, one that is always there taken away, a list turned into an object. */
const planted: DocumentReader = async (query) => {
	const document = await sampleDocuments()(query);
	if (document === null) return null;
	const result = asObject(asObject(document.receipt).result);
	asObject(result.storeInfo).openingHours = { text: '09:00 - 18:00' };
	delete asObject(asObject(result.paymentInfo).date).boundingPolys;
	result.subTotal = asList(result.subTotal)[0];
	return document;
};

/** Every value once more, as the name of a member. */
function withNamesFromValues(value: JsonObject): JsonObject {
	const members = Object.entries(value).map(([key, inner]): [string, Json] => [key, named(inner)]);
	const texts = Object.values(value).filter((inner) => typeof inner === 'string');
	return Object.fromEntries([...members, ...texts.map((text): [string, Json] => [text, text])]);
}

function named(value: Json): Json {
	if (Array.isArray(value)) return value.map(named);
	return isObject(value) ? withNamesFromValues(value) : value;
}

async function run(lines: string[]): Promise<string> {
	const root = paths.resolve(paths.dirname(require.resolve('../../package.json')));
	const tsx = paths.join(root, 'node_modules/tsx/dist/cli.mjs');
	const child = spawn(nodeProcess.execPath, [tsx, 'scripts/checkLive.ts'], { cwd: root });
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (chunk: Buffer) => {
			output += chunk.toString();
		});
	}
	child.stdin.write(lines.map((line) => `${line}\n`).join(''));
	await new Promise((resolve) => child.once('close', resolve));
	return output;
}
