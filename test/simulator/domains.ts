import type { ApiPath } from '../../nodes/ClovaOcr/clova/endpoint';
import { simulatedPaths } from '../support/apis';
import type { Domain } from './types';

/** One domain of every kind with made-up keys; what `startSimulator` uses without a list. */
export function defaultDomains(): Domain[] {
	return simulatedPaths.map((kind, index) => ({
		id: String(10001 + index),
		key: `${index + 1}`.padStart(64, '0'),
		secret: `simulator-secret-${kindName(kind)}`,
		kind,
		tables: true,
		concurrency: 5,
	}));
}

/** The domains of a simulator, and how many calls each has at work. */
export class Domains {
	private readonly atWork = new Map<string, number>();

	constructor(private readonly domains: Domain[]) {}

	/** By id or by kind. @throws when there is none */
	get(idOrKind: string): Domain {
		const domain = this.domains.find(({ id, kind }) => id === idOrKind || kind === idOrKind);
		if (domain === undefined) throw new Error(`No domain ${idOrKind}`);
		return domain;
	}

	/** The paths of every API that there is, whether or not one of the domains serves it. */
	apis(): ApiPath[] {
		return [...simulatedPaths, ...this.domains.map(({ kind }) => kind)];
	}

	all(): readonly Domain[] {
		return this.domains;
	}

	/** The domain of a called URL, or null where id or key is wrong. */
	match(id: string, key: string): Domain | null {
		return this.domains.find((domain) => domain.id === id && domain.key === key) ?? null;
	}

	/** Takes one of the domain's slots, unless all are taken. */
	take({ id, concurrency }: Domain): boolean {
		const taken = this.atWork.get(id) ?? 0;
		if (taken >= concurrency) return false;
		this.atWork.set(id, taken + 1);
		return true;
	}

	free({ id }: Domain): void {
		this.atWork.set(id, (this.atWork.get(id) ?? 1) - 1);
	}
}

function kindName(kind: ApiPath): string {
	return kind.slice(kind.lastIndexOf('/') + 1);
}
