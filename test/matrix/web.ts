import { http, type AddressInfo } from '../support/node';

export interface Web {
	url: string;
	close(): void;
}

/** A web server on loopback, on any free port. */
export async function startWeb(
	answer: (path: string, response: http.ServerResponse) => void,
): Promise<Web> {
	const server = http.createServer((request, response) => {
		// A client that leaves early is not a failure of the server.
		response.on('error', () => undefined);
		answer(request.url ?? '', response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}
