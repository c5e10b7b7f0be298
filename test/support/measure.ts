import { fs, startTimer, stopTimer } from './node';

/** The longest time that this thread worked without letting a timer run. */
export class Stalls {
	private longest = 0;
	private last = threadMs();
	private timer = startTimer(() => this.look(), 1);

	end(): number {
		stopTimer(this.timer);
		this.look();
		stopTimer(this.timer);
		return this.longest;
	}

	private look(): void {
		const now = threadMs();
		this.longest = Math.max(this.longest, now - this.last);
		this.last = now;
		this.timer = startTimer(() => this.look(), 1);
	}
}

/** Milliseconds that this thread has been on a processor: other work cannot inflate them. */
export function threadMs(): number {
	const statistics = fs.readFileSync('/proc/thread-self/schedstat', 'utf8');
	return Number(statistics.split(' ')[0]) / 1e6;
}

/** Kilobytes that the kernel counts for this process. */
export function memory(member: 'VmHWM' | 'VmRSS'): number {
	const status = fs.readFileSync('/proc/self/status', 'utf8');
	return Number(new RegExp(`${member}:\\s+(\\d+)`).exec(status)?.[1]);
}

/** Collects garbage and sets the peak back; gives the memory that is used then. */
export function resetPeak(): number {
	gc?.();
	fs.writeFileSync('/proc/self/clear_refs', '5');
	return memory('VmRSS');
}
