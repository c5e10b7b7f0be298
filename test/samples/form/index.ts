import { leaveForm, membershipForm, type Form } from './data';
import { drawForm } from './drawing';
import { pictureSample } from '../sample';
import type { Sample } from '../types';

/** Filled-in forms, for Template. */
export const samples: Sample[] = [
	formSample('form', 'Application for membership', membershipForm),
	formSample('form-leave', 'Application for leave', leaveForm),
];

function formSample(id: string, title: string, form: Form): Sample {
	const filled = form.fields.map(({ name, value }) => [name, value === '' ? null : value]);
	return pictureSample(
		{
			id,
			title,
			resource: 'template',
			operation: 'extractFields',
			mimeType: 'image/png',
			truth: { title: form.title, ...Object.fromEntries(filled) },
			expected: [Object.fromEntries(filled)],
		},
		() => drawForm(form),
	);
}
