/** A folder of `nodes/ClovaOcr` (or a lone file of it), or that of the credential, and what its files may import. */
export interface Room {
	name: string;
	/** Other rooms. Beside them a room is open to itself, to its own folders, and to what it is inside of. */
	rooms: readonly string[];
	/** What it may take from `n8n-workflow`; the execution's context only where that is everything. */
	n8n: 'everything' | readonly string[];
}

const ITEMS = [
	'IBinaryKeyData',
	'IDataObject',
	'INode',
	'INodeExecutionData',
	'JsonObject',
	'NodeApiError',
	'NodeOperationError',
];
const PARAMETERS = ['IDisplayOptions', 'INodeProperties', 'INodePropertyOptions'];

/**
 * The plan of the house, the top floor first: arrows go down only, so that there is no circle.
 * CONTRIBUTING shows it, and a test compares the two.
 */
export const PLAN: readonly Room[] = [
	room(
		'(top)',
		'properties operations input output clova clova/pace clova/problems reading reading/masking problem shared',
		'everything',
	),
	room('credentials', 'clova', 'everything'),
	room('properties', 'operations options input shared', PARAMETERS),
	room('output', 'input operations reading reading/masking problem shared', ['*', ...ITEMS]),
	room(
		'input',
		'operations options clova clova/problems pdf reading tiff problem shared',
		'everything',
	),
	room('operations', 'redaction clova reading reading/masking options problem shared'),
	room(
		'operations/general',
		'pdf problem reading reading/general reading/general/text reading/masking tiff',
	),
	room('operations/template', 'reading/template'),
	room(
		'operations/idCard',
		'operations/document problem reading reading/document reading/masking reading/checks reading/values shared',
	),
	room(
		'operations/document',
		'reading reading/document reading/masking reading/checks reading/values shared',
	),
	room('redaction', 'pdf pdf/picture shared'),
	room('redaction/jpeg', 'pdf pdf/picture'),
	room('redaction/png', 'pdf pdf/picture'),
	room('clova', 'reading problem shared', ['IHttpRequestOptions', 'sleep']),
	room('clova/pace', '', ['sleep']),
	room('clova/problems', 'reading/masking problem shared'),
	room('reading', 'options shared'),
	room('reading/template', 'reading/document reading/values shared'),
	room('reading/document', 'reading/masking reading/checks reading/values shared'),
	room('reading/general', 'shared'),
	room('reading/general/markdown', 'reading/general/tables reading/general/text'),
	room('reading/general/pairs', 'reading/general/tables reading/general/text'),
	room('reading/general/tables', 'reading/general/text shared'),
	room('reading/general/text', 'shared'),
	room('reading/masking', 'reading/checks shared'),
	room('reading/checks', 'reading/values'),
	room('reading/values', 'shared'),
	room('options', 'problem'),
	room('pdf', ''),
	room('pdf/scan', 'pdf/layer pdf/page pdf/file shared'),
	room('pdf/layer', 'pdf/picture pdf/page pdf/file shared'),
	room('pdf/picture', 'pdf/page pdf/file tiff shared'),
	room('pdf/split', 'pdf/page pdf/file'),
	room('pdf/page', 'pdf/file shared'),
	room('pdf/file', ''),
	room('tiff', ''),
	room('problem', ''),
	room('shared', ''),
];

function room(name: string, rooms: string, n8n: Room['n8n'] = []): Room {
	return { name, rooms: rooms.split(' ').filter((each) => each !== ''), n8n };
}

/** The plan as CONTRIBUTING shows it. */
export function pictureOf(plan: readonly Room[]): string {
	const names = plan.map(({ name }) => {
		const steps = name.split('/');
		return '  '.repeat(steps.length - 1) + (steps.at(-1) ?? '');
	});
	const width = Math.max(...names.map(({ length }) => length));
	const lines = plan.map(({ rooms, n8n }, at) => {
		const mark = n8n === 'everything' ? '●' : n8n.length > 0 ? '○' : ' ';
		const arrows = rooms.length > 0 ? `→ ${rooms.join(' ')}` : '';
		return `${names[at].padEnd(width)}  ${mark}  ${arrows}`.trimEnd();
	});
	return `${lines.join('\n')}\n`;
}
