import { ClovaOcr } from '../../nodes/ClovaOcr/ClovaOcr.node';
import { operations } from '../../nodes/ClovaOcr/operations';
import { runInNewContext } from '../support/node';

const { description } = new ClovaOcr();

/** What n8n shows for an expression of the description with these parameters. */
function shown(expression: unknown, parameters: object): unknown {
	const code = String(expression).replace(/^=\{\{|\}\}$/g, '');
	return JSON.parse(String(runInNewContext(`JSON.stringify(${code})`, { $parameter: parameters })));
}

test.each(operations.map(({ resource, value, name }) => [name, resource, value]))(
	'the node shows "%s" below its own name',
	(name, resource, operation) => {
		expect(shown(description.subtitle, { resource, operation })).toBe(name);
	},
);

test('the names are those of operations alone', () => {
	const names = /\((.*)\)\[/.exec(description.subtitle ?? '')?.[1] ?? '{}';
	expect(Object.keys(JSON.parse(names)).sort()).toEqual(operations.map(({ value }) => value).sort());
});

test.each([
	[{ options: { reviewOutput: true } }, ['Accepted', 'Needs Review']],
	[{ options: { reviewOutput: 'true' } }, [undefined]],
	[{ options: {} }, [undefined]],
	[{}, [undefined]],
])('with %j the outputs are called %j', (parameters, names) => {
	const outputs = shown(description.outputs, parameters);
	const list = Array.isArray(outputs) ? outputs : [];
	expect(list.map(({ displayName }) => displayName)).toEqual(names);
	expect(list.every(({ type }) => type === 'main')).toBe(true);
});
