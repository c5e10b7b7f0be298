import { jsonParse, NodeConnectionTypes } from 'n8n-workflow';
import type {
	EngineRequest,
	EngineResponse,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';

/** What n8n hands an agent for every connected tool (a LangChain tool). */
interface ConnectedTool {
	name: string;
	description: string;
	invoke(toolArguments: IDataObject): Promise<string>;
}

/**
 * Stands where an AI agent stands (`test.agent`), with the model's decision given as parameter
 * `arguments`. n8n has two ways of running a tool, and both are the engine's own code here:
 * - `via: invoke`: the tool is asked for as a LangChain tool and invoked (agents up to version 2,
 *   MCP server, tools of sub-agents);
 * - `via: engine`: the node returns a request and the engine runs the tool as a node of its own
 *   (agents from version 3).
 * Output: `response`, the text that the model would read, and of an invoked tool `toolName` and
 * `toolDescription`.
 */
export const agent: INodeType = {
	description: {
		displayName: 'Agent',
		name: 'agent',
		group: ['transform'],
		version: 1,
		description: 'Calls its tool once',
		defaults: { name: 'Agent' },
		inputs: [
			NodeConnectionTypes.Main,
			{ type: NodeConnectionTypes.AiTool, displayName: 'Tool', required: true },
		],
		outputs: [NodeConnectionTypes.Main],
		properties: [
			{ displayName: 'Via', name: 'via', type: 'string', default: 'invoke' },
			{ displayName: 'Arguments', name: 'arguments', type: 'json', default: '{}' },
		],
	},

	async execute(response?: EngineResponse) {
		const toolArguments = jsonParse<IDataObject>(String(this.getNodeParameter('arguments', 0)));
		if (this.getNodeParameter('via', 0) === 'invoke') return await invokeTool(this, toolArguments);
		if (response && response.actionResponses.length > 0) return readResponse(response);
		return requestTool(this, toolArguments);
	},
};

async function invokeTool(
	context: IExecuteFunctions,
	toolArguments: IDataObject,
): Promise<INodeExecutionData[][]> {
	const connected = await context.getInputConnectionData(NodeConnectionTypes.AiTool, 0);
	const [tool] = connected as ConnectedTool[];
	const text = await tool.invoke(toolArguments);
	const json = { response: text, toolName: tool.name, toolDescription: tool.description };
	return [[{ json, pairedItem: { item: 0 } }]];
}

function requestTool(context: IExecuteFunctions, toolArguments: IDataObject): EngineRequest {
	const [tool] = context.getParentNodes(context.getNode().name, {
		connectionType: NodeConnectionTypes.AiTool,
		depth: 1,
	});
	return {
		actions: [
			{
				actionType: 'ExecutionNodeAction',
				id: 'call-1',
				type: NodeConnectionTypes.AiTool,
				nodeName: tool.name,
				input: toolArguments,
				metadata: { itemIndex: 0 },
			},
		],
		metadata: {},
	};
}

/** The engine's result as agents read it: the JSON of the tool's first output, an error included. */
function readResponse({ actionResponses: [{ data }] }: EngineResponse): INodeExecutionData[][] {
	const items = data.data?.[NodeConnectionTypes.AiTool]?.[0] ?? [];
	const text = JSON.stringify(items.map((item) => item.json));
	return [[{ json: { response: text }, pairedItem: { item: 0 } }]];
}
