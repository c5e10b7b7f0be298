import ts from 'typescript';

import { fs, path, repositoryRoot } from './node';
import { filesBelow } from './files';

/** A text in the sources and where it stands. */
export interface ShownText {
	/** File and line, such as `nodes/ClovaOcr/run.ts:12`. */
	place: string;
	text: string;
}

const sources = ['nodes', 'credentials'].flatMap((folder) =>
	filesBelow(path.join(repositoryRoot, folder))
		.filter((name) => name.endsWith('.ts'))
		.map((name) => parse(path.join(folder, name))),
);

function parse(file: string): ts.SourceFile {
	const text = fs.readFileSync(path.join(repositoryRoot, file), 'utf8');
	return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

function nodesOf(root: ts.Node): ts.Node[] {
	const found: ts.Node[] = [];
	const visit = (node: ts.Node) => {
		found.push(node);
		ts.forEachChild(node, visit);
	};
	visit(root);
	return found;
}

const everyNode = sources.flatMap(nodesOf);

function placeOf(node: ts.Node): string {
	const file = node.getSourceFile();
	const { line } = file.getLineAndCharacterOfPosition(node.getStart());
	return `${file.fileName}:${line + 1}`;
}

/** Every text literal of the node and the credential, parts of templates apart; what they import excepted. */
export function everyText(): ShownText[] {
	return everyNode.flatMap((node) => {
		if (!ts.isStringLiteralLike(node) && !isTemplatePart(node)) return [];
		const imported = ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent);
		return imported ? [] : [{ place: placeOf(node), text: node.text }];
	});
}

function isTemplatePart(
	node: ts.Node,
): node is ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail {
	return ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
}

/**
 * What the makers of problems say that a person can do: the description of every `finalProblem`,
 * every explained code and every refused option, and the credential test's messages, in each of
 * their forms. Descriptions that are only handed on, and so are written elsewhere, are left out.
 */
export function everyAdvice(): ShownText[] {
	return everyNode.flatMap((node) => {
		const advice = adviceIn(node);
		if (advice === undefined) return [];
		return formsOf(advice)
			.filter((text) => text.trim() !== '' || ts.isStringLiteralLike(advice))
			.map((text) => ({ place: placeOf(node), text }));
	});
}

/** Which argument of a maker says what to do. */
const MAKERS: Record<string, number> = { finalProblem: 1, unusable: 2, rule: 2 };

function adviceIn(node: ts.Node): ts.Expression | undefined {
	if (ts.isCallExpression(node)) return node.arguments[MAKERS[node.expression.getText()] ?? -1];
	if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'description') return undefined;
	const beside = ts.isObjectLiteralExpression(node.parent) ? node.parent.properties : [];
	return beside.some(({ name }) => name?.getText() === 'retry') ? node.initializer : undefined;
}

/** Texts of constants by their names, for templates that hold them. */
const constants = new Map(
	everyNode.flatMap((node) =>
		ts.isVariableDeclaration(node) && node.initializer && ts.isStringLiteralLike(node.initializer)
			? [[node.name.getText(), node.initializer.text] as const]
			: [],
	),
);

/** Texts that functions return, by the functions' names. */
const returned = new Map<string, string[]>();
for (const node of everyNode) {
	if (!ts.isFunctionDeclaration(node) || node.name === undefined) continue;
	if (node.type?.getText() !== 'string') continue;
	const results = nodesOf(node).filter(ts.isReturnStatement);
	returned.set(
		node.name.text,
		results.flatMap(({ expression }) => (expression ? formsOf(expression) : [])),
	);
}

/** All texts that an expression can give; what is not known from the source counts as nothing. */
function formsOf(node: ts.Expression): string[] {
	if (ts.isStringLiteralLike(node)) return [node.text];
	if (ts.isIdentifier(node)) return [constants.get(node.text) ?? ''];
	if (ts.isParenthesizedExpression(node)) return formsOf(node.expression);
	if (ts.isConditionalExpression(node)) {
		return [...formsOf(node.whenTrue), ...formsOf(node.whenFalse)];
	}
	if (ts.isBinaryExpression(node)) {
		const [left, right] = [formsOf(node.left), formsOf(node.right)];
		if (node.operatorToken.kind === ts.SyntaxKind.PlusToken) return joined(left, right);
		return [...left, ...right];
	}
	if (ts.isCallExpression(node)) return returned.get(node.expression.getText()) ?? [''];
	if (!ts.isTemplateExpression(node)) return [''];
	return node.templateSpans.reduce(
		(before, span) => joined(joined(before, formsOf(span.expression)), [span.literal.text]),
		[node.head.text],
	);
}

function joined(left: string[], right: string[]): string[] {
	return left.flatMap((one) => right.map((other) => one + other));
}
