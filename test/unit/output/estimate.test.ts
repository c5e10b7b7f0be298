import { bytesSource } from '../../../nodes/ClovaOcr/clova/streamedFile';
import type { OpenedFile } from '../../../nodes/ClovaOcr/input/openedFile';
import { wholeFile, type Plan } from '../../../nodes/ClovaOcr/input/parts';
import { estimateItem } from '../../../nodes/ClovaOcr/output/estimate';
import { finalProblem } from '../../../nodes/ClovaOcr/problem';

const document = {
	fileName: 'scan.png',
	format: 'png' as const,
	source: bytesSource(Buffer.alloc(7)),
	pixels: { width: 30, height: 20 },
};
const problem = finalProblem('It is too large', 'Make it smaller.');
const plan = wholeFile(document);

function estimated(opened: Exclude<OpenedFile, { state: 'passedOver' }>) {
	return estimateItem('scan.png', opened, 2);
}

const planned = (more: Partial<Plan> = {}, file: Parameters<typeof wholeFile>[0] | null = document) =>
	estimated({ state: 'planned', plan: { ...plan, ...more }, document: file, fileName: 'scan.png' }).item
		.json;

describe('an estimate', () => {
	it('says what reading a file would take', () => {
		expect(estimated({ state: 'planned', plan, document, fileName: 'scan.png' })).toEqual({
			item: {
				json: {
					fileName: 'scan.png',
					format: 'png',
					fileSize: 7,
					width: 30,
					height: 20,
					pageCount: 1,
					calls: 1,
					problem: null,
				},
				pairedItem: { item: 2 },
			},
			needsReview: false,
		});
	});

	it('does not know what only CLOVA could', () => {
		const pdf = { ...document, pixels: null };
		expect(planned({ pageCount: null }, pdf)).toMatchObject({
			fileSize: 7,
			width: null,
			height: null,
			pageCount: null,
			calls: 1,
		});
		const remote = { fileName: 'a.pdf', format: 'pdf' as const, url: 'https://example.test/a.pdf' };
		expect(planned({}, remote)).toMatchObject({ format: 'pdf', fileSize: null, width: null, height: null });
		expect(planned({}, null)).toMatchObject({ format: null, fileSize: null, width: null, height: null });
	});

	it('says why a file, or a page of it, would be refused', () => {
		expect(estimated({ state: 'refused', problem, document }).item.json).toMatchObject({
			format: 'png',
			pageCount: null,
			calls: 0,
			problem: 'It is too large. Make it smaller.',
		});
		const refused = [
			{ pages: [2, 3], problem },
			{ pages: [9], problem: finalProblem('Other', 'Other.') },
		];
		expect(planned({ refused }).problem).toBe('Page 2, 3: It is too large. Make it smaller.');
	});
});
