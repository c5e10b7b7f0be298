import { sleep } from 'n8n-workflow';

import type { Lane } from './lane';
import { Pool } from './pool';

// One for each domain with executions in this process: ten mails that arrive at once are ten
// executions, and CLOVA counts their calls together.
const pools = new Map<string, Pool>();

/**
 * Lets an execution share the pace of its domain with all others of this process.
 * @param url address of the domain's endpoint
 * @param maxConcurrency calls that this execution may have at once
 * @returns where its calls wait for their place; `leave` must be called when the execution ends
 */
export function joinDomain(url: string, maxConcurrency: number): Lane {
	const pool = pools.get(url) ?? new Pool(clock, () => pools.delete(url));
	pools.set(url, pool);
	return pool.join(maxConcurrency);
}

// Belongs to no execution: the end of one must not wake the calls of the others.
const clock = {
	now: () => Date.now(),
	wait: async (milliseconds: number) => await sleep(milliseconds),
	random: () => Math.random(),
};
