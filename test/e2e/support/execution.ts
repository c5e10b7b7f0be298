import {
	asList,
	asObject,
	asText,
	isObject,
	type Json,
	type JsonObject,
} from '../../../nodes/ClovaOcr/shared/json';
import { parseFlatted } from './flatted';

/** What a node put out in an execution, as n8n stored it. */
export interface OutputItem {
	json: JsonObject;
	binary: JsonObject;
	pairedItem: Json;
}

export interface Execution {
	id: string;
	status: string;
	/** The error that ended the execution; an empty object when there is none. */
	error: JsonObject;
	/** Items of one output branch of a node, in its last run; empty when it did not run. */
	items(node: string, branch?: number): OutputItem[];
	/** How often a node ran. */
	runs(node: string): number;
	/** The error that a node ended with; an empty object when there is none. */
	nodeError(node: string): JsonObject;
	/** The node's last run as stored: hints, time, executing worker. */
	run(node: string): JsonObject;
	/** Parts of the stored run data as text, to search for what must not be in it. */
	stored: string;
}

/**
 * Reads an execution that has ended.
 * @returns undefined while its data is missing, which n8n 1 may store after the status
 */
export function readExecution(id: string, status: string, data: string): Execution | undefined {
	const resultData = asObject(asObject(parseFlatted(data)).resultData);
	const { lastNodeExecuted, error } = resultData;
	if (asText(lastNodeExecuted) === null && !isObject(error)) return undefined;
	const runData = asObject(resultData.runData);
	const run = (node: string) => asObject(asList(runData[node]).at(-1));
	return {
		id,
		status,
		error: asObject(resultData.error),
		items: (node, branch = 0) => {
			const branches = asList(asObject(run(node).data).main);
			return asList(branches[branch]).map((item) => ({
				json: asObject(asObject(item).json),
				binary: asObject(asObject(item).binary),
				pairedItem: asObject(item).pairedItem ?? null,
			}));
		},
		runs: (node) => asList(runData[node]).length,
		nodeError: (node) => asObject(run(node).error),
		run,
		stored: JSON.stringify(runData),
	};
}
