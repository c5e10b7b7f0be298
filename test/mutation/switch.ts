import { everywhere } from '../support/node';

/** Thrown out of code that goes on far longer than it does unmutated. */
export class EndlessWork extends Error {}

const state = {
	/** The number of the mutant that is switched on; 0 for none. */
	active: 0,
	/** How many more times places may be asked. */
	fuel: Infinity,
	/** Per place whether it was asked since the last look. */
	reached: new Uint8Array(0),
	collecting: false,
};

/** Gives every instrumented file the function that it asks at its places. */
export function installSwitch(places: number): void {
	state.reached = new Uint8Array(places + 1);
	Object.assign(everywhere, {
		__mutant: (number: number): boolean => {
			if ((state.fuel -= 1) < 0) throw new EndlessWork('This goes on without end');
			if (state.collecting) state.reached[number] = 1;
			return number === state.active;
		},
	});
}

/** Switches one mutant on, and all others off; 0 switches all off. */
export function switchOn(mutant: number): void {
	state.active = mutant;
}

/** From now on places may be asked so many times. */
export function refuel(fuel: number): void {
	state.fuel = fuel;
}

export function fuelLeft(): number {
	return state.fuel;
}

export function collect(collecting: boolean): void {
	state.collecting = collecting;
}

/** The places that were reached since the last call. */
export function takeReached(): Set<number> {
	const numbers = new Set<number>();
	for (let at = state.reached.indexOf(1); at !== -1; at = state.reached.indexOf(1, at + 1)) {
		numbers.add(at);
	}
	state.reached.fill(0);
	return numbers;
}
