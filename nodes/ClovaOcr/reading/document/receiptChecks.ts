import type { JsonObject } from '../json';
import type { Checks } from './table';
export function checkReceipt(_values: JsonObject): Checks {
	return {};
}
export function currencyOf(_texts: string[], _language: string | undefined): string {
	return 'KRW';
}
