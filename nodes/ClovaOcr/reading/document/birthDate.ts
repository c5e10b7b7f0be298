import type { Json } from '../json';
export function birthDateOf(_value: Json | undefined): Json {
	return null;
}
