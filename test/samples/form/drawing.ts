import type { Form, FormField } from './data';
import { Sheet } from '../drawing/sheet';

const LABEL_WIDTH = 240;

/** A form with labelled boxes, filled in. */
export function drawForm(form: Form): Sheet {
	const sheet = new Sheet(form.width, form.height);
	const { x, y, width, height } = form.titleBox;
	sheet.text(form.title, x + width / 2, y + height * 0.65, {
		size: 48,
		weight: 700,
		align: 'center',
	});
	for (const field of form.fields) printField(sheet, field);
	const last = form.fields.at(-1)?.box;
	const below = (last ? last.y + last.height : y) + 110;
	sheet.text('위와 같이 신청합니다.', form.width / 2, below, { size: 34, align: 'center' });
	return sheet;
}

function printField(sheet: Sheet, { name, value, box }: FormField): void {
	const left = box.x - LABEL_WIDTH;
	const middle = box.y + box.height / 2 + 12;
	sheet.frame(left, box.y, LABEL_WIDTH, box.height, '#222222', 3);
	sheet.frame(box.x, box.y, box.width, box.height, '#222222', 3);
	const label = { size: 32, weight: 700, align: 'center' } as const;
	sheet.text(name, left + LABEL_WIDTH / 2, middle, label);
	if (value !== '') sheet.text(value, box.x + 30, middle, { size: 36, key: name });
}
