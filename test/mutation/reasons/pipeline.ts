import { FOR_SPEED, type Reasons } from './reason';

/** What lives in the pipeline. */
export const PIPELINE: Reasons = {
	'ClovaOcr.node.ts': [
		[
			'always',
			"'value' in option",
			'every operation has a value; the question is there for the type',
		],
	],
	'execution.ts': [
		['boolean', 'true', 'a signal fires once', "addEventListener('abort'"],
		['default', "invokeUrl ?? ''", 'neither is an address'],
		['number', '0', 'a wait may end a millisecond early', 'left = milliseconds'],
		['boundary', 'left > 0', 'a wait may end a moment later', 'left = milliseconds'],
	],
	'fileJob.ts': [
		['chain', 'operation.read([masked], settings.reading)[0]?.values', 'every page has a reading'],
		[
			'default',
			'operation.read([masked], settings.reading)[0]?.values ?? {}',
			'every page has a reading',
		],
		['default', 'pages ?? []', 'where a page was read, others fail by their number'],
	],
	'listJobs.ts': [['always', 'error instanceof Error', 'n8n throws nothing else']],
	'readAnswer.ts': [
		['number', '0', FOR_SPEED, 'operation.sensitive.length'],
		['never', "settings.mask === 'none' || operation.sensitive.length === 0", FOR_SPEED],
		['logic', "settings.mask === 'none' || operation.sensitive.length === 0", FOR_SPEED],
	],
	'readFile.ts': [
		['default', 'plan.pageCount ?? 0', 'nothing and 0 are filled in alike'],
		['default', 'pages ?? []', 'no page is less than the first'],
		['default', 'operation.message?.(settings.reading) ?? {}', 'nothing adds nothing'],
	],
	'run.ts': [
		['always', '!stop.stopped', 'where it has ended, no call starts either'],
		[
			'number',
			'1',
			'so many files are open beside those that are sent',
			'settings.maxConcurrency + 1',
		],
		[
			'return undefined',
			'stop.stopped || execution.cancelled',
			'where it has ended, no call starts either',
		],
		['logic', 'stop.stopped || execution.cancelled', 'where it has ended, no call starts either'],
		['default', "outcome.fileName ?? ''", 'what is passed over came as a file with a name'],
	],
};
