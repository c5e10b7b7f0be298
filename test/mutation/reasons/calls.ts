import { FOR_SPEED, FOR_TYPES, type Reasons } from './reason';

/** What lives in calls, inputs and items. */
export const CALLS: Reasons = {
	'input/bytes.ts': [
		['always', 'wanted.byteLength > 0', 'keeps memory small, and reads nothing else'],
		['boundary', 'wanted.byteLength > 0', 'keeps memory small, and reads nothing else'],
	],
	'clova/pace/rest.ts': [
		['boundary', 'youngest - age > NEAR', 'two moments at exactly this distance are near or not'],
	],
	'clova/given.ts': [
		['never', '!/^\\s*[[{"]/.test(text) || !/images|inferResult|inferText/.test(text)', FOR_SPEED],
		['logic', '!/^\\s*[[{"]/.test(text) || !/images|inferResult|inferText/.test(text)', FOR_SPEED],
		['default', 'plainJson(JSON.parse(text), BOUNDS) ?? null', FOR_TYPES],
	],
	'clova/notAnswer.ts': [
		['default', 'own ?? 0', 'a body with a code is explained whatever its status'],
		['number', '0', 'a body with a code is explained whatever its status', 'own ?? 0'],
	],
	'clova/pace/pace.ts': [
		['number', '0', 'the first execution that joins sets it', 'limit = 0'],
		['number', '0', 'any numbers that grow will do', 'started = 0'],
		['number', '1', 'any numbers that grow will do', 'this.started += 1'],
		['number', '0', 'each success counts until a refusal sets it anew', 'successes = 0;'],
		['return 0', '1', 'one success is enough either way', 'this.refusedAt === Infinity'],
	],
	'clova/pace/pool.ts': [
		['number', '0', 'a millisecond is no pause'],
		[
			'removed',
			'this.pace.leave(lane.maximum);',
			'each execution keeps to its own number of calls too',
		],
		['logic', 'lane === undefined || job === undefined', FOR_TYPES],
		['default', 'refusal.retryAfterMilliseconds ?? 0', 'null adds as much as 0'],
		['number', '0', 'the first millisecond of the clock is long ago', 'this.pausedUntil = 0'],
		['boundary', 'at >= this.wakesAt', 'saves timers, and wakes at no other time'],
		[
			'never',
			'at >= this.wakesAt || !this.lanes.some(({ isReady }) => isReady)',
			'saves timers, and wakes at no other time',
		],
		['always', 'this.wakesAt === at', 'saves timers, and wakes at no other time'],
	],
	'clova/pages.ts': [['default', 'pages?.length ?? null', 'undefined counts as null does']],
	'clova/problems/answer.ts': [
		['default', "message ?? ''", 'the text of null names no limit either'],
	],
	'clova/readBody.ts': [
		["return ''", "'utf-8'", 'bytes that are no UTF-8 are none under an empty name either'],
	],
	'clova/request.ts': [
		['always', "picture.kind === 'url'", 'JSON leaves out what is undefined', 'image.url'],
	],
	'clova/streamedFile.ts': [
		[
			'chain',
			'this.chunks?.return?.().catch(() => undefined)',
			'every iterator that is read here can be ended',
		],
		[
			'never',
			'deadline.signal.aborted',
			'the platform takes nothing more after its end either',
			'return;',
		],
	],
	'input/answer.ts': [
		[
			'default',
			'tiff?.pages.length ?? 1',
			'a damaged TIFF beside an answer is refused by what is made of it',
		],
		['logic', 'beside === null || operation.fileMaker === undefined', FOR_TYPES],
		['always', "document.format === 'tiff'", FOR_SPEED],
	],
	'input/pixelSize.ts': [
		['number', '0', 'reads a little more than it needs'],
		['always', 'source.size > head.byteLength', FOR_SPEED],
		['never', 'start + length <= head.byteLength', FOR_SPEED],
		['boundary', 'start + length <= head.byteLength', FOR_SPEED],
	],
	'input/plan.ts': [['never', 'pageCount === null', FOR_TYPES, 'const pages']],
	'input/settings.ts': [
		[
			'always',
			"typeof given === 'object' && given !== null",
			'no other value has the name of an option',
		],
		[
			'logic',
			"typeof given === 'object' && given !== null",
			'no other value has the name of an option',
		],
	],
	'output/estimate.ts': [
		['always', "opened.state === 'planned'", 'a refused file has no plan to show'],
	],
	'output/failures.ts': [['always', 'routesDetails', 'the n8n of the tests sends them on']],
	'output/items.ts': [['always', "fields.includes('ocr')", FOR_SPEED]],
};
