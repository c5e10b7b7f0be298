import type { Locator } from 'playwright-core';

import { exampleNames, readExample } from '../support/examples';
import { Editor } from '../support/editor';

/** What the example workflows look like to somebody who has just imported one. */
let editor: Editor;

beforeAll(async () => {
	editor = await Editor.start();
});

afterAll(async () => {
	await editor.close();
});

test.each(exampleNames())(
	'%s has notes that show all their text, beside the nodes',
	async (name) => {
		const { session, page } = editor;
		const workflow = await readExample(name, session.home.files, session.credential);
		await editor.open(await session.api.createWorkflow(workflow));
		await editor.fitToView();
		const notes = page.getByTestId('sticky');
		expect(await notes.count()).toBe(2);
		const cut = await notes.evaluateAll((elements) =>
			elements.flatMap((element) =>
				[...element.querySelectorAll('*')]
					.filter((inner) => inner.scrollHeight > inner.clientHeight + 4 && inner.clientHeight > 40)
					.map((inner) => `${inner.className}: ${inner.scrollHeight} > ${inner.clientHeight}`),
			),
		);
		expect(cut).toEqual([]);
		const [noteBoxes, nodeBoxes] = [await boxes(notes), await boxes(page.locator(NODES))];
		expect(nodeBoxes.length).toBeGreaterThan(2);
		const covered = nodeBoxes.filter((node) => noteBoxes.some((note) => overlap(note, node)));
		expect(covered).toEqual([]);
	},
);

const NODES = '[data-test-id=canvas-node]:not(:has([data-test-id=sticky]))';

interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

async function boxes(found: Locator): Promise<Box[]> {
	const all = await Promise.all((await found.all()).map(async (each) => await each.boundingBox()));
	return all.flatMap((box) => box ?? []);
}

function overlap(one: Box, other: Box): boolean {
	const apart = (from: 'x' | 'y', size: 'width' | 'height') =>
		one[from] + one[size] <= other[from] || other[from] + other[size] <= one[from];
	return !apart('x', 'width') && !apart('y', 'height');
}
