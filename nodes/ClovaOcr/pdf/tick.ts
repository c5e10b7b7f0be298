/** Milliseconds of work after which the event loop is given free for others. */
const TURN = 15;

/** After how many objects pdf-lib asks: often enough for large ones, not so often as to cost time. */
export const OBJECTS_PER_TICK = 16;

let turnBegan = 0;

/** Lets n8n serve others if this code has held the event loop for a turn; else goes on at once. */
export async function breathe(): Promise<void> {
	if (Date.now() - turnBegan < TURN) return;
	await nextTurn();
	turnBegan = Date.now();
}

/**
 * Stands in for `setTimeout(callback, 0)` inside the bundled pdf-lib, which asks for a tick after
 * every few objects, whatever their size: a tick that counts time instead neither stalls on large
 * objects nor crawls through small ones.
 */
export function tick(callback: () => void): void {
	void breathe().then(callback);
}

/** A message to oneself comes in the event loop's next turn; timers are not for a community node to set. */
async function nextTurn(): Promise<void> {
	const { port1, port2 } = new MessageChannel();
	await new Promise<void>((resolve) => {
		port1.onmessage = () => resolve();
		port2.postMessage(null);
	});
	port1.close();
}
