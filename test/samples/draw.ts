import { fsp, nodeProcess, path } from '../support/node';
import { samples } from './index';

/** Writes the samples (or those named) into a folder, to be looked at: `tsx test/samples/draw.ts [id …]`. */
async function main(): Promise<void> {
	const wanted = nodeProcess.argv.slice(2);
	const folder = path.resolve('.cache/samples');
	await fsp.mkdir(folder, { recursive: true });
	for (const each of samples) {
		if (wanted.length > 0 && !wanted.includes(each.id)) continue;
		const bytes = await each.picture();
		await fsp.writeFile(path.join(folder, each.fileName), bytes);
		nodeProcess.stdout.write(`${each.fileName}\t${Math.ceil(bytes.length / 1024)} KB\n`);
	}
}

void main();
