import { Rest } from '../../../../nodes/ClovaOcr/clova/pace/rest';

/** Five calls that ran from 0 to 300, and whose places are free since. */
function restOfFive(): Rest {
	const rest = new Rest();
	const places = [0, 1, 2, 3, 4].map((running) => rest.take(0, running));
	for (const place of places) {
		rest.succeeded(place);
		rest.free(300);
	}
	return rest;
}

it('lets a place be taken at once as long as nothing was refused', () => {
	const rest = restOfFive();
	expect(rest.left(300, 0)).toBe(0);
	expect(rest.take(300, 0)).toEqual({ age: 0, others: 4 });
	expect(new Rest().take(0, 3)).toEqual({ age: null, others: 3 });
});

it('makes places rest for longer with each call that comes too early, and no longer than was needed', () => {
	const rest = restOfFive();
	for (let now = 300, rests = [60, 120, 240]; rests.length > 0; now = 300 + (rests.shift() ?? 0)) {
		expect(rest.turnedAway(rest.take(now, 0), now)).toBe(true);
		expect(rest.left(now, 0)).toBe(300 + rests[0] - now);
	}
	rest.succeeded(rest.take(540, 0));
	// Between 120, which was refused, and 240, which was accepted.
	expect(rest.left(300, 1)).toBeCloseTo(180, 0);
});

it('sees somebody else where a place as young was accepted before', () => {
	const rest = restOfFive();
	rest.succeeded(rest.take(310, 0));
	expect(rest.turnedAway(rest.take(320, 1), 320)).toBe(false);
	expect(rest.left(320, 1)).toBe(0);
});

it('sees its own greed where one more place was just taken', () => {
	const rest = restOfFive();
	const [old] = [0, 1, 2, 3, 4].map((running) => rest.take(310, running));
	expect(rest.take(310, 5).age).toBeNull();
	expect(rest.turnedAway(old, 310)).toBe(false);
});

it('lets nobody rest beside fewer calls than those that filled the domain', () => {
	const rest = restOfFive();
	rest.turnedAway(rest.take(300, 0), 300);
	rest.forget();
	expect(rest.left(300, 1)).toBe(0);
	rest.free(300);
	expect(rest.left(300, 1)).toBe(0);
	expect(rest.left(300, 4)).toBe(60);
});

/** A call that is turned away, so many milliseconds after its place was given free. */
function refuse(rest: Rest, takenAt: number, age = 10): boolean {
	rest.forget();
	rest.free(takenAt - age);
	return rest.turnedAway(rest.take(takenAt, 0), takenAt);
}

/** A call that is accepted, so many milliseconds after its place was given free. */
function accept(rest: Rest, takenAt: number, age: number, running = 0): void {
	rest.forget();
	rest.free(takenAt - age);
	rest.succeeded(rest.take(takenAt, running));
}

describe('refusals that are put down to a late domain', () => {
	it('are five, unless calls are accepted again: then others share the domain', () => {
		const rest = new Rest();
		const times = [1000, 2000, 3000, 4000, 5000, 6000];
		expect(times.map((time) => refuse(rest, time))).toEqual([true, true, true, true, true, false]);
		expect(rest.left(6000, 1)).toBe(0);
		for (let success = 0; success < 101; success += 1) rest.succeeded({ age: null, others: 0 });
		expect(refuse(rest, 7000)).toBe(true);
		expect(refuse(rest, 8000)).toBe(false);
	});

	it('count once where they are of one burst', () => {
		const rest = new Rest();
		const bursts = [1000, 2000, 3000, 4000, 5000].flatMap((time) => [time, time + 50]);
		expect(bursts.map((time) => refuse(rest, time))).not.toContain(false);
		expect(refuse(rest, 6000)).toBe(false);
		const apart = [1000, 1051, 1102, 1153, 1204, 1255];
		const other = new Rest();
		expect(apart.map((time) => refuse(other, time))).toEqual([true, true, true, true, true, false]);
	});

	it('never are more than five, however many calls were accepted before', () => {
		const rest = new Rest();
		for (let success = 0; success < 200; success += 1) rest.succeeded({ age: null, others: 0 });
		const times = [1000, 2000, 3000, 4000, 5000, 6000];
		expect(times.map((time) => refuse(rest, time))).toEqual([true, true, true, true, true, false]);
	});

	it('are of places that were free for 150 ms at most', () => {
		expect(refuse(new Rest(), 1000, 150)).toBe(true);
		expect(refuse(new Rest(), 1000, 151)).toBe(false);
		expect(new Rest().turnedAway({ age: null, others: 0 }, 1000)).toBe(false);
	});

	it('are not of places that were given free before one more was taken', () => {
		const grown = (takenAt: number) => {
			const rest = new Rest();
			rest.take(1000, 1);
			return refuse(rest, takenAt, 10);
		};
		expect(grown(1010)).toBe(false);
		expect(grown(1011)).toBe(true);
	});

	it.each([
		[10, 10, false],
		[10, 9, true],
		[24, 24, false],
		[25, 74, true],
		[25, 75, false],
		[30, 84, true],
		[30, 85, false],
	])('where a place of %i ms was accepted are not of one of %i ms: %s', (accepted, refused, late) => {
		const rest = new Rest();
		accept(rest, 500, accepted);
		expect(refuse(rest, 1000, refused)).toBe(late);
	});

	it('tell nothing where the place was accepted beside fewer calls', () => {
		const rest = new Rest();
		accept(rest, 500, 10, 1);
		expect(rest.turnedAway({ age: 20, others: 2 }, 1000)).toBe(true);
		const other = new Rest();
		accept(other, 500, 10, 2);
		expect(other.turnedAway({ age: 20, others: 1 }, 1000)).toBe(false);
	});
});

describe('the time for which a place rests', () => {
	const left = (rest: Rest, freedAt = 2000, running = 5) => {
		rest.forget();
		rest.free(freedAt);
		return rest.left(freedAt, running);
	};

	it('is twice that of the oldest one refused, 60 ms at least', () => {
		const rest = new Rest();
		refuse(rest, 1000, 10);
		expect(left(rest)).toBe(60);
		refuse(rest, 1020, 40);
		expect(left(rest)).toBe(80);
		refuse(rest, 1040, 30);
		expect(left(rest)).toBe(80);
	});

	it('lies between what was refused and what was accepted, or a bit above where these are near', () => {
		const between = (refused: number, accepted: number) => {
			const rest = new Rest();
			rest.turnedAway({ age: refused, others: 0 }, 1000);
			accept(rest, 1500, accepted);
			return left(rest);
		};
		expect(between(50, 120)).toBeCloseTo(85, 0);
		expect(between(100, 110.5)).toBeCloseTo(105, 0);
		expect(between(100, 105)).toBeCloseTo(115.5, 0);
	});

	it('shrinks with each call that is accepted', () => {
		const rest = new Rest();
		refuse(rest, 1000, 100);
		expect(left(rest)).toBe(200);
		for (let success = 0; success < 500; success += 1) rest.succeeded({ age: null, others: 0 });
		expect(left(rest)).toBeGreaterThan(110);
		expect(left(rest)).toBeLessThan(130);
	});

	it('holds beside as many calls as the fewest that filled the domain', () => {
		const rest = new Rest();
		rest.turnedAway({ age: 10, others: 3 }, 1000);
		rest.turnedAway({ age: 10, others: 4 }, 1010);
		expect(left(rest, 2000, 2)).toBe(0);
		expect(left(rest, 2000, 3)).toBe(60);
	});

	it('is counted from the place that has been free for longest, and is nothing without one', () => {
		const rest = new Rest();
		refuse(rest, 1000, 10);
		rest.forget();
		expect(rest.left(1500, 5)).toBe(0);
		rest.free(1500);
		rest.free(1550);
		expect(rest.left(1520, 5)).toBe(40);
		rest.take(1560, 5);
		expect(rest.left(1560, 5)).toBe(50);
	});

	it('goes on for a place that was taken too early', () => {
		const rest = new Rest();
		refuse(rest, 1000, 10);
		expect(rest.left(1000, 0)).toBe(50);
	});
});
