/**
 * A file name as a person writes it: names taken from addresses come percent-encoded. Left as it is
 * where it is no valid encoding.
 */
export function readableFileName(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}
