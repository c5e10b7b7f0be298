import { operations } from '../../../nodes/ClovaOcr/operations';
import { selectorProperties } from '../../../nodes/ClovaOcr/properties/selectors';
import type { JsonObject } from '../../../nodes/ClovaOcr/shared/json';
import { outputSchema } from '../../../scripts/outputSchema';
import { readParkingTicket } from '../../fixtures/readParkingTicket';
import { DETAILED, pagesOf } from '../../support/answers';

/** The registry with one more line. */
const registry = [...operations, readParkingTicket];

const leaf = (text: string, more: JsonObject = {}): JsonObject => ({ text, ...more });

describe('a made-up document type, added by one file and one line of the registry', () => {
	test('stands in the selector', () => {
		const selector = selectorProperties(registry).find(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes('document') === true,
		);
		expect(selector?.options).toContainEqual({
			name: 'Read Parking Ticket',
			value: 'readParkingTicket',
			action: 'Read parking ticket',
			description: 'Read where and until when a car may stand, and what that costs',
		});
	});

	test('has its output schema', () => {
		expect(readParkingTicket.valuesSchema('')).toMatchObject({
			phones: { type: 'array', items: { type: 'string' } },
			cars: { type: 'array', items: { properties: { hours: { type: ['number', 'null'] } } } },
		});
		expect(outputSchema(readParkingTicket)).toMatchObject({
			properties: {
				place: { type: ['string', 'null'] },
				validUntil: { type: ['string', 'null'] },
				fee: { type: ['number', 'null'] },
			},
		});
	});

	test('has its numbers starred', () => {
		expect(readParkingTicket.sensitive).toEqual([
			{ path: '**.card', kind: 'card' },
		]);
	});

	test('is read: values, details, checks, reasons, and what its table does not know', () => {
		const result = {
			lot: [{ name: [leaf('가상 주차장', { confidenceScore: 0.8 })], tel: [leaf('15880000')] }],
			until: leaf('2026-02-30'),
			fees: [{ amount: leaf('1,000원') }, { amount: leaf('500원') }],
			card: leaf('4000000000000003'),
			cars: [{ plate: leaf('00가 0000'), hours: leaf('2') }],
			colour: leaf('blue'),
		};
		const image = { inferResult: 'SUCCESS', parkingTicket: { result } };
		const [reading] = readParkingTicket.read(pagesOf({ images: [image] }), DETAILED);
		expect(reading).toMatchObject({
			values: {
				place: '가상 주차장',
				phones: ['1588-0000'],
				validUntil: null,
				fee: 1500,
				cardNumber: '4000000000000003',
				cars: [{ plate: '00가 0000', hours: 2 }],
			},
			recognized: true,
			confidence: 0.8,
			checks: { cardNumber: 'mismatch' },
			reviewReasons: ['unreadableDate', 'checkMismatch'],
			other: { colour: 'blue', until: '2026-02-30' },
		});
		expect(Object.keys(reading.fields ?? {})).toEqual([
			'place',
			'phones[0]',
			'fee',
			'fee[1]',
			'cardNumber',
			'cars[0].plate',
			'cars[0].hours',
		]);
	});

	test('gives its keys where nothing was found', () => {
		const [reading] = readParkingTicket.read(pagesOf({ images: [{}] }), DETAILED);
		expect(reading.values).toEqual({
			place: null,
			phones: [],
			validUntil: null,
			fee: null,
			cardNumber: null,
			cars: [],
		});
		expect(reading.reviewReasons).toEqual(['notRecognized']);
	});
});
