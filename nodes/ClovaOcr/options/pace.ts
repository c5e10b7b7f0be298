import { amount, choice, numberIn, unusable, whereSent, type Option } from './option';

/** Calls at the same time over all items of the execution. */
export const maxConcurrency = amount({
	displayName: 'Max Concurrency',
	name: 'maxConcurrency',
	...whereSent(),
	noDataExpression: true,
	typeOptions: { minValue: 1, maxValue: 50, numberPrecision: 0 },
	default: 3,
	description:
		'Calls at the same time, over all items of the execution. The node slows down by itself when CLOVA OCR says that the domain is busy.',
});

/** Attempts of a call for other causes than a busy domain. */
export const maxTries = amount({
	displayName: 'Max Tries',
	name: 'maxTries',
	...whereSent(),
	typeOptions: { minValue: 1, maxValue: 20, numberPrecision: 0 },
	default: 4,
	description:
		'How often one call is tried before it is given up; waiting for a busy domain does not count',
});

/** Milliseconds for which a call is tried again while the domain is busy. */
export const rateLimitWait = amount({
	displayName: 'Rate Limit Wait',
	name: 'rateLimitWait',
	...whereSent(),
	noDataExpression: true,
	typeOptions: { minValue: 0, numberPrecision: 0 },
	default: 120_000,
	description:
		'How long, in milliseconds, a call is tried again while CLOVA OCR turns it away because the domain is busy. Such refusals are not billed.',
});

/** Which unsuccessful calls are repeated. */
export const retryOn = choice({
	displayName: 'Retry On',
	name: 'retryOn',
	...whereSent(),
	options: [
		{
			name: 'All',
			value: 'all',
			description:
				'Also calls with an unknown outcome (timeout, broken connection, server fault), which may be billed twice',
		},
		{
			name: 'Refused',
			value: 'refused',
			description:
				'Only calls that were turned away before any work began, so nothing is billed twice',
		},
	],
	default: 'refused',
	description: 'Which unsuccessful calls are repeated',
});

/** Milliseconds of silence after which a call is given up. */
export const timeout = amount({
	displayName: 'Timeout',
	name: 'timeout',
	...whereSent(),
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 60_000,
	description:
		'How long, in milliseconds, CLOVA OCR may stay silent before a call is given up. It often takes 5 to 20 seconds.',
});

/** The most calls that an execution or a file may need; null for no limit of the user's own. */
export const maxCalls: Option<number | null> = {
	property: {
		displayName: 'Max Calls',
		name: 'maxCalls',
		...whereSent(),
		type: 'number',
		noDataExpression: true,
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 200,
		description:
			'The most calls that one execution may send, each of which is billed. An execution or a file that needs more is refused before the first call. Without this option only a single file of more than 200 calls is refused.',
	},
	read: (given) => numberIn(given),
	refuse: (given) => {
		if (given === undefined) return null;
		const number = numberIn(given);
		return number !== null && number >= 1
			? null
			: unusable('Max Calls', 'is no number above 0', 'Enter a number, or remove the option.');
	},
};
