import type { INodeType } from 'n8n-workflow';

import { memory, resetPeak } from '../../support/measure';
import { nodeProcess, performance } from '../../support/node';
import { pass } from '../../support/nodes/pass';

/** What a piece of work took. */
export interface Taken {
	ms: number;
	cpuMs: number;
	/** Megabytes by which the process was larger at its largest. */
	growth: number;
}

/** Begins a measurement. @returns ends it */
export function startMeasuring(): () => Taken {
	const idle = resetPeak();
	const cpu = nodeProcess.cpuUsage();
	const begun = performance.now();
	return () => {
		const ms = performance.now() - begun;
		const { user, system } = nodeProcess.cpuUsage(cpu);
		return { ms, cpuMs: (user + system) / 1000, growth: (memory('VmHWM') - idle) / 1024 };
	};
}

/** Stands between the source and a contestant's way (`test.mark`): what the files cost to get in is not counted. */
export function markNode(onMark: () => void): INodeType {
	return {
		description: { ...pass.description, displayName: 'Mark', name: 'mark' },
		async execute() {
			onMark();
			return [this.getInputData()];
		},
	};
}
