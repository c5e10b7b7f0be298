import type { INodeType, IVersionedNodeType } from 'n8n-workflow';

import { createRequire, fs, path, repositoryRoot } from '../../support/node';

const SERVER = path.join(repositoryRoot, 'test/e2e/server');

const FILES: Record<string, string> = {
	'n8n-nodes-base.httpRequest': 'HttpRequest/HttpRequest.node.js',
	'n8n-nodes-base.extractFromFile': 'Files/ExtractFromFile/ExtractFromFile.node.js',
	'n8n-nodes-base.splitInBatches': 'SplitInBatches/SplitInBatches.node.js',
};

/**
 * n8n's own nodes by their type names, from the n8n of the end-to-end tests.
 * @throws Error where that is not installed
 */
export function baseNodes(): Array<[string, INodeType | IVersionedNodeType]> {
	const load = loader();
	return Object.entries(FILES).map(([type, file]) => {
		const classes = load(`n8n-nodes-base/dist/nodes/${file}`) as Record<
			string,
			new () => INodeType | IVersionedNodeType
		>;
		return [type, new classes[path.basename(file, '.node.js')]()];
	});
}

/** Version of n8n's own nodes. */
export function baseVersion(): string {
	return (loader()('n8n-nodes-base/package.json') as { version: string }).version;
}

function loader() {
	if (!fs.existsSync(path.join(SERVER, 'node_modules/n8n-nodes-base'))) {
		throw new Error(
			'n8n\'s own nodes are not there: "npm run test:e2e -- --install" installs them',
		);
	}
	return createRequire(path.join(SERVER, 'package.json'));
}
