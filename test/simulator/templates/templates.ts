import type { Box } from '../../../nodes/ClovaOcr/shared/geometry';
import { leaveForm, membershipForm, type Form } from '../../samples/form/data';

/** A template as somebody would set it up in the builder: a title to know the form by, and fields. */
export interface Template {
	id: number;
	name: string;
	/** Size of the form that the boxes were drawn on; pages of other sizes are scaled to it. */
	width: number;
	height: number;
	title: { name: string; text: string; box: Box };
	fields: Array<{ name: string; box: Box }>;
}

/** The templates of the sample forms. */
export const SAMPLE_TEMPLATES: readonly Template[] = [
	templateOf(40001, '회원가입_A형', membershipForm),
	templateOf(40002, '휴가신청_A형', leaveForm),
];

function templateOf(id: number, name: string, form: Form): Template {
	const { width, height, title, titleBox, fields } = form;
	return {
		id,
		name,
		width,
		height,
		title: { name: '제목', text: title, box: titleBox },
		fields: fields.map((field) => ({ name: field.name, box: field.box })),
	};
}
