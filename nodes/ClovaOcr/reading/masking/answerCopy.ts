import { asObject, type Json, type JsonObject } from '../../shared/json';

/** Members and indices on the way from the root to a value. */
export type Path = ReadonlyArray<number | string>;

/** An answer of which single values are replaced: only what lies on the way to them is copied. */
export class AnswerCopy {
	private root: JsonObject;
	private readonly own = new Set<Json>();

	constructor(root: JsonObject) {
		this.root = root;
	}

	/** The answer with all changes; the one that was given where there were none. */
	get result(): JsonObject {
		return this.root;
	}

	set(path: Path, value: Json): void {
		put(this.holderOf(path), path[path.length - 1], value);
	}

	/** Gives a member another name; its place among the others stays. Paths through the old name end. */
	rename(path: Path, name: string): void {
		const holder = asObject(this.holderOf(path));
		const old = path[path.length - 1];
		const members = Object.entries(holder);
		for (const [key] of members) delete holder[key];
		for (const [key, member] of members) put(holder, key === old ? name : key, member);
	}

	/** The copy of the object or list that holds the last member of a path. */
	private holderOf(path: Path): Json {
		this.root = asObject(this.copied(this.root));
		let holder: Json = this.root;
		for (const name of path.slice(0, -1)) {
			const copy = this.copied(memberOf(holder, name));
			put(holder, name, copy);
			holder = copy;
		}
		return holder;
	}

	private copied(value: Json): Json {
		if (this.own.has(value)) return value;
		const copy = Array.isArray(value) ? [...value] : { ...asObject(value) };
		this.own.add(copy);
		return copy;
	}
}

function memberOf(holder: Json, name: number | string): Json {
	return Array.isArray(holder) ? holder[Number(name)] : asObject(holder)[name];
}

function put(holder: Json, name: number | string, value: Json): void {
	if (Array.isArray(holder)) holder[Number(name)] = value;
	// An answer may name a member so; assigning it would change the prototype and lose the member.
	else if (name === '__proto__') {
		Object.defineProperty(holder, name, {
			value,
			enumerable: true,
			writable: true,
			configurable: true,
		});
	} else asObject(holder)[name] = value;
}
