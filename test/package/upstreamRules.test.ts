import type { INodeProperties } from 'n8n-workflow';

import { ClovaOcrApi } from '../../credentials/ClovaOcrApi.credentials';
import { ClovaOcr } from '../../nodes/ClovaOcr/ClovaOcr.node';
import { asList, asObject, type Json } from '../../nodes/ClovaOcr/shared/json';
import { fs, path, repositoryRoot } from '../support/node';
import { filesBelow } from '../support/files';

/**
 * Rules of n8n's lint plugin that its repository has and the installed version has not yet. Two of
 * them look at literals of the node's class only, where our properties come from other files: here
 * they are held against the whole description.
 */
const { description } = new ClovaOcr();
const credential = new ClovaOcrApi();
const codex = asObject(JSON.parse(source('nodes/ClovaOcr/ClovaOcr.node.json')) as Json);

function source(file: string): string {
	return fs.readFileSync(path.join(repositoryRoot, file), 'utf8');
}

/** Properties with those inside their collections. */
function withNested(properties: INodeProperties[]): INodeProperties[] {
	return properties.flatMap((property) => [
		property,
		...withNested(
			(property.options ?? []).filter((each): each is INodeProperties => 'type' in each),
		),
	]);
}

const everyProperty = [...withNested(description.properties), ...credential.properties];

test('single-credential-per-node', () => {
	expect(description.credentials).toEqual([
		expect.objectContaining({ name: 'clovaOcrApi', required: true }),
	]);
});

test('non-required-fields-in-collection, but for what decides which items come out', () => {
	const exempt = ['collection', 'fixedCollection', 'notice', 'callout', 'hidden', 'curlImport'];
	const outside = description.properties.filter(
		({ name, type, required }) =>
			required !== true &&
			!exempt.includes(type) &&
			!['resource', 'operation', 'authentication'].includes(name),
	);
	// Everyone looks at these before the first run: where the file is, what becomes an item, and
	// whether personal numbers come out. n8n's own nodes keep 'Input Type', 'Output' and the like outside, too.
	// The file itself stands in 'URL' or 'Base64'; n8n would demand both where 'Input Type' is an expression.
	const file = ['inputType', 'url', 'base64', 'fileName'];
	const reasoned = [...file, 'splitInto', 'output', 'fields', 'mask', 'alsoHide'];
	expect([...new Set(outside.map(({ name }) => name))].sort()).toEqual(reasoned.sort());
});

test('no-hardcoded-ids', () => {
	const pattern =
		/\b(?:partner|affiliate|reseller|account|tenant|customer|client)_?id\b['"]?\s*[:=]\s*['"`]/i;
	const named = ['nodes', 'credentials'].flatMap((folder) =>
		filesBelow(path.join(repositoryRoot, folder))
			.filter((file) => file.endsWith('.ts'))
			.filter((file) => pattern.test(source(`${folder}/${file}`))),
	);
	expect(named).toEqual([]);
	expect(pattern.test("qs: { partner_id: 'fixed' }")).toBe(true);
});

test('valid-node-categories', () => {
	const allowed = [
		'Analytics',
		'Communication',
		'Data & Storage',
		'Development',
		'Finance & Accounting',
		'Marketing & Content',
		'Miscellaneous',
		'Productivity',
		'Sales',
		'Utility',
	];
	expect(asList(codex.categories).length).toBeGreaterThan(0);
	expect(allowed).toEqual(expect.arrayContaining(asList(codex.categories)));
	expect(codex).not.toHaveProperty('subcategories');
});

test('hint-max-length', () => {
	const hints = everyProperty.flatMap(({ hint }) => hint ?? []);
	expect(hints.length).toBeGreaterThan(0);
	expect(hints.filter((hint) => hint.length > 120)).toEqual([]);
});

test('no-asterisk-in-option-names', () => {
	const names = everyProperty.flatMap(({ options = [] }) => options.map(({ name }) => name));
	expect(names.filter((name) => name.includes('*'))).toEqual([]);
});

describe('icon-contrast', () => {
	const icons = [description.icon, credential.icon].flatMap((icon) =>
		typeof icon === 'object' ? [icon] : [],
	);

	/** Relative luminance of a colour as WCAG 2 defines it. */
	function luminance(color: string): number {
		const long = color.length === 4 ? color.replace(/[\da-f]/gi, '$&$&') : color;
		const [red, green, blue] = [1, 3, 5].map((at) => {
			const level = parseInt(long.slice(at, at + 2), 16) / 255;
			return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4;
		});
		return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
	}

	function contrast(one: string, other: string): number {
		const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
		return (light + 0.05) / (dark + 0.05);
	}

	it('knows black, white and green', () => {
		expect(contrast('#000', '#fff')).toBeCloseTo(21, 5);
		expect(contrast('#ffffff', '#008000')).toBeCloseTo(5.14, 2);
	});

	it('has node and credential in two colours', () => {
		expect(icons).toHaveLength(2);
	});

	it.each([
		['light', '#ffffff'],
		['dark', '#2b2b2b'],
	] as const)('is 3 at least on the %s background', (theme, background) => {
		for (const icon of icons) {
			const file = icon[theme].replace('file:', '').replaceAll('../', '');
			const colors = source(file).match(/#[\da-f]{6}\b|#[\da-f]{3}\b/gi) ?? [];
			const best = Math.max(...colors.map((color) => contrast(color, background)));
			expect(best).toBeGreaterThanOrEqual(3);
		}
	});
});
