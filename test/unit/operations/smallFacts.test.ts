import { operations } from '../../../nodes/ClovaOcr/operations';
import type { JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import { maskImage } from '../../../nodes/ClovaOcr/reading/masking/maskImage';
import { DETAILED, pagesOf } from '../../support/answers';

/** What real answers do beside the usual, one fact a test. */
const leaf = (text: string, formatted?: JsonObject): JsonObject =>
	formatted === undefined ? { text } : { text, formatted };

function read(value: string, entry: JsonObject) {
	const operation = operations.find((one) => one.value === value);
	const images = [{ inferResult: 'SUCCESS', message: 'SUCCESS', ...entry }];
	const [reading] = operation?.read(pagesOf({ images }), DETAILED) ?? [];
	if (operation === undefined || reading === undefined) throw new Error(`No reading of ${value}`);
	return { operation, reading };
}

const values = (value: string, wrapper: string, result: JsonObject) =>
	read(value, { [wrapper]: { result } }).reading.values;

test('a branch of a shop comes without formatted', () => {
	const result = { storeInfo: { subName: leaf('강남점') } };
	expect(values('readReceipt', 'receipt', result)).toMatchObject({ storeBranch: '강남점' });
});

test('a tax comes as a list, and its parts are summed', () => {
	const result = { subTotal: [{ taxPrice: [leaf('500'), leaf('20')] }] };
	expect(values('readReceipt', 'receipt', result)).toMatchObject({ tax: 520 });
});

test('a date whose year is empty is read from its text', () => {
	const date = leaf('2026-09-15', { year: '', month: '09', day: '15' });
	const result = { paymentInfo: { date } };
	expect(values('readReceipt', 'receipt', result)).toMatchObject({ date: '2026-09-15' });
});

test('the leaves of a business card come without formatted', () => {
	const result = { name: [leaf('홍길동')], mobile: [leaf('010-0000-1234')] };
	expect(values('readBusinessCard', 'nameCard', result)).toMatchObject({
		name: '홍길동',
		mobile: '010-0000-1234',
	});
});

test('a birth date of a certificate comes without formatted', () => {
	const result = { birth: [leaf('1990년 01월 02일')] };
	expect(values('readBusinessRegistration', 'bizLicense', result)).toMatchObject({
		birthDate: '1990-01-02',
	});
});

test('another number of an alien card is starred wherever it stands', () => {
	const result = { ac: { alienRegNumEtc: [leaf('7000023')] } };
	const { operation } = read('readAlienRegistrationCard', { idCard: { result } });
	const { raw } = maskImage({ idCard: { result } }, operation.sensitive, 'standard');
	expect(JSON.stringify(raw)).not.toContain('7000023');
});

test('words of 2019 have no boxes, and their text is read', () => {
	const fields: JsonObject[] = [
		{ inferText: '임대차' },
		{ inferText: '계약서', inferConfidence: 0.9 },
	];
	expect(read('extractText', { fields }).reading.values.text).toContain('계약서');
});
