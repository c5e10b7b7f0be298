import ts from 'typescript';

import {
	conditionVariants,
	expressionVariants,
	returnVariants,
	type Variant,
} from './operators';

/** One change to one place of the sources. */
export interface Mutant {
	/** Where it is switched on by. */
	number: number;
	/** `file:line:column:operator`, by which it is named in reports and on the command line. */
	id: string;
	file: string;
	line: number;
	column: number;
	operator: string;
	/** The text as it stands, and what the mutant makes of it. */
	original: string;
	replacement: string;
	/** The line that it stands in. */
	within: string;
}

export interface Instrumented {
	/** TypeScript still, with every mutant as a branch that asks `__mutant(number)`. */
	code: string;
	mutants: Mutant[];
}

/**
 * Puts all mutants of a file into it side by side, so that one of them can be switched on without
 * loading anything anew.
 * @param first number of the first mutant
 */
export function instrument(file: string, text: string, first: number): Instrumented {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const mutants: Mutant[] = [];
	const lines = text.split('\n');
	const add = (node: ts.Node, { operator, text: replacement }: Variant): number => {
		const number = first + mutants.length;
		const { line, character } = source.getLineAndCharacterOfPosition(node.getStart());
		const place = `${file}:${line + 1}:${character + 1}:${operator.replaceAll(' ', '-')}`;
		const twins = mutants.filter(({ id }) => id === place || id.startsWith(`${place}~`)).length;
		const id = twins === 0 ? place : `${place}~${twins + 1}`;
		const original = node.getText();
		const [at, within] = [{ line: line + 1, column: character + 1 }, lines[line].trim()];
		mutants.push({ number, id, file, ...at, operator, original, replacement, within });
		return number;
	};
	const render = (node: ts.Node): string => {
		if (isTypeOnly(node)) return node.getText();
		let inner = '';
		let at = node.getStart();
		ts.forEachChild(node, (child) => {
			inner += text.slice(at, child.getStart()) + render(child);
			at = child.end;
		});
		inner += text.slice(at, node.end);
		if (isRemovable(node)) {
			// Braces, lest an `else` after it belong to this branch.
			return `{ if (!__mutant(${add(node, { operator: 'removed', text: '' })})) ${inner} }`;
		}
		const variants = ts.isExpression(node) && isMutable(node) ? variantsOf(node) : [];
		const branches = variants.map((variant) => `__mutant(${add(node, variant)}) ? ${variant.text} : `);
		return branches.length === 0 ? inner : `(${branches.join('')}${inner})`;
	};
	return { code: render(source), mutants };
}

function variantsOf(node: ts.Node): Variant[] {
	const forced = [...conditionVariants(node), ...returnVariants(node)];
	// What is noticed when a condition always holds or never does is noticed when it is turned round.
	const both = forced.length > 1;
	const own = expressionVariants(node).filter(({ operator }) => !both || operator !== 'negation');
	const all = [...forced, ...optionalVariants(node), ...own];
	return all.filter(({ text }, index) => all.findIndex((other) => other.text === text) === index);
}

/** The chain with one of its `?.` taken for certain, at the chain's outermost member. */
function optionalVariants(node: ts.Node): Variant[] {
	if (!ts.isOptionalChain(node) || isInsideChain(node)) return [];
	const variants: Variant[] = [];
	for (let link: ts.Node = node; ts.isOptionalChain(link); link = link.expression) {
		if (ts.isNonNullExpression(link) || link.questionDotToken === undefined) continue;
		const { questionDotToken } = link;
		const [from, text] = [questionDotToken.getStart() - node.getStart(), node.getText()];
		const dot = ts.isPropertyAccessExpression(link) ? '.' : '';
		variants.push({ operator: 'chain', text: `${text.slice(0, from)}${dot}${text.slice(from + 2)}` });
	}
	return variants;
}

/** Whether a node is what a chain goes on from; put apart it would end the chain. */
function isInsideChain(node: ts.Node): boolean {
	const { parent } = node;
	if (ts.isNonNullExpression(parent)) return isInsideChain(parent);
	return ts.isOptionalChain(parent) && parent.expression === node;
}

function isMutable(node: ts.Expression): boolean {
	const { parent } = node;
	if (isInsideChain(node) || isAssigned(node)) return false;
	if (ts.isCallExpression(parent) && parent.expression === node) return false;
	const isName =
		('name' in parent && parent.name === node) ||
		('propertyName' in parent && parent.propertyName === node);
	const signed = ts.isNumericLiteral(node) && ts.isPrefixUnaryExpression(parent);
	return !isName && !signed && !isTableCell(node);
}

function isAssigned({ parent }: ts.Node): boolean {
	return ts.isEnumMember(parent) || ts.isDeleteExpression(parent);
}

/** Whether a literal stands in a list or an object beside all functions: data, which tests would only repeat. */
function isTableCell(node: ts.Node): boolean {
	const inList = ts.isArrayLiteralExpression(node.parent) || ts.isPropertyAssignment(node.parent);
	const inner = ts.isPrefixUnaryExpression(node) ? node.operand : node;
	const { TrueKeyword, FalseKeyword } = ts.SyntaxKind;
	const isLiteral = ts.isLiteralExpression(inner) || [TrueKeyword, FalseKeyword].includes(node.kind);
	return inList && isLiteral && isOutside(node);
}

function isRemovable(node: ts.Node): node is ts.ExpressionStatement {
	if (!ts.isExpressionStatement(node)) return false;
	const call = ts.isAwaitExpression(node.expression) ? node.expression.expression : node.expression;
	return ts.isCallExpression(call) && call.expression.kind !== ts.SyntaxKind.SuperKeyword;
}

function isTypeOnly(node: ts.Node): boolean {
	return (
		ts.isTypeNode(node) ||
		ts.isInterfaceDeclaration(node) ||
		ts.isTypeAliasDeclaration(node) ||
		ts.isTypeParameterDeclaration(node) ||
		ts.isImportDeclaration(node) ||
		ts.isExportDeclaration(node)
	);
}

function isOutside(node: ts.Node): boolean {
	return ts.findAncestor(node, ts.isFunctionLike) === undefined;
}
