/** Milliseconds of work after which the event loop is given free for others. */
const TURN = 15;

let turnBegan = 0;

/** Lets n8n serve others if this code has held the event loop for a turn; else goes on at once. */
export async function breathe(): Promise<void> {
	if (Date.now() - turnBegan < TURN) return;
	await nextTurn();
	turnBegan = Date.now();
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
