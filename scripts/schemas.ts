import { operations } from '../nodes/ClovaOcr/operations';
import { fs, nodeProcess, path } from '../test/support/node';
import { outputSchema } from './outputSchema';

/**
 * Writes the output schemas that n8n's editor shows before the first run, one file per operation:
 * `__schema__/v1.0.0/<resource>/<operation>.json` beside the node.
 */
const folder = path.resolve(nodeProcess.cwd(), 'nodes/ClovaOcr/__schema__/v1.0.0');

fs.rmSync(folder, { recursive: true, force: true });
for (const operation of operations) {
	const file = path.join(folder, operation.resource, `${operation.value}.json`);
	fs.mkdirSync(path.dirname(file), { recursive: true });
	fs.writeFileSync(file, `${JSON.stringify(outputSchema(operation), null, '\t')}\n`);
}
