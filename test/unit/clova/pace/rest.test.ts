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
