import ts from 'typescript';

/** Another text in the place of a node, and what kind of change it is. */
export interface Variant {
	operator: string;
	text: string;
}

const { SyntaxKind } = ts;

const COMPARISONS = new Map<ts.SyntaxKind, Record<string, string>>([
	[SyntaxKind.LessThanToken, { boundary: '<=', negation: '>=' }],
	[SyntaxKind.LessThanEqualsToken, { boundary: '<', negation: '>' }],
	[SyntaxKind.GreaterThanToken, { boundary: '>=', negation: '<=' }],
	[SyntaxKind.GreaterThanEqualsToken, { boundary: '>', negation: '<' }],
	[SyntaxKind.EqualsEqualsEqualsToken, { negation: '!==' }],
	[SyntaxKind.ExclamationEqualsEqualsToken, { negation: '===' }],
]);

const ARITHMETIC = new Map<ts.SyntaxKind, string>([
	[SyntaxKind.PlusToken, '-'],
	[SyntaxKind.MinusToken, '+'],
	[SyntaxKind.AsteriskToken, '/'],
	[SyntaxKind.SlashToken, '*'],
	[SyntaxKind.PercentToken, '*'],
	[SyntaxKind.PlusEqualsToken, '-='],
	[SyntaxKind.MinusEqualsToken, '+='],
]);

const OPPOSITE_METHODS = new Map([
	['some', 'every'],
	['every', 'some'],
	['min', 'max'],
	['max', 'min'],
]);

/** Larger numbers are measures found by trying, which no test should pin. */
const LARGEST_NUMBER = 10;

/** What could be wrong with one expression without a look at its surroundings but its parent. */
export function expressionVariants(node: ts.Node): Variant[] {
	if (ts.isBinaryExpression(node)) return binaryVariants(node);
	if (ts.isPrefixUnaryExpression(node)) return unaryVariants(node);
	if (ts.isNumericLiteral(node)) return numberVariants(node);
	if (node.kind === SyntaxKind.TrueKeyword) return [{ operator: 'boolean', text: 'false' }];
	if (node.kind === SyntaxKind.FalseKeyword) return [{ operator: 'boolean', text: 'true' }];
	if (ts.isCallExpression(node)) return methodVariants(node);
	return [];
}

function binaryVariants({ left, operatorToken, right }: ts.BinaryExpression): Variant[] {
	const [a, b] = [left.getText(), right.getText()];
	const comparison = Object.entries(COMPARISONS.get(operatorToken.kind) ?? {});
	if (comparison.length > 0) {
		return comparison.map(([operator, sign]) => ({ operator, text: `(${a}) ${sign} (${b})` }));
	}
	const arithmetic = ARITHMETIC.get(operatorToken.kind);
	if (arithmetic !== undefined) {
		const words = [left, right].some((side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side));
		const assigns = arithmetic.endsWith('=');
		return words ? [] : [{ operator: 'arithmetic', text: `${assigns ? a : `(${a})`} ${arithmetic} (${b})` }];
	}
	switch (operatorToken.kind) {
		case SyntaxKind.AmpersandAmpersandToken:
			return [{ operator: 'logic', text: `(${a}) || (${b})` }];
		case SyntaxKind.BarBarToken:
			return [{ operator: 'logic', text: `(${a}) && (${b})` }];
		case SyntaxKind.QuestionQuestionToken:
			return [{ operator: 'default', text: a }];
		default:
			return [];
	}
}

function unaryVariants({ operator, operand }: ts.PrefixUnaryExpression): Variant[] {
	if (operator === SyntaxKind.ExclamationToken) return [{ operator: 'not', text: operand.getText() }];
	if (operator === SyntaxKind.MinusToken) return [{ operator: 'sign', text: `+${operand.getText()}` }];
	return [];
}

function numberVariants(node: ts.NumericLiteral): Variant[] {
	const value = Number(node.text);
	const used = Number.isInteger(value) && value <= LARGEST_NUMBER;
	return used ? [{ operator: 'number', text: String(value + 1) }] : [];
}

function methodVariants({ expression, arguments: given }: ts.CallExpression): Variant[] {
	if (!ts.isPropertyAccessExpression(expression) || ts.isOptionalChain(expression)) return [];
	const opposite = OPPOSITE_METHODS.get(expression.name.text);
	// With a single number there is no greater one.
	const single = given.length === 1 && !ts.isSpreadElement(given[0]);
	if (opposite === undefined || (expression.expression.getText() === 'Math' && single)) return [];
	const list = given.map((argument) => argument.getText()).join(', ');
	return [{ operator: 'method', text: `${expression.expression.getText()}.${opposite}(${list})` }];
}

/** A condition that holds always, and one that never does; a loop that never ends is no change worth a look. */
export function conditionVariants(node: ts.Node): Variant[] {
	const { parent } = node;
	const loop = ts.isWhileStatement(parent) || ts.isDoStatement(parent) || ts.isForStatement(parent);
	const branch = ts.isIfStatement(parent) || loop;
	const isCondition =
		(ts.isConditionalExpression(parent) && parent.condition === node) ||
		(ts.isForStatement(parent) && parent.condition === node) ||
		(branch && !ts.isForStatement(parent) && parent.expression === node);
	if (!isCondition || isBoolean(node)) return [];
	const never = { operator: 'never', text: 'false' };
	return loop ? [never] : [{ operator: 'always', text: 'true' }, never];
}

/** The emptied value of a `return`, or of a function that is one expression. */
export function returnVariants(node: ts.Node): Variant[] {
	const { parent } = node;
	const isReturned =
		(ts.isReturnStatement(parent) && parent.expression === node) ||
		(ts.isArrowFunction(parent) && parent.body === node && !ts.isBlock(node));
	if (!isReturned || isBoolean(node)) return [];
	return emptied(node).filter(({ text }) => text !== node.getText());
}

function emptied(node: ts.Node): Variant[] {
	const type = returnTypeOf(node);
	const returns = (text: string): Variant => ({ operator: `return ${text}`, text });
	if (type === 'boolean' || type.includes(' is ') || (type === '' && judges(node)))
		return [returns('true'), returns('false')];
	if (type.endsWith('[]') || /^(Readonly)?Array</.test(type)) return [returns('[]')];
	if (type === 'string') return [returns("''")];
	if (type === 'number') return [returns('0')];
	const nothing = ['null', 'undefined', '[]', '{}'].includes(node.getText());
	return nothing ? [] : [returns(type.includes('| null') ? 'null' : 'undefined')];
}

function returnTypeOf(node: ts.Node): string {
	const owner = ts.findAncestor(node.parent, ts.isFunctionLike);
	const type = owner?.type?.getText() ?? '';
	return /^Promise<(.*)>$/s.exec(type)?.[1] ?? type;
}

/** Whether an expression says yes or no, by its look. */
function judges(node: ts.Node): boolean {
	if (ts.isParenthesizedExpression(node)) return judges(node.expression);
	if (ts.isPrefixUnaryExpression(node)) return node.operator === SyntaxKind.ExclamationToken;
	if (!ts.isBinaryExpression(node)) return false;
	const { kind } = node.operatorToken;
	const joined = kind === SyntaxKind.AmpersandAmpersandToken || kind === SyntaxKind.BarBarToken;
	return COMPARISONS.has(kind) || (joined && judges(node.right));
}

function isBoolean({ kind }: ts.Node): boolean {
	return kind === SyntaxKind.TrueKeyword || kind === SyntaxKind.FalseKeyword;
}
