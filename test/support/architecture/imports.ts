import ts from 'typescript';

import { fs, path, repositoryRoot } from '../node';

/** What one file takes from one other file or package. */
export interface Import {
	/** The file that imports, from the repository's root, with slashes. */
	from: string;
	/** The file that is imported, likewise; or the name of a package. */
	to: string;
	isPackage: boolean;
	/** The names that are taken; `*` for a whole module. */
	names: string[];
}

/** Every import of a file: types, re-exports, `import()` and `require` too. */
export function importsOf(file: string, text: string, files: ReadonlySet<string>): Import[] {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const found: Import[] = [];
	const add = (specifier: ts.Node | undefined, names: string[]) => {
		if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
		const isPackage = !specifier.text.startsWith('.');
		const to = isPackage ? specifier.text : resolved(file, specifier.text, files);
		found.push({ from: file, to, isPackage, names });
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, namesOf(node.importClause));
		if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, exportedNames(node));
		if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
			add(node.argument.literal, [node.qualifier?.getText() ?? '*']);
		if (ts.isExternalModuleReference(node)) add(node.expression, ['*']);
		if (ts.isCallExpression(node) && isLoading(node)) add(node.arguments[0], ['*']);
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

/** All TypeScript files below some folders, from the repository's root, with their texts. */
export function sourcesBelow(...folders: string[]): Map<string, string> {
	const entries = folders.flatMap((folder) =>
		fs
			.readdirSync(path.join(repositoryRoot, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.ts'))
			.map((name) => path.posix.join(folder, name.split(path.sep).join('/'))),
	);
	return new Map(
		entries.sort().map((file) => [file, fs.readFileSync(path.join(repositoryRoot, file), 'utf8')]),
	);
}

function namesOf(clause: ts.ImportClause | undefined): string[] {
	const bindings = clause?.namedBindings;
	if (clause === undefined || (bindings !== undefined && ts.isNamespaceImport(bindings)))
		return ['*'];
	const named = bindings?.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
	return [...(clause.name === undefined ? [] : ['default']), ...(named ?? [])];
}

function exportedNames({ exportClause }: ts.ExportDeclaration): string[] {
	if (exportClause === undefined || !ts.isNamedExports(exportClause)) return ['*'];
	return exportClause.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
}

function isLoading({ expression }: ts.CallExpression): boolean {
	return (
		expression.kind === ts.SyntaxKind.ImportKeyword ||
		(ts.isIdentifier(expression) && expression.text === 'require')
	);
}

function resolved(file: string, specifier: string, files: ReadonlySet<string>): string {
	const place = path.posix.join(path.posix.dirname(file), specifier);
	const found = [place, `${place}.ts`, `${place}/index.ts`].find((each) => files.has(each));
	return found ?? place;
}
