import { readImage } from '../../nodes/ClovaOcr/clova/answer';
import type { ApiPath } from '../../nodes/ClovaOcr/clova/endpoint';
import { pagesOfAnswer } from '../../nodes/ClovaOcr/clova/pages';
import { asList, asObject, asText, isObject, type Json } from '../../nodes/ClovaOcr/shared/json';
import { readOptions } from '../../nodes/ClovaOcr/options';
import type { ReadingOptions } from '../../nodes/ClovaOcr/reading/reading';
import type { Sample } from '../../test/samples';
import { operationOf } from '../../test/support/apis';
import { samplesFor, sendSample, type Access, type Reply } from './calls';
import { compare, type Comparison } from './compare';
import { answerShape, failureShape, refusalShape } from './contract';
import type { Shape } from '../../test/samples/answers/shape';

/** What became of one sample. */
export interface Outcome {
	sample: string;
	/** e.g. `SUCCESS`, `FAILURE`, `HTTP 400, code 0028`, `no answer` */
	result: string;
	comparison: Comparison;
	/** What the node itself would say of its reading: review reasons, and keys that it missed. */
	doubts: string[];
}

/** As the node reads with its defaults. */
const READING: ReadingOptions = { ...readOptions({}).values, splitInto: '' };

const OUTCOMES = ['SUCCESS', 'FAILURE', 'ERROR'];
const CODE = /^\d{3,4}$/;

/**
 * Sends the samples of one API to a domain, one after the other, and holds the answers against what
 * is known of them.
 * @param onSample called before each call
 */
export async function checkDomain(
	access: Access,
	path: ApiPath,
	onSample: (id: string) => void = () => undefined,
): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	for (const sample of samplesFor(path)) {
		onSample(sample.id);
		outcomes.push(await checkSample(access, path, sample));
	}
	return outcomes;
}

async function checkSample(access: Access, path: ApiPath, sample: Sample): Promise<Outcome> {
	const reply = await sendSample(access, sample).catch((): null => null);
	if (reply === null) return outcome(sample, 'no answer', nothing(), []);
	const result = resultOf(reply);
	const comparison = compare(reply.answer, shapeFor(path, result, reply), 'answer');
	const doubts = result === 'SUCCESS' ? doubtsOf(sample, reply) : [];
	return outcome(sample, result, comparison, [...(reply.utf8 ? [] : ['not UTF-8']), ...doubts]);
}

/** Only words that are known go into the report: a status, a code, one of three outcomes. */
function resultOf({ status, answer }: Reply): string {
	const code = asText(asObject(answer).code) ?? '';
	if (status !== 200) return `HTTP ${status}, code ${CODE.test(code) ? code : 'none'}`;
	const found = asList(asObject(answer).images).map((image) => asText(asObject(image).inferResult));
	const worst = [...OUTCOMES].reverse().find((known) => found.includes(known));
	return worst ?? 'no outcome';
}

function shapeFor(path: ApiPath, result: string, { status, answer }: Reply): Shape {
	if (status !== 200) return isGatewayError(answer) ? gatewayShape() : refusalShape;
	return result === 'SUCCESS' ? answerShape(path) : failureShape();
}

function isGatewayError(answer: Json): boolean {
	return 'error' in asObject(answer);
}

function gatewayShape(): Shape {
	const text: Shape = { kind: 'text' };
	const member = { shape: text, always: true, uncertain: false };
	const error: Shape = {
		kind: 'object',
		members: { errorCode: member, message: member, details: { ...member, always: false } },
	};
	return { kind: 'object', members: { error: { ...member, shape: error } } };
}

function outcome(
	{ id }: Sample,
	result: string,
	comparison: Comparison,
	doubts: string[],
): Outcome {
	return { sample: id, result, comparison, doubts };
}

/** Names of reasons and of output keys only; a template's own names stay out. */
function doubtsOf({ resource, operation }: Sample, { answer }: Reply): string[] {
	const images = asList(asObject(answer).images).filter(isObject);
	const read = images.map((image) => readImage(image, []));
	const { pages } = pagesOfAnswer(read, null);
	const readings = operationOf(resource, operation).read(pages, READING);
	return [
		...new Set(
			readings.flatMap(({ reviewReasons, more }) => [
				...reviewReasons,
				...asList(more.missing).map((key) => `missing ${asText(key)}`),
			]),
		),
	];
}

function nothing(): Comparison {
	return { deviations: [], confirmed: new Map(), texts: new Set() };
}
