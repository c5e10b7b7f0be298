import { circlesIn } from '../support/architecture/circles';
import { importsOf, sourcesBelow, type Import } from '../support/architecture/imports';
import { pictureOf, PLAN, type Room } from '../support/architecture/plan';
import { fs, path, repositoryRoot } from '../support/node';

const HOUSE = 'nodes/ClovaOcr';
const sources = sourcesBelow(HOUSE, 'credentials');
const imports = importsIn(sources);

describe('the sources keep to the plan', () => {
	test('every folder has its line', () => {
		const folders = [...sources.keys()].map((file) => roomNameOf(file));
		expect([...new Set(folders)].sort()).toEqual(PLAN.map(({ name }) => name).sort());
	});

	test('a file imports only from rooms that its own may', () => {
		expect([...new Set(imports.flatMap(wrongArrow))]).toEqual([]);
	});

	test('no arrow is allowed that nobody needs', () => {
		const drawn = new Set(imports.map(({ from, to }) => `${roomNameOf(from)} > ${roomNameOf(to)}`));
		const allowed = PLAN.flatMap(({ name, rooms }) => rooms.map((room) => `${name} > ${room}`));
		expect(allowed.filter((arrow) => !drawn.has(arrow))).toEqual([]);
	});

	test('arrows go down the plan only', () => {
		const line = (room: string) => PLAN.findIndex(({ name }) => name === room);
		const upward = PLAN.flatMap(({ name, rooms }) =>
			rooms.filter((to) => line(to) <= line(name)).map((to) => `${name} > ${to}`),
		);
		expect(upward).toEqual([]);
	});

	test('no files and no folders import each other in a circle', () => {
		expect(circlesIn(imports)).toEqual([]);
	});

	test('the only packages are n8n-workflow and, inside of the PDF part, pdf-lib, its deflater and ciphers', () => {
		const packages = imports
			.filter(({ to, isPackage }) => isPackage && to !== 'n8n-workflow')
			.filter(
				({ from, to }) =>
					!(from.startsWith(`${HOUSE}/pdf/`) && /^(pako|pdf-lib|@noble\/)/.test(to)),
			);
		expect(packages).toEqual([]);
	});
});

describe('the check catches', () => {
	const planted: Array<[what: string, file: string, line: string]> = [
		['n8n in reading', 'reading/values/amount.ts', "import { sleep } from 'n8n-workflow';"],
		["n8n's types in reading", 'reading/page.ts', "type C = import('n8n-workflow').IDataObject;"],
		['an operation in clova', 'clova/call.ts', "export * from '../operations';"],
		['the context in pdf', 'pdf/pdf.ts', "import type { IExecuteFunctions } from 'n8n-workflow';"],
		[
			'the context in clova',
			'clova/send.ts',
			"import type { IExecuteFunctions } from 'n8n-workflow';",
		],
		['the whole of n8n in clova', 'clova/send.ts', "import * as n8n from 'n8n-workflow';"],
		['run in output', 'output/items.ts', "const run = await import('../run');"],
		['input in reading', 'reading/page.ts', "const open = require('../input/open');"],
		['a folder without a line', 'reading/newRoom/new.ts', "import '../page';"],
	];

	test.each(planted)('%s', (_, file, line) => {
		const found = importsOf(`${HOUSE}/${file}`, line, new Set(sources.keys()));
		expect(found.flatMap(wrongArrow)).toHaveLength(1);
	});

	test('a circle of files, and one of folders that no files close', () => {
		const arrow = (from: string, to: string): Import => ({ from, to, isPackage: false, names: [] });
		expect(circlesIn([arrow('a/x.ts', 'a/y.ts'), arrow('a/y.ts', 'a/x.ts')])).toEqual([
			'a: x.ts > y.ts > x.ts',
		]);
		expect(circlesIn([arrow('a/x/1.ts', 'a/y/1.ts'), arrow('a/y/2.ts', 'a/x/2.ts')])).toEqual([
			'a: x > y > x',
		]);
	});
});

test('CONTRIBUTING shows the plan as it is', () => {
	const guide = fs.readFileSync(path.join(repositoryRoot, 'CONTRIBUTING.md'), 'utf8');
	const [, shown] = /```plan\n([\s\S]*?)```/.exec(guide) ?? [];
	expect(shown).toBe(pictureOf(PLAN));
});

function importsIn(texts: ReadonlyMap<string, string>): Import[] {
	const files = new Set(texts.keys());
	return [...texts].flatMap(([file, text]) => importsOf(file, text, files));
}

/** The name of the line of the plan that a file belongs to. */
function roomNameOf(file: string): string {
	if (!file.startsWith(`${HOUSE}/`)) return path.posix.dirname(file);
	const folder = path.posix.dirname(path.posix.relative(HOUSE, file));
	if (folder !== '.') return folder;
	return path.posix.basename(file) === 'problem.ts' ? 'problem' : '(top)';
}

/** What the plan has against an import, in words; nothing where it allows it. */
function wrongArrow({ from, to, isPackage, names }: Import): string[] {
	const room = PLAN.find(({ name }) => name === roomNameOf(from));
	if (room === undefined) return [`${from}: its folder has no line in the plan`];
	if (isPackage) {
		const forbidden = to === 'n8n-workflow' ? names.filter((name) => !mayTake(room, name)) : [];
		return forbidden.length === 0 ? [] : [`${from} takes ${forbidden.join(', ')} from n8n`];
	}
	return mayImport(room, roomNameOf(to)) ? [] : [`${from} imports ${to}`];
}

function mayTake({ n8n }: Room, name: string): boolean {
	return n8n === 'everything' || n8n.includes(name);
}

/** A room is open to itself and to the rooms inside of it. */
function mayImport({ name, rooms }: Room, to: string): boolean {
	return (
		to === name || name.startsWith(`${to}/`) || to.startsWith(`${name}/`) || rooms.includes(to)
	);
}
