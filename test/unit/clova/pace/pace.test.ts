import fc from 'fast-check';

import { Pace } from '../../../../nodes/ClovaOcr/clova/pace/pace';

function paceOf(maximum: number): Pace {
	const pace = new Pace();
	pace.join(maximum);
	return pace;
}

function succeed(pace: Pace, times: number): void {
	for (let success = 0; success < times; success++) pace.succeeded();
}

const event = fc.oneof(
	fc.constant('ok' as const),
	fc.record({ refusedWith: fc.constantFrom(null, 1, 5, 9) }),
	fc.record({ joins: fc.integer({ min: 1, max: 30 }) }),
	fc.constant('leaves' as const),
);

it('stays between one and what the executions want, whatever happens', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 30 }), fc.array(event), (first, history) => {
			const pace = paceOf(first);
			const members = [first];
			for (const each of history) {
				const start = pace.start();
				if (each === 'ok') pace.succeeded();
				else if (each === 'leaves') {
					if (members.length > 1) pace.leave(members.pop() ?? 0);
				} else if ('joins' in each) {
					members.push(each.joins);
					pace.join(each.joins);
				} else pace.turnedAway(start, each.refusedWith);
				expect(pace.current).toBeGreaterThanOrEqual(1);
				expect(pace.current).toBeLessThanOrEqual(members.reduce((sum, one) => sum + one));
			}
		}),
	);
});

it('halves once for all calls of one burst, and grows back by one', () => {
	const pace = paceOf(8);
	const burst = Array.from({ length: 8 }, () => pace.start());
	for (const start of burst) pace.turnedAway(start, null);
	expect(pace.current).toBe(4);
	expect(pace.cuts).toBe(1);
	succeed(pace, 4);
	expect(pace.current).toBe(5);
	expect(pace.cuts).toBe(0);
});

it('goes straight to the limit that a refusal names', () => {
	const pace = paceOf(12);
	pace.turnedAway(pace.start(), 5);
	expect(pace.current).toBe(5);
});

it('is wary where the domain last refused, and no longer once that is passed', () => {
	const pace = paceOf(5);
	pace.turnedAway(pace.start(), 5);
	pace.turnedAway(pace.start(), 5);
	expect(pace.current).toBe(1);
	succeed(pace, 2);
	expect(pace.current).toBe(1);
	succeed(pace, 1);
	expect(pace.current).toBe(2);
	succeed(pace, 6);
	expect(pace.current).toBe(3);
	succeed(pace, 1);
	expect(pace.current).toBe(4);
});

it('grows with every success once somebody who held the whole domain lets it in', () => {
	const pace = paceOf(5);
	for (let refusals = 0; refusals < 6; refusals++) pace.turnedAway(pace.start(), 5);
	expect(pace.current).toBe(1);
	expect(pace.cuts).toBe(6);
	succeed(pace, 3);
	expect(pace.current).toBe(4);
});

it('does not leap when one more execution comes, but may grow further', () => {
	const free = paceOf(3);
	free.join(3);
	expect(free.current).toBe(3);
	free.join(4);
	expect(free.current).toBe(4);
	succeed(free, 20);
	expect(free.current).toBe(10);
	free.leave(4);
	expect(free.current).toBe(6);

	const busy = paceOf(4);
	busy.turnedAway(busy.start(), null);
	busy.join(3);
	expect(busy.current).toBe(2);
});

it('is never less than one, nor more than a named limit, whoever joins', () => {
	const pace = paceOf(1);
	pace.turnedAway(pace.start(), 0);
	expect(pace.current).toBe(1);
	pace.turnedAway(pace.start(), 1);
	pace.join(3);
	expect(pace.current).toBe(1);
	const wide = paceOf(5);
	wide.turnedAway(wide.start(), 1);
	expect(wide.current).toBe(1);
});

it('says which refusals led to a cut', () => {
	const pace = paceOf(8);
	const [first, second] = [pace.start(), pace.start()];
	expect(pace.turnedAway(first, null)).toBe(true);
	expect(pace.turnedAway(second, null)).toBe(false);
	const third = pace.start();
	expect(pace.turnedAway(third, null)).toBe(true);
	expect(pace.cuts).toBe(2);
	expect(pace.current).toBe(2);
});

it('falls to a limit that is named late, in the same burst', () => {
	const pace = paceOf(12);
	const [first, second] = [pace.start(), pace.start()];
	pace.turnedAway(first, null);
	expect(pace.current).toBe(6);
	expect(pace.turnedAway(second, 5)).toBe(false);
	expect(pace.current).toBe(5);
});

it('halves at the named limit, since then somebody shares it, and does not above it', () => {
	const above = paceOf(6);
	above.turnedAway(above.start(), 5);
	expect(above.current).toBe(5);
	const at = paceOf(5);
	at.turnedAway(at.start(), 5);
	expect(at.current).toBe(2);
});

it('needs a round of successes for one more call below the last refusal, and three rounds at its door', () => {
	const pace = paceOf(8);
	pace.turnedAway(pace.start(), null);
	expect(pace.current).toBe(4);
	succeed(pace, 3);
	expect(pace.current).toBe(4);
	succeed(pace, 1);
	expect(pace.current).toBe(5);
	pace.turnedAway(pace.start(), null);
	expect(pace.current).toBe(2);
	succeed(pace, 2 + 3);
	expect(pace.current).toBe(4);
	succeed(pace, 3 * 4 - 1);
	expect(pace.current).toBe(4);
	succeed(pace, 1);
	expect(pace.current).toBe(5);
});

it('counts successes anew after a refusal', () => {
	const pace = paceOf(8);
	pace.turnedAway(pace.start(), null);
	succeed(pace, 3);
	pace.turnedAway(pace.start(), null);
	expect(pace.current).toBe(2);
	succeed(pace, 1);
	expect(pace.current).toBe(2);
});
