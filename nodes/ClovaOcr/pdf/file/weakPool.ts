/** How many entries are looked at for each that comes in: the dead never outnumber the living for long. */
const LOOKED_AT = 2;

/**
 * A pool that holds nothing alive. The build puts it in the place of pdf-lib's pools of names and
 * references, which are global and never shrink: every file that a server ever read left its own.
 */
export class WeakPool<T extends object> {
	private readonly entries = new Map<string, WeakRef<T>>();
	private sweep = this.entries.entries();

	get(key: string): T | undefined {
		return this.entries.get(key)?.deref();
	}

	set(key: string, value: T): void {
		this.entries.set(key, new WeakRef(value));
		for (let count = 0; count < LOOKED_AT; count++) this.lookAtNext();
	}

	private lookAtNext(): void {
		const { done, value } = this.sweep.next();
		if (done) this.sweep = this.entries.entries();
		else if (!value[1].deref()) this.entries.delete(value[0]);
	}
}
