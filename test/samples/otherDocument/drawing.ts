import { printSampleMark } from '../drawing/card';
import { Sheet } from '../drawing/sheet';
import type { DeliveryNote } from './data';

const WIDTH = 1000;
const HEIGHT = 900;

/**
 * A delivery note. Its keys are those of a model that CLOVA does not have: three levels, lists within
 * lists, names with hyphens, blanks and Korean letters.
 */
export function drawDeliveryNote(note: DeliveryNote): Sheet {
	const sheet = new Sheet(WIDTH, HEIGHT);
	sheet.text('납품서', WIDTH / 2, 90, { size: 48, weight: 700, align: 'center' });
	const [year, month, day] = note.issued.split('-');
	const rows: Array<[string, string, string]> = [
		['번호', note.number, 'head.ref-no'],
		['작성일', `${year}. ${month}. ${day}`, 'head.time.issue date'],
		['출발', note.leaves, 'head.time.departure'],
		['공급자', note.sender, 'sender.company'],
		['담당', note.manager, 'sender.담당자'],
		['전화', note.phone, 'sender.contact.tel'],
		['비고', note.remark, 'remark'],
		['합계', note.total, 'sums.total'],
	];
	rows.forEach(([label, text, key], at) => {
		const y = 160 + at * 44;
		sheet.text(label, 80, y, { size: 26, color: '#555555' });
		sheet.text(text, 220, y, { size: 28, key, label });
	});
	let y = 560;
	note.parcels.forEach((parcel, at) => {
		const key = (name: string) => `parcels[${at}].${name}`;
		sheet.text(parcel.label, 80, y, { size: 28, weight: 700, key: key('label') });
		sheet.text(parcel.weight, 920, y, { size: 28, align: 'right', key: key('weight') });
		parcel.goods.forEach((good, number) => {
			y += 44;
			const own = (name: string) => key(`goods[${number}].${name}`);
			sheet.text(good.name, 120, y, { size: 26, key: own('name') });
			sheet.text(good.count, 600, y, { size: 26, align: 'right', key: own('count') });
			sheet.text(good.price, 800, y, { size: 26, align: 'right', key: own('money.price') });
		});
		y += 60;
	});
	printSampleMark(sheet, { left: 0, top: 0, width: WIDTH, height: HEIGHT }, '#ff8a80');
	return sheet;
}
