import {
	asList,
	asObject,
	asText,
	type Json,
	type JsonObject,
} from '../../../nodes/ClovaOcr/shared/json';
import { http, type AddressInfo } from '../../support/node';

/** A language model on loopback that speaks OpenAI's chat protocol and follows a script. */
export interface FakeModel {
	/** Base URL for n8n's OpenAI credential. */
	url: string;
	/** Arguments of the tool call that the model answers a first message with. */
	toolArguments: JsonObject;
	/** Names and parameter names of the tools that n8n last offered, such as `CLOVA_OCR(URL)`. */
	tools: string[];
	/** What n8n gave back as result of the last tool call. */
	toolResult: string;
	close(): Promise<void>;
}

/** Starts the model: it calls the first tool once, then says "Done: " and what the tool returned. */
export async function startFakeModel(): Promise<FakeModel> {
	const server = http.createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			response.setHeader('content-type', 'application/json');
			const body = Buffer.concat(chunks).toString() || '{}';
			response.end(JSON.stringify(answerTo(model, asObject(JSON.parse(body) as Json))));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const model: FakeModel = {
		url: `http://127.0.0.1:${port}/v1`,
		toolArguments: {},
		tools: [],
		toolResult: '',
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
	return model;
}

function answerTo(model: FakeModel, request: JsonObject): JsonObject {
	const messages = asList(request.messages).map(asObject);
	if (messages.length === 0) return { object: 'list', data: [{ id: 'fake', object: 'model' }] };
	const tools = asList(request.tools).map((tool) => asObject(asObject(tool).function));
	if (tools.length > 0) model.tools = tools.map(signature);
	const result = messages.filter(({ role }) => role === 'tool').at(-1);
	if (result === undefined) {
		const [tool] = tools;
		const call = {
			id: 'call_1',
			type: 'function',
			function: { name: tool?.name ?? '', arguments: JSON.stringify(model.toolArguments) },
		};
		return completion({ role: 'assistant', content: null, tool_calls: [call] }, 'tool_calls');
	}
	model.toolResult = asText(result.content) ?? JSON.stringify(result.content);
	return completion({ role: 'assistant', content: `Done: ${model.toolResult.length}` }, 'stop');
}

function signature(tool: JsonObject): string {
	const names = Object.keys(asObject(asObject(tool.parameters).properties));
	return `${asText(tool.name)}(${names.join(', ')})`;
}

function completion(message: JsonObject, reason: string): JsonObject {
	return {
		id: 'chatcmpl-1',
		object: 'chat.completion',
		created: 0,
		model: 'fake',
		choices: [{ index: 0, message, finish_reason: reason }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}
