/**
 * Words that stand as labels on Korean and English forms: tax invoices, bank books, payment notices,
 * applications. Written without blanks, since forms spread them (`성 명`).
 */
const LABELS = new Set(
	(
		'등록번호 사업자등록번호 사업자번호 종사업장번호 법인등록번호 상호 상호명 법인명 회사명 단체명 성명 이름 대표자 대표자명 ' +
		'대표 담당자 주소 사업장 사업장주소 사업장소재지 소재지 업태 종목 이메일 전자우편 작성일자 작성일 발행일 발행일자 승인번호 공급가액 ' +
		'세액 수정사유 비고 품목 품명 규격 수량 단가 합계 합계금액 총액 총금액 현금 수표 어음 외상미수금 책번호 ' +
		'예금주 예금주명 계좌번호 은행 은행명 지점 지점명 개설점 개설지점 관리점 관리지점 취급점 예금종류 상품명 통장번호 통장종류 개설일 ' +
		'개설일자 신규일 신규일자 발급일 발급일자 만기일 만기일자 이율 금리 과세구분 고객번호 고객명 고지번호 고지일자 발송일 납부기한 납기 ' +
		'납기일 납부금액 납부할금액 납기내금액 납기후금액 전자납부번호 납부자 납부자명 납부자번호 납세자 납세번호 납부번호 부과기간 사용기간 ' +
		'청구기간 사용량 당월지침 전월지침 세목 과세표준 과세대상 관리번호 청구금액 청구번호 청구월 미납금액 체납액 가산금 연체금 가상계좌 ' +
		'입금계좌 입금은행 수납기관 부과기관 기관번호 회계구분 전화 전화번호 연락처 휴대전화 휴대폰 팩스 팩스번호 생년월일 성별 국적 ' +
		'신청인 신청일 접수번호 접수일자 문서번호 시행일자 제목 장소 일시 기간 대상 직위 직책 소속 부서 우편번호 홈페이지 ' +
		'name address date duedate issuedate total subtotal amount amountdue balance tax phone tel telephone fax email mobile ' +
		'accountnumber accountno accountname accountholder bank bankname branch swiftcode invoiceno invoicenumber invoicedate ' +
		'customerno customernumber billto description quantity unitprice place'
	).split(' '),
);
/** Ends of words that are labels whatever stands before; nothing else on a form ends so. */
const LABEL_END = /(?:번호|일자|기한|금액|가액|세액|주소|계좌|연락처)$/;
const LONGEST = 12;
const NOTE = /\([^()]*\)|\[[^[\]]*\]/g;

/** A text as labels are compared: without blanks, remarks in brackets, signs before and a colon behind. */
function core(text: string): string {
	return text
		.replace(NOTE, '')
		.replace(/[\s.·:：*※■□○●▶]/g, '')
		.toLowerCase();
}

/** Whether a text that stands alone is a label by its word. */
export function isLabel(text: string): boolean {
	const word = core(text);
	return LABELS.has(word) || (word.length <= LONGEST && LABEL_END.test(word) && !/\d/.test(word));
}

/** Whether a text may be a label where a colon or its place says so: short, and with letters only. */
export function mayBeLabel(text: string): boolean {
	const word = core(text);
	return word.length >= 2 && word.length <= LONGEST && /^[\p{L}/&()-]+$/u.test(word);
}

/** A label as it is put out: without the blanks between single letters and the colon behind. */
export function shownLabel(text: string): string {
	const label = text.replace(/\s*[:：]\s*$/, '').trim();
	return /^\S(?: \S)+$/u.test(label) ? label.replaceAll(' ', '') : label;
}

/** Whether a text is a value by its shape: a number, an amount, a date, a phone number, an address of mail. */
export function isTyped(text: string): boolean {
	return (
		/^[₩￦$¥△-]?\s?\d[\d\s,.*/-]*\s?(?:원|%|kWh|㎥|m³|건|개)?(?:정)?$/u.test(text) ||
		/^\d{2,4}\s?[년.]\s?\d{1,2}\s?[월.]\s?(?:\d{1,2}\s?일?\.?)?$/.test(text) ||
		/^[\w.+-]+@[\w.-]+$/.test(text)
	);
}
