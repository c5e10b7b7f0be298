import 'reflect-metadata';
import '../support/n8nHome';
import { PackageDirectoryLoader } from 'n8n-core';

import { createRequire, nodeProcess, path } from '../support/node';
import { filesBelow } from '../support/files';

/**
 * Loads an unpacked package with n8n's loader and prints as JSON what n8n would know of it. Outside
 * Jest, because n8n then builds the classes in a context of their own, as in production.
 */
async function load(directory: string): Promise<void> {
	const loader = new PackageDirectoryLoader(directory);
	await loader.loadAll();
	const requireFrom = createRequire(path.join(directory, 'index.js'));
	const scripts = filesBelow(directory).filter((file) => file.endsWith('.js'));
	for (const file of scripts) requireFrom(`./${file}`);
	const known = {
		nodes: loader.types.nodes,
		credentials: loader.types.credentials,
		knownCredentials: loader.known.credentials,
		scripts: scripts.length,
	};
	nodeProcess.stdout.write(JSON.stringify(known));
}

void load(nodeProcess.argv[2]);
