import type { JsonObject } from '../../shared/json';
import { decimalNumber, keepMinus } from './number';
import { firstReadable, plain } from './printed';

const UNITS =
	'개입?|EA|매|장|병|잔|권|명|인분?|건|회|박|박스|대|벌|쌍|켤레|봉지?|포|팩|세트|캔|모|단|통|판|줄|접시|그릇|마리|KG|G|ML|PCS?|SET|BOX|点|個|コ|ケ|ヶ|本|枚|つ|袋|箱|名|人|杯|冊|台|式|セット|パック';
const QUANTITY = new RegExp(
	`^[x×@*]?\\s*(-?)\\s*([\\d.,·、\\s]+?)\\s*(?:${UNITS})?\\s*[x×*]?$`,
	'i',
);

/**
 * Reads how many: "2", "2개", "1.5kg", "x 3".
 * @returns null where no single number is stated (OCR gives "," or a letter for many a small digit)
 */
export function readQuantity(text: string | null, formatted: JsonObject): number | null {
	const quantity = firstReadable(text, formatted, quantityInText);
	return keepMinus(quantity, quantityInText(text ?? ''));
}

function quantityInText(text: string): number | null {
	const [, minus, digits] = QUANTITY.exec(plain(text)) ?? [];
	const number = digits === undefined ? null : decimalNumber(digits);
	return number === null || minus === '' ? number : 0 - number;
}
