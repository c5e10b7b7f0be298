import type { Import } from './imports';

/**
 * Circles among the entries of any folder, where a sub-folder counts as one entry: what two files of
 * different sub-folders take from each other is thus an arrow between these sub-folders. Without such
 * a circle there is none of files either, since the files of one always meet in some folder.
 * @returns one text a circle, e.g. `nodes/ClovaOcr: input > output > input`
 */
export function circlesIn(imports: Import[]): string[] {
	const folders = new Map<string, Map<string, Set<string>>>();
	for (const { from, to, isPackage } of imports) {
		const meeting = isPackage ? null : meetingOf(from, to);
		if (meeting === null) continue;
		const arrows = folders.get(meeting.folder) ?? new Map<string, Set<string>>();
		folders.set(meeting.folder, arrows);
		arrows.set(meeting.from, (arrows.get(meeting.from) ?? new Set()).add(meeting.to));
	}
	return [...folders].flatMap(([folder, arrows]) =>
		circlesOf(arrows).map((circle) => `${folder}: ${circle.join(' > ')}`),
	);
}

/** The folder in which two files' ways part, and the entry of it that each is in. */
function meetingOf(from: string, to: string): { folder: string; from: string; to: string } | null {
	const [left, right] = [from.split('/'), to.split('/')];
	const at = left.findIndex((step, index) => step !== right[index]);
	if (at < 0) return null;
	return { folder: left.slice(0, at).join('/'), from: left[at], to: right[at] ?? '' };
}

/** At least one circle for every knot of arrows. */
function circlesOf(arrows: Map<string, Set<string>>): string[][] {
	const found: string[][] = [];
	const done = new Set<string>();
	const walk = (entry: string, way: string[]): void => {
		const at = way.indexOf(entry);
		if (at >= 0) found.push([...way.slice(at), entry]);
		if (at >= 0 || done.has(entry)) return;
		for (const next of arrows.get(entry) ?? []) walk(next, [...way, entry]);
		done.add(entry);
	};
	for (const entry of arrows.keys()) walk(entry, []);
	return found;
}
