import {
	UserError,
	type IAuthenticate,
	type ICredentialTestRequest,
	type ICredentialType,
	type INodeProperties,
} from 'n8n-workflow';

import { invokeUrlFault } from '../nodes/ClovaOcr/clova/endpoint';

// An expression, since credential tests are declarative: the invoke URL as it is when it ends in an API's
// path, else that of General; any other kind of domain then answers 0022, which is good enough here.
const TEST_URL =
	"={{ ((url) => /\\/(general|infer|document\\/[^/]+)$/.test(url) ? url : url + '/general')(String($credentials.invokeUrl ?? '').trim().replace(/\\/+$/, '')) }}";

const COPY_BOTH =
	"Copy 'APIGW Invoke URL' and 'Secret Key' again from the CLOVA OCR console (domain > API Gateway integration)";

export class ClovaOcrApi implements ICredentialType {
	name = 'clovaOcrApi';

	displayName = 'CLOVA OCR API';

	icon = { light: 'file:../icons/clovaOcr.svg', dark: 'file:../icons/clovaOcr.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-clova-ocr/n8n-nodes-clova-ocr#get-the-invoke-url-and-the-secret-key';

	properties: INodeProperties[] = [
		{
			displayName:
				'Every domain of CLOVA OCR (General, Template, Receipt, ID Card …) has its own URL and secret: make one credential for each, and name it after its kind, e.g. "CLOVA OCR Receipt"',
			name: 'oneForEachDomain',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Invoke URL',
			name: 'invokeUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://abc123.apigw.ntruss.com/custom/v1/12345/…/general',
			description: "The 'APIGW Invoke URL' of one CLOVA OCR domain, copied whole from the console",
		},
		{
			displayName: 'Secret Key',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: "The 'Secret Key' of the same domain",
		},
	];

	// A function, not an expression: n8n 2.41 cannot evaluate a credential's expressions in workflows whose
	// binary mode is 'combined' ("Node … hasn't been executed").
	// It refuses to sign for an unusable address, so the secret stays here and the test says why.
	authenticate: IAuthenticate = async (credentials, request) => {
		const fault = invokeUrlFault(String(credentials.invokeUrl ?? ''));
		if (fault !== null) throw new UserError(`${fault.message}. ${fault.description}`);
		const secret = String(credentials.secretKey ?? '').trim();
		return { ...request, headers: { ...request.headers, 'X-OCR-SECRET': secret } };
	};

	// A body without a picture, so there is nothing to recognise: a good URL and secret get 0011 for it (the
	// service is known to name a wrong one first). Rules only say what is wrong; none that matches is success.
	test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			url: TEST_URL,
			headers: { Accept: 'application/json' },
			body: { version: 'V2', requestId: 'credential-test', timestamp: 0, images: [] },
			json: true,
			timeout: 20000,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		},
		rules: [
			rule(
				'code',
				'0002',
				`CLOVA OCR rejected the secret key. ${COPY_BOTH}; they must be of the same domain.`,
			),
			rule('code', '0001', `CLOVA OCR does not know this invoke URL. ${COPY_BOTH}.`),
			rule('code', '1022', 'This CLOVA OCR domain is blocked. Look at its state in the console.'),
			rule('error.errorCode', '200', `NAVER's API Gateway refused the credential. ${COPY_BOTH}.`),
			rule(
				'error.errorCode',
				'210',
				"NAVER's API Gateway does not permit this call. Check that the domain's API Gateway stage is published.",
			),
			rule(
				'error.errorCode',
				'230',
				"NAVER's API Gateway forbids calls from here. Check its list of allowed IP addresses.",
			),
			rule(
				'error.errorCode',
				'300',
				`NAVER's API Gateway found nothing at this address. ${COPY_BOTH}.`,
			),
			rule(
				'error.errorCode',
				'400',
				"The quota of NAVER's API Gateway is used up. Raise its usage plan, then test again.",
			),
			rule('error.errorCode', '410', "NAVER's API Gateway is busy. Test again in a minute."),
			rule('error.errorCode', '420', "NAVER's API Gateway is busy. Test again in a minute."),
			rule(
				'error.errorCode',
				'520',
				"NAVER's API Gateway does not know where CLOVA OCR is. Link the domain to the API Gateway again ('Automatic integration').",
			),
			...['100', '430', '500', '510', '530', '900'].map((code) =>
				rule(
					'error.errorCode',
					code,
					`NAVER's API Gateway answered with the fault ${code}, so CLOVA OCR was not reached. Test again in a minute; if it stays so, look at the domain's API Gateway integration in the console.`,
				),
			),
			rule('code', undefined, `The server at this address is not CLOVA OCR. ${COPY_BOTH}.`),
		],
	};
}

function rule(key: string, value: string | undefined, message: string) {
	return { type: 'responseSuccessBody', properties: { key, value, message } } as const;
}
