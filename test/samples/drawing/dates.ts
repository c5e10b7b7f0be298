const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');

/** `2020-08-16` as cards print it: `2020.08.16`. */
export function dotted(date: string): string {
	return date.replaceAll('-', '.');
}

/** `2019-09-15` as passports print it: `15 SEP 2019`. */
export function passportDate(date: string): string {
	const [year, month, day] = date.split('-');
	return `${day} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** `2024-06-24` as certificates print it: `2024 년 06 월 24 일`. */
export function spelledDate(date: string): string {
	const [year, month, day] = date.split('-');
	return `${year} 년 ${month} 월 ${day} 일`;
}
