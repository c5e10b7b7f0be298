import type { Json } from '../../nodes/ClovaOcr/shared/json';
import { http } from '../support/node';
import { handleCall } from './calls';
import { applyControl, parseCommand } from './control';
import { type Route, routeOf } from './routing';
import { sendText } from './sending';
import type { Service } from './service';

/** The HTTP server in front of the service; not yet listening. */
export function createServer(service: Service): http.Server {
	const server = http.createServer((request, response) => {
		const route = routeOf(request.url ?? '/', service.domains.apis());
		// A client that leaves early is not a failure of the server.
		response.on('error', () => undefined);
		if (route.kind === 'control') void control(service, request, response);
		else if (route.kind === 'followed') followed(service, response);
		else void receive(service, request, response, route);
	});
	// Slow uploads and long waits are what it is there for.
	server.requestTimeout = 0;
	server.keepAliveTimeout = 60_000;
	return server;
}

async function receive(
	service: Service,
	request: http.IncomingMessage,
	response: http.ServerResponse,
	route: Route,
): Promise<void> {
	const length = request.headers['content-length'];
	const call = service.stats.begin({
		domain: null,
		path: null,
		headers: withoutSecret(request.headers),
		names: [],
		contentLength: length === undefined ? null : Number(length),
		bytesReceived: 0,
		message: null,
		file: null,
		outcome: 'open',
		reason: null,
		status: null,
		billedPages: 0,
		startedAt: Date.now(),
		endedAt: null,
	});
	response.on('close', () => {
		if (!response.writableFinished && call.outcome !== 'fault') call.outcome = 'left';
		service.stats.end(call);
	});
	await handleCall({ service, request, response, call, calledPath: request.url ?? '/' }, route);
}

/** `GET /control` tells the statistics, `POST /control` takes a command. */
async function control(
	service: Service,
	request: http.IncomingMessage,
	response: http.ServerResponse,
): Promise<void> {
	if (request.method === 'GET') {
		sendText(response, 200, JSON.stringify(service.stats));
		return;
	}
	try {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(Buffer.from(chunk));
		const json: Json = JSON.parse(Buffer.concat(chunks).toString());
		applyControl(service, parseCommand(json));
		sendText(response, 200, '{}');
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		sendText(response, 400, JSON.stringify({ message }));
	}
}

/** Where a client ends up that follows the redirect fault. */
function followed({ stats, log }: Service, response: http.ServerResponse): void {
	stats.redirectsFollowed += 1;
	log('a redirect was followed');
	sendText(response, 200, '{}');
}

function withoutSecret(headers: http.IncomingHttpHeaders): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers)
			.filter(([name]) => name !== 'x-ocr-secret')
			.map(([name, value]) => [name, String(value)]),
	);
}
