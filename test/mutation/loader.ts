import { transformSync } from 'esbuild';
import ts from 'typescript';

import { createRequire, fs, path, repositoryRoot } from '../support/node';
import { declaredBy, type Declared } from './harness';

const load = createRequire(path.join(repositoryRoot, 'package.json'));

/**
 * What stays loaded: the home of n8n is set up once in a process, this folder holds the switch, and the
 * files that know nothing of what is mutated change pdf-lib when they are loaded.
 */
const LASTING = [
	'test/support/n8nHome.ts',
	'test/support/node.ts',
	'test/mutation/',
	'nodes/ClovaOcr/pdf/',
	'nodes/ClovaOcr/tiff/',
	'nodes/ClovaOcr/shared/',
].map((place) => path.join(repositoryRoot, place));
const SOURCES = path.join(repositoryRoot, 'nodes');
const compiled = new Map<string, string>();
/** How many source files are being loaded into one another. */
let depth = 0;
let onSourceLoaded = () => {};

/**
 * From now on TypeScript is loaded as Jest loads it, and some files with their mutants.
 * @param sources TypeScript by file from the root
 * @param loaded called whenever a source file has been loaded with all that it needs
 */
export function installLoader(sources: Record<string, string>, loaded: () => void): void {
	onSourceLoaded = loaded;
	const others = Object.entries(load.extensions);
	for (const [extension] of others) delete load.extensions[extension];
	load.extensions['.ts'] = (module, file) => {
		const own = path.relative(repositoryRoot, file).split(path.sep).join('/');
		let code = compiled.get(file);
		if (code === undefined) {
			code = compile(sources[own] ?? fs.readFileSync(file, 'utf8'), file);
			compiled.set(file, code);
		}
		const isSource = file.startsWith(SOURCES);
		depth += isSource ? 1 : 0;
		try {
			(module as NodeJS.Module & { _compile(code: string, file: string): void })._compile(code, file);
		} finally {
			depth -= isSource ? 1 : 0;
			if (isSource && depth === 0) onSourceLoaded();
		}
	};
	// Where files differ in the extension alone, TypeScript goes before JSON, as under Jest.
	for (const [extension, loadOther] of others) load.extensions[extension] ??= loadOther;
}

function compile(text: string, file: string): string {
	const { mocks, rest } = hoistedMocks(text, file);
	const toCode = (part: string) =>
		transformSync(part, {
			loader: 'ts',
			format: 'cjs',
			target: 'es2022',
			platform: 'node',
			sourcefile: file,
			// As TypeScript does for CommonJS, else our own files would have to be modules.
			supported: { 'dynamic-import': false },
			tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
		}).code;
	return mocks === '' ? toCode(rest) : `${toCode(mocks)}\n${toCode(rest)}`;
}

/** What a test puts in the place of a module goes before its imports, as ts-jest does it. */
function hoistedMocks(text: string, file: string): { mocks: string; rest: string } {
	if (!text.includes('jest.mock(')) return { mocks: '', rest: text };
	const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const isMock = (statement: ts.Statement) => statement.getText().startsWith('jest.mock(');
	const textOf = (list: ts.Statement[]) => list.map((statement) => statement.getText()).join('\n');
	return {
		mocks: textOf(statements.filter(isMock)),
		rest: textOf(statements.filter((statement) => !isMock(statement))),
	};
}

/** Our modules that are loaded, the sources and all that could know them. */
function takeOut(): Map<string, NodeJS.Module | undefined> {
	const taken = new Map<string, NodeJS.Module | undefined>();
	for (const file of Object.keys(load.cache)) {
		const lasting = LASTING.some((place) => file.startsWith(place));
		if (lasting || !file.startsWith(repositoryRoot) || file.includes('node_modules')) continue;
		taken.set(file, load.cache[file]);
		delete load.cache[file];
	}
	return taken;
}

/** Does work in a world where none of our modules has been loaded yet; the old ones stand again after it. */
export async function inNewWorld<T>(work: () => Promise<T>): Promise<T> {
	const before = takeOut();
	try {
		return await work();
	} finally {
		takeOut();
		for (const [file, module] of before) load.cache[file] = module;
	}
}

/** Loads a file of tests; one that replaces modules gets all modules for itself. */
export function loadTests(file: string): Declared {
	const place = path.join(repositoryRoot, file);
	const here = createRequire(place);
	const replaces = fs.readFileSync(place, 'utf8').includes('jest.mock(');
	const before = replaces ? takeOut() : new Map<string, NodeJS.Module | undefined>();
	delete load.cache[place];
	try {
		return declaredBy(() => load(place), {
			requireActual: (name) => here(String(name)),
			mock: (name, factory) => {
				const replaced = here.resolve(String(name));
				const exports: unknown = typeof factory === 'function' ? factory() : undefined;
				const module = load.cache[replaced];
				if (!before.has(replaced)) before.set(replaced, module);
				load.cache[replaced] = Object.assign(Object.create(module ?? null), { exports });
			},
		});
	} finally {
		if (replaces) {
			takeOut();
			for (const [kept, module] of before) load.cache[kept] = module;
		}
	}
}
