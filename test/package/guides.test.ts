import type { INodeProperties } from 'n8n-workflow';

import { ClovaOcrApi } from '../../credentials/ClovaOcrApi.credentials';
import { ClovaOcr } from '../../nodes/ClovaOcr/ClovaOcr.node';
import { asList, asObject, asText, type Json } from '../../nodes/ClovaOcr/shared/json';
import { fs, path, repositoryRoot } from '../support/node';
import { everyText } from '../support/shownTexts';

/**
 * The guides for operations staff, in Korean and Japanese. Bold stands for what is written on the
 * screen and for nothing else, so that every bold text can be held against where it is written.
 * That their links and pictures resolve is a test of all pages, in readme.test.ts.
 */
const { description } = new ClovaOcr();
const credential = new ClovaOcrApi();

const read = (...place: string[]) => fs.readFileSync(path.join(repositoryRoot, ...place), 'utf8');
const pagesOf = (language: string) =>
	fs.readdirSync(path.join(repositoryRoot, 'docs', language)).sort();

function namesIn(properties: INodeProperties[]): string[] {
	return properties.flatMap((property) => [
		property.displayName,
		...(property.options ?? []).flatMap((each) =>
			'type' in each ? namesIn([each]) : 'name' in each ? [each.name] : [],
		),
	]);
}

/** What our own node and credential show. */
const ours = [
	description.displayName,
	credential.displayName,
	'Needs Review',
	...namesIn([...description.properties, ...credential.properties]),
];

/** Names of nodes on the canvas of the examples. */
const nodeNames = fs
	.readdirSync(path.join(repositoryRoot, 'examples'))
	.flatMap((file) => asList(asObject(JSON.parse(read('examples', file)) as Json).nodes))
	.map((node) => asText(asObject(node).name) ?? '');

/** n8n's own, as version 2.41 has them. */
const n8ns = [
	...['Settings', 'Community nodes', 'Install', 'Credentials', 'Save', 'More details'],
	...['Connection tested successfully', 'Import', 'From file', 'Execute workflow', 'Publish'],
	...['On Error', 'Continue (using error output)', 'Binary', 'Download', 'Production URL'],
	...['Save failed production executions', 'Save successful production executions'],
	...['Save manual executions', 'Do not save', 'Schedule Trigger', 'Add option'],
	// Parameters of n8n's nodes in the examples.
	...['Download Attachments', 'Document', 'Sheet', 'Mapping Column Mode', 'Map Automatically'],
	...['From Email', 'To Email', 'Query Auth', 'Name', 'Value', 'JSON', 'Parent Folder'],
	...['File(s) Selector', 'File Path and Name'],
];

/** The console of NAVER Cloud, as NAVER's guides of that language write it. */
const consoles: Record<string, string[]> = {
	ko: ['도메인 생성', '특화 모델', 'API Gateway 연동', '생성', '자동 연동'],
	ja: ['ドメイン作成', '特化モデル', 'API Gateway連携', '作成', '自動連携'],
};
const bothConsoles = [
	...['Menu > All Services > AI Services > CLOVA OCR', 'Domain', 'General/Template'],
	// How the first page says what bold means.
	...['굵은 영어', '太字の英語'],
];

describe.each(['ko', 'ja'])('the guides in %s', (language) => {
	const pages = pagesOf(language);
	const texts = pages.map((page) => read('docs', language, page));

	it('are the same as in the other languages', () => {
		expect(pages.length).toBeGreaterThan(4);
		expect(pages).toEqual(pagesOf('ko'));
		texts.forEach((text, at) => {
			const shape = (page: string) =>
				[...page.matchAll(/^(#+|\d+\.|!|\||-) ?/gm)].map(([, mark]) => mark);
			const other = read('docs', 'ko', pages[at] ?? '');
			expect([pages[at], shape(text)]).toEqual([pages[at], shape(other)]);
			expect(pictures(text)).toEqual(pictures(other));
		});
	});

	it('name only what is written on the screen', () => {
		const known = new Set([
			...ours,
			...nodeNames,
			...n8ns,
			...bothConsoles,
			...(consoles[language] ?? []),
		]);
		const named = texts.flatMap((text) =>
			[...text.matchAll(/\*\*(.+?)\*\*/g)].map(([, name]) => name),
		);
		expect(named.length).toBeGreaterThan(60);
		expect(named.filter((name) => !known.has(name))).toEqual([]);
	});

	it('are linked from their first page, and that from the README', () => {
		const first = read('docs', language, 'README.md');
		const others = pages.filter((page) => page !== 'README.md');
		expect(others.filter((page) => !first.includes(`](${page})`))).toEqual([]);
		expect(read('README.md')).toContain(`](docs/${language}/README.md)`);
	});

	it('quote messages that the node gives', () => {
		const said = everyText().map(({ text }) => text);
		const parts = texts.flatMap((text) => [
			...text.matchAll(/^\| ['"「]([^|]*[a-z] [^|]*?)['"」]/gm),
		]);
		const quoted = parts.map(([, message = '']) => message.replace(/^it is /, ''));
		expect(quoted.length).toBeGreaterThan(2);
		expect(quoted.filter((message) => !said.some((text) => text.includes(message)))).toEqual([]);
	});

	it('quote output keys that the reference knows', () => {
		const reference = read('docs', 'reference.md');
		const keys = texts.flatMap((text) =>
			[...text.matchAll(/`([a-z]+[A-Z]\w+)`/g)].map(([, key]) => key),
		);
		expect(keys.length).toBeGreaterThan(8);
		const known = (key: string) => reference.includes(`\`${key}\``) || key === 'serviceKey';
		expect(keys.filter((key) => !known(key))).toEqual([]);
	});
});

function pictures(text: string): string[] {
	return [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, file]) => file);
}
