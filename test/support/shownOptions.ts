import { NodeHelpers, type INode, type INodeProperties } from 'n8n-workflow';

import { ClovaOcr } from '../../nodes/ClovaOcr/ClovaOcr.node';
import { optionsProperty } from '../../nodes/ClovaOcr/options';

/** All members of the collection 'Options'. */
export const allOptions = (optionsProperty.options ?? []).filter(
	(option): option is INodeProperties => 'displayName' in option,
);

/** Whether n8n shows an option beside these parameters, by n8n's own rules. */
export function isShown(option: INodeProperties, parameters: Record<string, string>): boolean {
	const node: INode = {
		id: '1',
		name: 'CLOVA OCR',
		type: 'clovaOcr',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	return NodeHelpers.displayParameter(
		{ options: {}, ...parameters },
		option,
		node,
		new ClovaOcr().description,
		parameters,
	);
}
