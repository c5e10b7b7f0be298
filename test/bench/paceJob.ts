import { fileItem, jsonOf, parametersFor, picture, runOcr } from '../support/ocrRun';

/**
 * One execution of the pace bench, with its documents drawn.
 * @returns runs it; resolves to how many documents came out right
 */
export function paceJob(
	service: Parameters<typeof runOcr>[0],
	documents: number,
	maxConcurrency: number,
): () => Promise<number> {
	const parameters = parametersFor('extractText', { options: { maxConcurrency } });
	const items = Array.from({ length: documents }, (_, n) => fileItem(`${n}.png`, picture(n)));
	return async () => {
		const result = await runOcr(service, parameters, items, { onError: 'continueRegularOutput' });
		return jsonOf(result).filter(({ text }, n) => text === `${n}.png`).length;
	};
}

/** Loads n8n's engine, so that no run counts that in. */
export async function warmUp(service: Parameters<typeof runOcr>[0]): Promise<void> {
	await runOcr(service, parametersFor('extractText'), [fileItem('warm-up.png')]);
}
