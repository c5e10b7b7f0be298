import { PDFArray, PDFDict, PDFName, PDFNumber, PDFStream, type PDFObject } from 'pdf-lib';

import type { Area } from '../page/attributes';
import { IDENTITY, multiply, type Matrix } from '../page/matrix';
import { decodeContent } from '../file/content';
import { breathe } from '../tick';
import { tokensOf, type Token } from './tokens';

/** A picture that a page draws. */
export interface DrawnPicture {
	stream: PDFStream;
	/** From the unit square of a picture to page units. */
	matrix: Matrix;
	/** What may be seen of it, in page units. */
	clip: Area;
}

const TOKENS_PER_LOOK = 4096;
const MAX_FORMS = 8;

/** Operators that draw nothing and change nothing that counts here. */
const HARMLESS = new Set(
	(
		'w J j M d ri i g G rg RG k K cs CS sc scn SC SCN BT ET Tf Td TD Tm T* Tc Tw Tz TL Ts ' +
		'BMC BDC EMC MP DP BX EX'
	).split(' '),
);
/** Operators of paths that draw nothing by themselves. */
const PATH = new Set('m l c v y h re W W* n'.split(' '));
const SHOW_TEXT = new Set(['Tj', 'TJ', "'", '"']);
const INVISIBLE = 3;

const EVERYWHERE: Area = { left: -Infinity, bottom: -Infinity, right: Infinity, top: Infinity };

interface State {
	matrix: Matrix;
	textMode: number;
	clip: Area;
}

/**
 * The pictures that a page's content draws, in order; or null where it draws anything else that can be
 * seen: text, lines, shadings, or pictures that are faded or cut by more than a rectangle.
 * Invisible text, as recognition lays over scans, counts as nothing.
 */
export async function drawnPictures(
	contents: PDFObject | undefined,
	resources: PDFDict,
): Promise<DrawnPicture[] | null> {
	const reader = new ContentReader();
	const seen = await reader.read(contents, resources, START, 0);
	return seen ? reader.pictures : null;
}

const START: State = { matrix: IDENTITY, textMode: 0, clip: EVERYWHERE };

class ContentReader {
	readonly pictures: DrawnPicture[] = [];
	/** The rectangles of the path that is being made; null once it has anything else. */
	private path: Area[] | null = [];

	/** @returns false where something else is drawn, or the content cannot be read */
	async read(
		contents: PDFObject | undefined,
		resources: PDFDict,
		start: State,
		depth: number,
	): Promise<boolean> {
		const { data, whole } = await decodeContent(resources.context, contents);
		if (!whole) return false;
		const saved: State[] = [];
		let state = start;
		let operands: Token[] = [];
		let count = 0;
		for (const token of tokensOf(data.toString('latin1'))) {
			if (++count % TOKENS_PER_LOOK === 0) await breathe();
			if (token.kind !== 'operator') {
				operands.push(token);
				continue;
			}
			const { text } = token;
			if (text === 'q') saved.push(state);
			else if (text === 'Q') state = saved.pop() ?? start;
			else if (text === 'cm')
				state = { ...state, matrix: multiply(matrixOf(operands), state.matrix) };
			else if (text === 'Tr') state = { ...state, textMode: numbersOf(operands)[0] ?? 0 };
			else if (text === 'Do') {
				if (!(await this.draw(operands, resources, state, depth))) return false;
			} else if (PATH.has(text)) {
				const clip = this.clipped(text, numbersOf(operands), state);
				if (clip === null) return false;
				state = { ...state, clip };
			} else if (!isInvisible(text, operands, resources, state)) return false;
			operands = [];
		}
		return true;
	}

	/** Follows a path, which may cut what comes but not be drawn. @returns the new clip; null for one of another shape */
	private clipped(operator: string, numbers: number[], state: State): Area | null {
		if (operator === 'n') this.path = [];
		else if (operator === 're') {
			const [x = 0, y = 0, width = 0, height = 0] = numbers;
			this.path?.push(boundsOf(multiply([width, 0, 0, height, x, y], state.matrix)));
		} else if (operator === 'W' || operator === 'W*') {
			return this.path?.length === 1 ? overlap(state.clip, this.path[0]) : null;
		} else this.path = null;
		return state.clip;
	}

	private async draw(
		operands: Token[],
		resources: PDFDict,
		state: State,
		depth: number,
	): Promise<boolean> {
		const object = resourceOf(resources, 'XObject', operands);
		if (!(object instanceof PDFStream)) return true;
		const subtype = object.dict.lookup(PDFName.of('Subtype'));
		if (subtype === PDFName.of('Image')) {
			this.pictures.push({ stream: object, matrix: state.matrix, clip: state.clip });
			return true;
		}
		// A group may be faded as a whole.
		if (depth >= MAX_FORMS || object.dict.has(PDFName.of('SMask'))) return false;
		const own = object.dict.lookup(PDFName.of('Resources'));
		const matrix = multiply(arrayMatrix(object.dict.lookup(PDFName.of('Matrix'))), state.matrix);
		const box = boundsOf(multiply(boxMatrix(object.dict.lookup(PDFName.of('BBox'))), matrix));
		const inside = { ...state, matrix, clip: overlap(state.clip, box) };
		return await this.read(object, own instanceof PDFDict ? own : resources, inside, depth + 1);
	}
}

/** Whether an operator leaves nothing on the page that could be seen. */
function isInvisible(
	operator: string,
	operands: Token[],
	resources: PDFDict,
	state: State,
): boolean {
	if (HARMLESS.has(operator)) return true;
	if (SHOW_TEXT.has(operator)) {
		const inked = operands.some((operand) => operand.kind === 'other' && operand.inked);
		return !inked || state.textMode === INVISIBLE;
	}
	return operator === 'gs' && isPlainState(resourceOf(resources, 'ExtGState', operands));
}

/** Whether a graphics state neither fades nor mixes nor masks. */
function isPlainState(state: PDFObject | undefined): boolean {
	if (!(state instanceof PDFDict)) return true;
	const mask = state.lookup(PDFName.of('SMask'));
	if (mask !== undefined && mask !== PDFName.of('None')) return false;
	const mode = state.lookup(PDFName.of('BM'));
	if (mode !== undefined && mode !== PDFName.of('Normal') && mode !== PDFName.of('Compatible')) {
		return false;
	}
	const opacity = state.lookup(PDFName.of('ca'));
	return !(opacity instanceof PDFNumber) || opacity.asNumber() === 1;
}

function resourceOf(resources: PDFDict, kind: string, operands: Token[]): PDFObject | undefined {
	const name = operands.find((operand) => operand.kind === 'name');
	const entries = resources.lookup(PDFName.of(kind));
	if (name?.kind !== 'name' || !(entries instanceof PDFDict)) return undefined;
	return entries.lookup(PDFName.of(name.text));
}

function numbersOf(operands: Token[]): number[] {
	return operands.flatMap((operand) => (operand.kind === 'number' ? [operand.value] : []));
}

function matrixOf(operands: Token[]): Matrix {
	return toMatrix(numbersOf(operands));
}

function arrayMatrix(array: PDFObject | undefined): Matrix {
	return toMatrix(listed(array));
}

/** From the unit square to a box of two corners. */
function boxMatrix(array: PDFObject | undefined): Matrix {
	const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = listed(array);
	return [x2 - x1, 0, 0, y2 - y1, x1, y1];
}

function listed(array: PDFObject | undefined): number[] {
	if (!(array instanceof PDFArray)) return [];
	return array.asArray().flatMap((_, index) => {
		const each = array.lookup(index);
		return each instanceof PDFNumber ? [each.asNumber()] : [];
	});
}

function toMatrix(numbers: number[]): Matrix {
	if (numbers.length < 6) return IDENTITY;
	const [a, b, c, d, e, f] = numbers;
	return [a, b, c, d, e, f];
}

/** The upright rectangle around the unit square as a matrix places it. */
export function boundsOf([a, b, c, d, e, f]: Matrix): Area {
	const xs = [e, e + a, e + c, e + a + c];
	const ys = [f, f + b, f + d, f + b + d];
	return {
		left: Math.min(...xs),
		bottom: Math.min(...ys),
		right: Math.max(...xs),
		top: Math.max(...ys),
	};
}

function overlap(one: Area, other: Area): Area {
	return {
		left: Math.max(one.left, other.left),
		bottom: Math.max(one.bottom, other.bottom),
		right: Math.min(one.right, other.right),
		top: Math.min(one.top, other.top),
	};
}
