import type { INode } from 'n8n-workflow';

import type { WorkflowJson } from '../../support/n8n';

/** A node of a contestant's way. */
export type Step = Pick<INode, 'name' | 'type' | 'typeVersion' | 'parameters'> &
	Partial<Pick<INode, 'credentials' | 'onError'>>;

/**
 * Source, Mark, the steps in a row, End.
 * @param paths files that the source reads; null where the harness gives its items
 * @param batch size of batches in a Loop Over Items around the steps
 */
export function workflowOf(paths: string[] | null, steps: Step[], batch?: number): WorkflowJson {
	const source: Step =
		paths === null
			? { name: 'Source', type: 'test.source', typeVersion: 1, parameters: {} }
			: { name: 'Source', type: 'test.files', typeVersion: 1, parameters: { paths } };
	const mark: Step = { name: 'Mark', type: 'test.mark', typeVersion: 1, parameters: {} };
	const end: Step = { name: 'End', type: 'test.pass', typeVersion: 1, parameters: {} };
	const loop: Step = {
		name: 'Loop Over Items',
		type: 'n8n-nodes-base.splitInBatches',
		typeVersion: 3,
		parameters: { batchSize: batch, options: {} },
	};
	const all = batch === undefined ? [source, mark, ...steps] : [source, mark, loop, ...steps];
	const connections: WorkflowJson['connections'] = {};
	for (const [at, { name }] of all.entries()) {
		const next = all[at + 1] ?? (batch === undefined ? end : loop);
		// The loop's first output is taken when all batches are done.
		connections[name] = { main: name === loop.name ? [to(end), to(next)] : [to(next)] };
	}
	return {
		nodes: [...all, end].map((step) => ({ id: step.name, position: [0, 0], ...step })),
		connections,
	};
}

function to({ name }: Step) {
	return [{ node: name, type: 'main' as const, index: 0 }];
}
