import { NodeHelpers, type INode, type INodeProperties } from 'n8n-workflow';

import { ClovaOcr } from '../../nodes/ClovaOcr/ClovaOcr.node';
import type { Operation } from '../../nodes/ClovaOcr/operations/types';
import { optionsProperty } from '../../nodes/ClovaOcr/properties/options';

/** All members of the collection 'Options'. */
export const allOptions = (optionsProperty.options ?? []).filter(
	(option): option is INodeProperties => 'displayName' in option,
);

/** Whether n8n shows an option under an operation, with one of its splits and outputs at least. */
export function isShownOn(
	option: INodeProperties,
	{ resource, value, splitInto }: Operation,
	more: Record<string, string> = {},
): boolean {
	return ['', ...splitInto.map((choice) => choice.value)].some((split) =>
		['detailed', 'simplified'].some((output) =>
			isShown(option, { resource, operation: value, output, splitInto: split, ...more }),
		),
	);
}

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
