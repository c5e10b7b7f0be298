import type { ApiPath } from '../../nodes/ClovaOcr/clova/endpoint';

/** What a URL's path asks for. */
export type Route =
	| { kind: 'api'; domainId: string; key: string; api: ApiPath }
	| { kind: 'control' }
	| { kind: 'followed' }
	| { kind: 'unknown' };

/**
 * @param target path and query as in the request line
 * @param apis the paths that are of some API; any other is the gateway's matter
 */
export function routeOf(target: string, apis: readonly ApiPath[]): Route {
	const [pathname] = target.split('?', 1);
	if (pathname === '/control') return { kind: 'control' };
	if (pathname === '/followed') return { kind: 'followed' };
	const match = /^\/custom\/v1\/([^/]+)\/([^/]+)(\/.*)$/.exec(pathname);
	const api = apis.find((path) => path === match?.[3]);
	if (match === null || api === undefined) return { kind: 'unknown' };
	return { kind: 'api', domainId: match[1], key: match[2], api };
}
