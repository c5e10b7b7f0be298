/** The API's paths; one domain of CLOVA OCR serves exactly one of them. */
export const API_PATHS = [
	'/document/biz-license',
	'/document/credit-card',
	'/document/id-card',
	'/document/name-card',
	'/document/passport',
	'/document/receipt',
	'/general',
	'/infer',
] as const;

export type ApiPath = (typeof API_PATHS)[number];
