import type { Json } from '../json';
import type { CheckName, CheckResult } from '../types';

export function checkNumber(_name: CheckName, _value: Json | undefined): CheckResult {
	return 'notCheckable';
}
export function checkMrz(_lines: string[]): CheckResult {
	return 'notCheckable';
}
