import type { INodeType } from 'n8n-workflow';

import { memory, resetPeak } from '../../support/measure';
import { nodeProcess, performance } from '../../support/node';
import { pass } from '../../support/nodes/pass';

/** What a piece of work took. */
export interface Taken {
	ms: number;
	cpuMs: number;
	/** Megabytes by which the process was larger at its largest than before anything came in. */
	growth: number;
}

/**
 * Measures a piece of work from `start` to `taken`. Made before anything comes in: in memory mode the
 * items themselves count too, whoever holds them.
 */
export class Measurement {
	private readonly idle = resetPeak();
	private cpu = nodeProcess.cpuUsage();
	private begun = performance.now();

	start(): void {
		resetPeak();
		this.cpu = nodeProcess.cpuUsage();
		this.begun = performance.now();
	}

	taken(): Taken {
		const ms = performance.now() - this.begun;
		const { user, system } = nodeProcess.cpuUsage(this.cpu);
		return { ms, cpuMs: (user + system) / 1000, growth: (memory('VmHWM') - this.idle) / 1024 };
	}
}

/** Stands between the source and a contestant's way (`test.mark`): what it takes to get files in is not timed. */
export function markNode(measurement: Measurement): INodeType {
	return {
		description: { ...pass.description, displayName: 'Mark', name: 'mark' },
		async execute() {
			measurement.start();
			return [this.getInputData()];
		},
	};
}
