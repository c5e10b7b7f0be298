import type { Retry } from '../../problem';

export interface CodeExplanation {
	message: string;
	description: string;
	retry: Retry;
}

const CONSOLE = 'the CLOVA OCR console';

/** CLOVA's own error codes (`code` in the body, a string with leading zeros). */
export const SERVICE_CODES: Record<string, CodeExplanation> = {
	'0001': {
		message: 'CLOVA OCR does not know this invoke URL',
		description: `The domain number or the key inside the 'Invoke URL' of the credential is wrong. Copy the whole 'APIGW Invoke URL' again from ${CONSOLE} (domain > API Gateway integration).`,
		retry: 'never',
	},
	'0002': {
		message: 'CLOVA OCR rejected the secret key',
		description: `Copy the 'Secret Key' again from ${CONSOLE} (domain > API Gateway integration) into the credential. Each domain has its own secret, so URL and secret must come from the same domain.`,
		retry: 'never',
	},
	'0011': {
		message: 'CLOVA OCR did not accept the file',
		description:
			'Check that the file is a complete JPEG, PNG, PDF or TIFF of at most 50 MB. General reads up to 10 PDF pages a call, the other APIs one page a call.',
		retry: 'never',
	},
	'0021': {
		message: 'This domain does not support the chosen engine version',
		description: "Set the option 'Engine Version' to the other version.",
		retry: 'never',
	},
	'0022': {
		message: 'This domain of CLOVA OCR serves another API than the chosen operation',
		description:
			'Every domain serves one API: General, Template, or one kind of document. Choose the credential of the matching domain, or the operation that fits this domain.',
		retry: 'never',
	},
	'0023': {
		message: 'The call quota of this CLOVA OCR domain is used up',
		description: `Raise or reset the limit of calls for the domain in ${CONSOLE}, then run the workflow again. Trying again now would not help.`,
		retry: 'never',
	},
	'0025': {
		message: 'CLOVA OCR was busy with other calls of this domain',
		description:
			"The domain's limit of calls at the same time was reached until 'Rate Limit Wait' ran out. Lower 'Max Concurrency', raise 'Rate Limit Wait', or ask NAVER Cloud support for a higher limit.",
		retry: 'rateLimit',
	},
	'0028': {
		message: 'Table extraction is switched off for this CLOVA OCR domain',
		description: `Switch on 'Table extraction' in the domain's settings in ${CONSOLE}, then run the workflow again. With it a call costs more: see CLOVA OCR's price list.`,
		retry: 'never',
	},
	'0500': {
		message: 'CLOVA OCR reported an internal fault',
		description:
			"The call may have been billed, so it is repeated only if the option 'Retry On' is 'All'. Run the workflow again later.",
		retry: 'unknown',
	},
	'0501': {
		message: "CLOVA OCR's recognition engine reported a fault",
		description:
			"The call may have been billed, so it is repeated only if the option 'Retry On' is 'All'. Run the workflow again later.",
		retry: 'unknown',
	},
	'1021': {
		message: 'No template of this CLOVA OCR domain is released',
		description: `Open the template builder in ${CONSOLE} and release (deploy) the template to the service, then run the workflow again.`,
		retry: 'never',
	},
	'1022': {
		message: 'This CLOVA OCR domain is blocked',
		description: `Look at the domain's state in ${CONSOLE}; NAVER Cloud support can tell why it was stopped.`,
		retry: 'never',
	},
};

const REPORT_LATER = 'Wait a little and run the workflow again.';

/** NAVER's API Gateway (`error.errorCode`): the code is not the HTTP status, 400 comes with HTTP 429. */
export const GATEWAY_CODES: Record<string, CodeExplanation> = {
	'100': {
		message: "NAVER's API Gateway did not understand the request",
		description: `Copy the 'APIGW Invoke URL' again from ${CONSOLE} into the credential.`,
		retry: 'never',
	},
	'200': {
		message: "NAVER's API Gateway refused the credential",
		description: `Copy both the 'Invoke URL' and the 'Secret Key' again from ${CONSOLE} (domain > API Gateway integration).`,
		retry: 'never',
	},
	'210': {
		message: "NAVER's API Gateway does not permit this call",
		description:
			"Check that the API Gateway stage of the domain is published and open for this account, and that the 'Invoke URL' belongs to it.",
		retry: 'never',
	},
	'230': {
		message: "NAVER's API Gateway forbids this call",
		description:
			'Check the access rules (allowed IP addresses) of the API Gateway stage: the n8n server must be among them.',
		retry: 'never',
	},
	'300': {
		message: "NAVER's API Gateway found nothing at this invoke URL",
		description: `Copy the whole 'APIGW Invoke URL' again from ${CONSOLE}; a part of it may be missing.`,
		retry: 'never',
	},
	'400': {
		message: "The call quota of NAVER's API Gateway is used up",
		description:
			'Raise the usage plan of the API Gateway stage, or wait until its period ends. Trying again now would not help.',
		retry: 'never',
	},
	'410': {
		message: "NAVER's API Gateway was throttling calls",
		description:
			"Its limit was reached until 'Rate Limit Wait' ran out. Lower 'Max Concurrency' or raise 'Rate Limit Wait'.",
		retry: 'rateLimit',
	},
	'420': {
		message: "NAVER's API Gateway was limiting the rate of calls",
		description:
			"Its limit was reached until 'Rate Limit Wait' ran out. Lower 'Max Concurrency' or raise 'Rate Limit Wait'.",
		retry: 'rateLimit',
	},
	'430': {
		message: "The file is too large for NAVER's API Gateway",
		description:
			'Send a smaller picture (a lower resolution is enough: A4 at 150 dpi), or split the document.',
		retry: 'never',
	},
	'500': {
		message: "NAVER's API Gateway could not reach CLOVA OCR",
		description: `The outcome of the call is unknown. ${REPORT_LATER}`,
		retry: 'unknown',
	},
	'510': {
		message: 'CLOVA OCR did not answer the API Gateway in time',
		description: `The call may have been billed, so it is repeated only if the option 'Retry On' is 'All'. ${REPORT_LATER}`,
		retry: 'unknown',
	},
	'520': {
		message: "NAVER's API Gateway does not know where CLOVA OCR is",
		description: `The API Gateway stage was wired by hand or its address has changed. In ${CONSOLE} link the domain to the API Gateway again ('Automatic integration') and copy the new 'APIGW Invoke URL'.`,
		retry: 'never',
	},
	'530': {
		message: 'CLOVA OCR closed the connection to the API Gateway',
		description: `The call may have been billed, so it is repeated only if the option 'Retry On' is 'All'. ${REPORT_LATER}`,
		retry: 'unknown',
	},
	'900': {
		message: "NAVER's API Gateway reported an unexpected fault",
		description: `The outcome of the call is unknown. ${REPORT_LATER}`,
		retry: 'unknown',
	},
};
