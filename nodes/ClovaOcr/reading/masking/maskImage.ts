import type { JsonObject } from '../json';
import type { SensitivePath } from '../mask';
import type { MaskLevel } from '../types';

export function maskImage(raw: JsonObject, _sensitive: SensitivePath[], _level: MaskLevel): JsonObject {
	return raw;
}
