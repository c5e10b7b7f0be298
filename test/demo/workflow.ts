import type { WorkflowJson } from '../support/n8n';

/** What the demo runs: read the files, hand them to CLOVA OCR. */
export function demoWorkflow(resource: string, operation: string, paths: string[]): WorkflowJson {
	return {
		name: 'Demo',
		nodes: [
			{
				id: 'files',
				name: 'Read Files',
				type: 'test.readFiles',
				typeVersion: 1,
				position: [200, 0],
				parameters: { paths },
			},
			{
				id: 'ocr',
				name: 'CLOVA OCR',
				type: 'n8n-nodes-clova-ocr.clovaOcr',
				typeVersion: 1,
				position: [400, 0],
				parameters: { resource, operation, output: 'detailed' },
				credentials: { clovaOcrApi: { id: 'simulator', name: 'Simulator' } },
				onError: 'continueRegularOutput',
			},
			{
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
		],
		connections: {
			Start: { main: [[{ node: 'Read Files', type: 'main', index: 0 }]] },
			'Read Files': { main: [[{ node: 'CLOVA OCR', type: 'main', index: 0 }]] },
		},
	};
}
