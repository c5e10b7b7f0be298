import { execFile, nodeProcess, promisify, repositoryRoot } from '../support/node';

/**
 * Runs a measured job in processes of its own, which print their report as JSON, and gives the least of
 * every figure: other work on the machine only ever adds.
 * @param parameters the script that measures, and what it takes
 */
export async function leastReport<Figure extends string>(
	parameters: string[],
	times = 3,
): Promise<Record<Figure, number>> {
	const command = ['--expose-gc', '--import', 'tsx', ...parameters];
	const reports: Array<Record<Figure, number>> = [];
	for (let round = 0; round < times; round++) {
		const options = { cwd: repositoryRoot, maxBuffer: 2 ** 26 };
		const { stdout } = await promisify(execFile)(nodeProcess.execPath, command, options);
		reports.push(JSON.parse(stdout) as Record<Figure, number>);
	}
	const least = { ...reports[0] };
	for (const figure of Object.keys(least) as Figure[]) {
		least[figure] = Math.min(...reports.map((report) => report[figure]));
	}
	return least;
}
