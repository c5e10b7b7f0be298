/** A box of a form: its label, where it is filled in, and what somebody wrote there. */
export interface FormField {
	/** The field's name in the template. */
	name: string;
	value: string;
	/** The empty part of the box, in pixels of the form. */
	box: { x: number; y: number; width: number; height: number };
}

/** A form that is always printed alike, so that a template can say where its fields are. */
export interface Form {
	title: string;
	titleBox: FormField['box'];
	width: number;
	height: number;
	fields: FormField[];
}

/** An application for a library card, filled in. */
export const membershipForm: Form = {
	title: '회원 가입 신청서',
	titleBox: { x: 320, y: 120, width: 600, height: 110 },
	width: 1240,
	height: 1754,
	fields: [
		{ name: '신청일', value: '2026-10-12', box: { x: 360, y: 300, width: 340, height: 90 } },
		{ name: '성명', value: '홍길동', box: { x: 360, y: 390, width: 340, height: 90 } },
		{ name: '전화', value: '010-0000-1234', box: { x: 360, y: 480, width: 760, height: 90 } },
		{
			name: '주소',
			value: '서울특별시 가상구 예시로 12',
			box: { x: 360, y: 570, width: 760, height: 90 },
		},
		{ name: '회원 구분', value: '우대회원', box: { x: 360, y: 660, width: 760, height: 90 } },
		{ name: '회비', value: '30,000', box: { x: 360, y: 750, width: 760, height: 90 } },
		{ name: '비고', value: '', box: { x: 360, y: 840, width: 760, height: 180 } },
	],
};

/** Another form of the same shape, so that matching by title can go wrong. */
export const leaveForm: Form = {
	title: '휴가 사용 신청서',
	titleBox: { x: 320, y: 120, width: 600, height: 110 },
	width: 1240,
	height: 1754,
	fields: [
		{ name: '부서', value: '고객지원팀', box: { x: 360, y: 300, width: 340, height: 90 } },
		{ name: '성명', value: '김예시', box: { x: 360, y: 390, width: 340, height: 90 } },
		{ name: '시작일', value: '2026-12-21', box: { x: 360, y: 480, width: 760, height: 90 } },
		{ name: '종료일', value: '2026-12-24', box: { x: 360, y: 570, width: 760, height: 90 } },
		{ name: '사유', value: '가족 여행', box: { x: 360, y: 660, width: 760, height: 180 } },
	],
};
