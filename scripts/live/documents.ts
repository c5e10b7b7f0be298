import type { ApiPath } from '../../nodes/ClovaOcr/clova/endpoint';
import { documentSamples } from '../../test/samples';
import { always, object, perhaps, text, type Member } from '../../test/samples/answers/shape';
import { operationOf, pathOf } from '../../test/support/apis';

/** The member of `images[]` that holds what a Document or ID card API read. */
export function documentWrapper(path: ApiPath): Record<string, Member> {
	const known = documentSamples.find(
		({ resource, operation }) => pathOf(resource, operation) === path,
	);
	if (known === undefined) return {};
	const { wrapper } = operationOf(known.resource, known.operation);
	if (wrapper === undefined) return {};
	const meta = object({ estimatedLanguage: always(text) });
	const { shape, otherForm } = known.answer;
	if (otherForm === undefined) {
		return { [wrapper]: always(object({ meta: always(meta), result: always(shape) })) };
	}
	const either = { meta: perhaps(meta), result: perhaps(shape), ...otherForm };
	return { [wrapper]: always(object(either)) };
}
