import type { TextPage } from '../drawing/textPage';

/** A page of a letter in Korean. */
export const letter: TextPage = {
	blocks: [
		{ lines: ['가을 책 나눔 행사에 초대합니다'], size: 44, weight: 700, align: 'center' },
		{ lines: ['2026년 10월 5일 월요일'], size: 32, align: 'right', gap: 50 },
		{ lines: ['이웃 여러분께'], size: 32, weight: 700, gap: 60 },
		{
			lines: [
				'안녕하십니까. 가상마을 도서관입니다.',
				'언제나 저희 도서관을 찾아 주셔서 감사합니다.',
				'저희는 오는 토요일에 책 나눔 행사를 엽니다.',
				'다 읽으신 책을 가져오시면 다른 책과 바꾸어 드립니다.',
				'한 분이 다섯 권까지 바꾸실 수 있고, 참가비는 없습니다.',
			],
			size: 34,
			gap: 40,
		},
		{
			lines: [
				'행사는 오전 열 시에 시작하여 오후 네 시에 끝납니다.',
				'어린이를 위한 그림책 읽기는 오후 두 시에 있습니다.',
				'자리가 많지 않으니 미리 전화로 알려 주시기 바랍니다.',
			],
			size: 34,
			gap: 50,
		},
		{
			lines: ['장소: 서울특별시 가상구 예시로 12 가상마을 도서관', '전화: 02-000-1234'],
			size: 34,
			gap: 50,
		},
		{ lines: ['가상마을 도서관장 드림'], size: 34, weight: 700, align: 'right', gap: 90 },
	],
};

/** A notice in Korean and English. */
export const notice: TextPage = {
	blocks: [
		{ lines: ['시스템 점검 안내'], size: 48, weight: 700, align: 'center' },
		{ lines: ['Scheduled Maintenance Notice'], size: 34, align: 'center', gap: 16 },
		{
			lines: [
				'더 나은 서비스를 위해 아래와 같이 점검을 실시합니다.',
				'Our service will be unavailable during the hours below.',
			],
			size: 34,
			gap: 80,
		},
		{
			lines: [
				'날짜 (Date): 2026-11-28 02:00 - 06:00',
				'대상 (Service): 주문 조회, 배송 조회, 고객 문의',
				'영향 (Impact): 점검 중에는 로그인할 수 없습니다.',
			],
			size: 34,
			gap: 50,
		},
		{
			lines: [
				'점검이 끝나는 대로 바로 다시 열겠습니다.',
				'We will be back as soon as the work is done.',
				'불편을 드려 죄송합니다. Thank you for your patience.',
			],
			size: 34,
			gap: 50,
		},
		{
			lines: ['예시상사 고객지원팀 Customer Support', 'help@example.com / 02-000-5678'],
			size: 34,
			align: 'right',
			gap: 80,
		},
	],
};

/** Two sizes of print on one page, the smaller as on the back of a contract. */
export const smallPrint: TextPage = {
	blocks: [
		{ lines: ['회원 이용 안내'], size: 42, weight: 700 },
		{
			lines: [
				'회원은 가입한 날부터 모든 자료를 빌릴 수 있습니다.',
				'자료는 한 번에 열 권까지, 두 주 동안 빌려 드립니다.',
			],
			size: 36,
			gap: 40,
		},
		{
			lines: [
				'늦게 돌려주신 날만큼 다음 대출이 미루어집니다. 잃어버린 책은 새로 사 주십시오.',
				'회원 정보가 바뀌면 안내대에 알려 주시기 바랍니다. 이 안내는 내년 말까지 유효합니다.',
			],
			size: 24,
			gap: 60,
		},
	],
};

/** A newsletter page: a heading, then two columns side by side. */
export const columns: TextPage = {
	blocks: [{ lines: ['마을 소식지 가을호'], size: 44, weight: 700, align: 'center' }],
	columns: [
		[
			{ lines: ['도서관 새 단장'], size: 36, weight: 700 },
			{
				lines: [
					'마을 도서관이 여름 내내',
					'공사를 마치고 다시',
					'문을 열었습니다.',
					'어린이 방은 두 배로',
					'넓어졌습니다.',
				],
				size: 32,
				gap: 20,
			},
		],
		[
			{ lines: ['나눔 장터 안내'], size: 36, weight: 700 },
			{
				lines: [
					'다음 달 첫째 토요일에',
					'나눔 장터가 열립니다.',
					'안 쓰는 물건을 가지고',
					'이웃과 만나 보세요.',
					'비가 오면 쉽니다.',
				],
				size: 32,
				gap: 20,
			},
		],
	],
};
