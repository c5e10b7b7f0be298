import type { Fault } from '../../simulator';
import { sample } from '../../samples';
import { sleep } from '../../support/node';
import { readSample } from './reading';
import type { Session } from './session';

const receipt = sample('receipt');
const TIMEOUT = 1500;

/** What a server does to a call, and what the user then reads. */
export const stalls: Array<[string, Fault, RegExp]> = [
	['stalls before its head', { kind: 'stall' }, /stayed silent/],
	['stalls in its head', { kind: 'stall', when: 'head' }, /stayed silent/],
	['stalls in its body', { kind: 'stall', when: 'body' }, /stayed silent/],
	['drips its body', { kind: 'drip', in: 'body', milliseconds: 300 }, /not complete after ten/],
];

/**
 * Has a call meet the fault in real n8n: it ends in time, its socket is closed, and the next
 * execution on the same domain finishes as if nothing had been.
 */
export async function expectToEnd(session: Session, fault: Fault, message: RegExp): Promise<void> {
	const { simulator } = session;
	const path = '/document/receipt';
	simulator.control({ reset: true });
	simulator.control({ faults: [{ fault, match: { path } }] });
	const parameters = { options: { timeout: TIMEOUT } };
	const execution = await readSample(session, receipt, { parameters });
	expect(execution.error.message).toMatch(message);
	expect(simulator.stats.calls).toHaveLength(1);
	const [call] = simulator.stats.calls;
	for (let look = 0; call.endedAt === null && look < 100; look += 1) await sleep(20);
	// The service sees the socket closed, in time even on a machine that does other things.
	expect((call.endedAt ?? Infinity) - call.startedAt).toBeLessThan(10 * TIMEOUT + 5_000);
	const next = await readSample(session, receipt);
	expect(next.status).toBe('success');
}
