import { operations } from '../../../../nodes/ClovaOcr/operations';
import { sensitivePaths } from '../../../../nodes/ClovaOcr/reading/document/table';
import { maskImage } from '../../../../nodes/ClovaOcr/reading/masking/maskImage';
import type { JsonObject } from '../../../../nodes/ClovaOcr/shared/json';

const LEVELS = ['standard', 'strict'] as const;

describe('a number that is sensitive by its place', () => {
	const passport = operations.find(({ value }) => value === 'readForeignPassport');

	test.each(
		LEVELS.flatMap((level) => [
			[level, { passport: { passportResult: { personalNumber: { rawText: 'ZE184226B' } } } }],
			[level, { paper: [{ any: { personalNumber: [{ refinedText: '1234567' }] } }] }],
			[level, { personalNumber: 'ZE 184-226 B' }],
		]),
	)('is starred whole at level %s, wherever it stands: %j', (level, entry) => {
		const masked = JSON.stringify(
			maskImage(entry as JsonObject, passport?.sensitive ?? [], level as 'standard').raw,
		);
		expect(masked).toContain('*');
		expect(masked).not.toMatch(/ZE|184|226|1234567/);
	});

	test('keeps its meaning when the outer members are renamed', () => {
		const card = operations.find(({ value }) => value === 'readPassport');
		const entry = { newName: { pp: { personalNum: [{ text: '1234567' }] } } };
		const masked = maskImage(entry, card?.sensitive ?? [], 'standard').raw;
		expect(JSON.stringify(masked)).not.toContain('1234567');
	});

	test.each([
		['110-234-567890', '***-***-**7890'],
		['1234', '****'],
		['１１０２３４５６７８', '******５６７８'],
	])('of a bank account shows its last four digits alone: %s', (text, starred) => {
		const paths = sensitivePaths([{ key: 'account', path: 'account', kind: 'accountNumber' }]);
		const masked = maskImage({ book: { result: { account: { text } } } }, paths, 'standard').raw;
		expect(masked).toEqual({ book: { result: { account: { text: starred } } } });
	});
});
