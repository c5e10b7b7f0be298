import type { TextPage } from '../drawing/textPage';

const SENTENCES = [
	'오전에는 창고의 재고를 모두 세었습니다.',
	'새로 들어온 물건은 선반 아래에 두었습니다.',
	'전화 문의가 평소보다 조금 많았습니다.',
	'배송은 약속한 시간에 모두 마쳤습니다.',
	'다음 주에는 안전 교육이 있습니다.',
	'사무실 이전 준비가 잘 되고 있습니다.',
	'고객 설문 결과를 부서마다 나누었습니다.',
	'점심시간에 소방 훈련을 했습니다.',
	'새 프린터를 이층 복도에 놓았습니다.',
	'회의 기록은 공유 폴더에 올려 두었습니다.',
	'계약서 초안을 다시 검토하기로 했습니다.',
];

/**
 * A page of an endless daily report. Every page differs from every other, and says its own number,
 * so that a page that was lost, doubled or swapped is noticed.
 * @param page from 1
 */
export function reportPage(page: number): TextPage {
	const count = SENTENCES.length;
	const lines = Array.from({ length: 6 }, (_, at) => SENTENCES[(page * 3 + at * 2) % count]);
	return {
		blocks: [
			{ lines: ['오늘의 업무 보고'], size: 42, weight: 700, align: 'center' },
			{ lines: [`${page}번째 쪽`], size: 36, align: 'right', gap: 30 },
			{ lines: [...new Set(lines)], size: 34, gap: 50 },
		],
	};
}
